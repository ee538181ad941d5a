import type { CitedSentence, CitedText } from './cited-text.ts'
import type { Claim } from './claim.ts'
import { DENIES_BY_MEANING } from './negation.ts'
import type { Word } from './read-words.ts'

/** What a sentence denies, the cited text must deny; what the text denies, the sentence must not state. */
export function checkNegation(claim: Claim, cited: CitedText): readonly string[] {
  const nearest = nearestSentences(claim, cited)
  return claim.words.flatMap((word) => {
    if (!word.denies || isExempt(word, claim)) return []
    const denied = claim.words.slice(word.index + 1).find(({ empty }) => !empty)
    if (isDoubled(word, claim, nearest)) return [`it denies twice what the cited text denies once`]
    if (denied && cited.sentences.some(({ words }) => deniesIn(words, denied))) return []
    const isDenied = nearest.some(({ denies, text }) => denies || DENIES_BY_MEANING.test(text))
    return isDenied ? [] : [`the cited text does not deny this ("${word.text}")`]
  })
}

/** "no stranger", "No. 1", "-- not jeers": not the denial of what the sentence states. */
function isExempt(word: Word, { words }: Claim): boolean {
  const next = words[word.index + 1]
  return word.lower === 'no' && next?.number !== undefined
}

/** "No weapon has not been found", "not no evidence", where no near sentence denies as often. */
function isDoubled(word: Word, { words }: Claim, nearest: readonly CitedSentence[]): boolean {
  const denials = words.filter(({ denies, index }) => denies && index <= word.index && index > word.index - 6)
  return (
    denials.length > 1 &&
    nearest.every((sentence) => sentence.words.filter(({ denies }) => denies).length < denials.length)
  )
}

const deniesIn = (words: readonly Word[], denied: Word): boolean =>
  words.some(
    (word) =>
      word.denies && words.slice(word.index + 1, word.index + 6).some(({ key }) => key === denied.key),
  )

/** The up to three cited sentences that carry the claim best. */
function nearestSentences({ evidence }: Claim, cited: CitedText): readonly CitedSentence[] {
  const order = [...evidence.keys()].sort((a, b) => (evidence[b] ?? 0) - (evidence[a] ?? 0))
  const best = evidence[order[0] ?? 0] ?? 0
  return order
    .slice(0, 3)
    .filter((i) => (evidence[i] ?? 0) >= best * 0.8)
    .flatMap((i) => cited.sentences[i] ?? [])
}
