import type { CitedText } from './cited-text.ts'
import type { Word } from './read-words.ts'

/** "three charges", where the text has "charges of theft, fraud and arson." */
export function countsList({ index, number }: Word, words: readonly Word[], cited: CitedText): boolean {
  const noun = words[index + 1]
  if (noun === undefined || noun.empty || noun.gap !== ' ') return false
  return cited.sentences.some(({ text, words: there }) =>
    there.some(({ key, start, text: { length } }) => {
      if (key !== noun.key) return false
      const [, list = ''] = LIST.exec(text.slice(start + length)) ?? []
      const parts = list.split(/, (?:and |or )?| and | or /u)
      return parts.length > 2 && String(parts.length) === number
    }),
  )
}

/** Up to the end of what it stands in; "including" says that there are more. */
const LIST = /^(?: of|:) ([^.;:()"“”]+)/u
