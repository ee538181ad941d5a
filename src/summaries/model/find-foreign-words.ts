import { splitSentences } from '../../text/sentences.ts'
import { analyse } from '../../text/words.ts'
import { isSpeech } from '../check/speech.ts'
import type { Passage } from '../passage.ts'

/** A cited text as sets of analysed words: of each of its sentences. */
export type CitedWords = readonly ReadonlySet<string>[]

export function readCitedWords(text: string, language: string): CitedWords {
  return splitSentences(text, language).map(
    ({ start, end }) => new Set(analyse(text.slice(start, end), language)),
  )
}

/**
 * The words of a sentence that say something and that the cited texts do not have. Of reported speech they must stand in a single sentence:
 * joined from two, it would put one's words into another's mouth. (Speech is known by English words alone.)
 */
export function findForeignWords(
  { text, content }: Passage,
  cited: readonly CitedWords[],
): readonly string[] {
  const sentences = cited.flat()
  const missingFrom = (words: ReadonlySet<string>): readonly string[] => [...content.difference(words)]
  const isSpoken = text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some(isSpeech)
  if (isSpoken)
    return sentences
      .map(missingFrom)
      .reduce((best, missing) => (missing.length < best.length ? missing : best), [...content])
  return missingFrom(new Set(sentences.flatMap((words) => [...words])))
}
