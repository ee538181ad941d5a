import type { CitedText } from './cited-text.ts'
import { isTitle } from './names.ts'
import type { Word } from './read-words.ts'
import { isSame } from './is-same.ts'

/** One place where a cited text names somebody or something: words with capitals, one space between. */
export interface NameMention {
  readonly words: readonly Word[]
  /** Index of its sentence. */
  readonly sentence: number
}

/** Every mention of a name in the cited text, in order. The one in the brackets of a dateline tells who reports, not whom it is about. */
export function nameMentions(cited: CitedText): readonly NameMention[] {
  let found = known.get(cited)
  if (found === undefined) known.set(cited, (found = findMentions(cited)))
  return found
}

/** Every claim about the text asks. */
const known = new WeakMap<CitedText, readonly NameMention[]>()

function findMentions(cited: CitedText): readonly NameMention[] {
  return cited.sentences.flatMap(({ words }, sentence) => {
    const runs: Word[][] = []
    for (const word of words) {
      if (!isCapitalName(word, cited)) continue
      const last = runs.at(-1)?.at(-1)
      if (last !== undefined && joins(last, word)) runs.at(-1)?.push(word)
      else runs.push([word])
    }
    return runs
      .filter(([first]) => sentence > 0 || first?.gap.endsWith('(') !== true)
      .map((run) => ({ words: run, sentence }))
  })
}

const isCapitalName = (word: Word, cited: CitedText): boolean =>
  word.capital && !word.empty && word.number === undefined && !(word.first && cited.small.has(word.lower))

/** Does the second word go on with the name that the first belongs to? */
export const joins = (one: Word, next: Word): boolean =>
  one.index === next.index - 1 && /^\s$/u.test(next.gap) && !/['’]s?$/u.test(one.text)

/** The mentions that share a word with the name, titles aside. */
export function mentionsOf(name: readonly Word[], cited: CitedText): readonly NameMention[] {
  const telling = name.filter((word) => !isTitle(word))
  const parts = telling.length > 0 ? telling : name
  return nameMentions(cited)
    .filter(({ words }) => words.some((word) => parts.some((part) => isSame(word, part))))
    .slice(0, MOST_MENTIONS)
}

/** No report needs more; each is compared with each word round a name. */
export const MOST_MENTIONS = 50
