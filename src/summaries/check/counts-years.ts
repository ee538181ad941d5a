import type { CitedText } from './cited-text.ts'
import type { Word } from './read-words.ts'

/** "30 years", where the text has "three decades". */
export function countsYears({ index, number }: Word, words: readonly Word[], cited: CitedText): boolean {
  const noun = words[index + 1]
  if (noun === undefined || !/^years?$/u.test(noun.lower) || !/^[ -]$/u.test(noun.gap)) return false
  return cited.sentences.some(({ words: there }) =>
    there.some((long) => {
      const years = YEARS.get(long.lower)
      const many = there[long.index - 1]
      const count = many?.lower === 'a' ? 1 : Number(many?.number)
      return years !== undefined && count * years === Number(number)
    }),
  )
}

const YEARS: ReadonlyMap<string, number> = new Map([
  ['decade', 10],
  ['decades', 10],
  ['century', 100],
  ['centuries', 100],
])
