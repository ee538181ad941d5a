import type { CitedText } from './cited-text.ts'
import type { Claim } from './claim.ts'
import type { Word } from './read-words.ts'
import { isSpeech } from './speech.ts'

/** First persons that show that an author writes about his own view, and about what happened to himself. */
const WRITTEN_AS_I = 6
const WRITTEN_OF_HIMSELF = 40

/**
 * "Jane Roe: We should …": the author of a text in the first person, who does not name himself in it. Where a text reports nobody's words, who
 * says something is its author too.
 */
export function isAuthor(word: Word, claim: Claim, cited: CitedText): boolean {
  if (cited.firstPerson < WRITTEN_AS_I && !cited.reportsNobody) return false
  if (labels([word], claim)) return true
  if (cited.firstPerson >= WRITTEN_OF_HIMSELF && isSubject(word, claim)) return true
  if (/['’]/u.test(word.text)) return false
  if (cited.reportsNobody && isSpeech(claim.words[word.index + 1]?.lower ?? '')) return true
  const isFull = [claim.words[word.index - 1], claim.words[word.index + 1]].some(
    (next) => next?.capital === true,
  )
  const around = claim.words.slice(Math.max(0, word.index - 3), word.index + 4)
  return isFull && around.some(({ lower }) => isSpeech(lower))
}

/** Is it part of the name that opens the sentence, but for its outlet ("CNN's Jane Roe")? */
const isSubject = ({ index }: Word, { words }: Claim): boolean =>
  words.slice(0, index + 1).every(({ capital }) => capital)

/** Does it stand before the colon that opens the sentence ("Jane Roe: …")? */
export const labels = (name: readonly Word[], { text }: Claim): boolean =>
  (name[0]?.start ?? 0) < (/^[^:"“]{1,60}:/u.exec(text)?.[0].length ?? 0)
