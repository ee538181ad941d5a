import type { CitedText } from './cited-text.ts'
import { isTitle } from './names.ts'
import type { Word } from './read-words.ts'
import { isSame } from './is-same.ts'
import { isSpeech } from './speech.ts'

/** One place where a cited text names somebody or something: words with capitals, one space between. */
export interface NameMention {
  readonly words: readonly Word[]
  /** Index of its sentence. */
  readonly sentence: number
  readonly follower: Follower
}

/** What stands right behind a name: it tells an owner from a doer from a place at the end of a sentence. */
export type Follower =
  | 'possessive'
  | 'end'
  | 'comma'
  | 'number'
  | 'speech'
  | 'empty'
  | 'name'
  | 'plural'
  | 'word'

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
      .map((run) => ({ words: run, sentence, follower: followerOf(run, words) }))
  })
}

const isCapitalName = (word: Word, cited: CitedText): boolean =>
  word.capital && !word.empty && word.number === undefined && !(word.first && cited.small.has(word.lower))

/** Does the second word go on with the name that the first belongs to? */
export const joins = (one: Word, next: Word): boolean =>
  one.index === next.index - 1 && /^\s$/u.test(next.gap) && !/['’]s?$/u.test(one.text)

/** What follows a name of these words in the sentence they stand in. */
export function followerOf(name: readonly Word[], sentence: readonly Word[]): Follower {
  const last = name.at(-1)
  if (last === undefined) return 'end'
  if (/['’]s?$/u.test(last.text)) return 'possessive'
  const next = sentence[last.index + 1]
  if (next === undefined) return 'end'
  if (/[,;:().]/u.test(next.gap)) return 'comma'
  if (next.number !== undefined) return 'number'
  if (isSpeech(next.lower)) return 'speech'
  if (next.empty) return 'empty'
  if (next.capital) return 'name'
  return /[^s]s$/u.test(next.lower) ? 'plural' : 'word'
}

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
