import type { CitedSentence, CitedText } from './cited-text.ts'
import type { Claim } from './claim.ts'
import { deniedBy, deniesIn, droppedDenial } from './dropped-denial.ts'
import { deniesByMeaning } from './negation.ts'
import type { Word } from './read-words.ts'

/** What a sentence denies, the cited text must deny; what the text denies, the sentence must not state. */
export function checkNegation(claim: Claim, cited: CitedText): readonly string[] {
  const nearest = nearestSentences(claim, cited)
  const dropped = droppedDenial(claim, nearest[0], cited)
  if (dropped !== undefined) return [`the cited text denies this ("${dropped}")`]
  return claim.words.flatMap((word) => {
    if (!word.denies || isExempt(word, claim, cited)) return []
    const denied = deniedBy(word, claim.words, cited.language)
    if (isDoubled(word, claim, nearest)) return [`it denies twice what the cited text denies once`]
    if (denied && cited.sentences.some(({ words }) => deniesIn(words, denied, cited.language))) return []
    const isDenied = nearest.some(({ words }) =>
      words.some(({ denies, lower }) => denies || deniesByMeaning(lower, cited.language)),
    )
    return isDenied ? [] : [`the cited text does not deny this ("${word.text}")`]
  })
}

/** "No. 1"; and "no stranger", where the text knows no stranger: that is another wording, not another statement. */
function isExempt(word: Word, { words }: Claim, cited: CitedText): boolean {
  const next = words[word.index + 1]
  if (!/^(?:no|without)$/u.test(word.lower) || next === undefined) return false
  return next.number !== undefined || !(cited.keys.has(next.key) || next.empty)
}

/** "No weapon has not been found", "not no evidence", where no near sentence denies as often. */
function isDoubled(word: Word, { words }: Claim, nearest: readonly CitedSentence[]): boolean {
  const denials = words.filter(({ denies, index }) => denies && index <= word.index && index > word.index - 6)
  return (
    denials.length > 1 &&
    nearest.every((sentence) => sentence.words.filter(({ denies }) => denies).length < denials.length)
  )
}

/** Relative to the best. */
const NEAREST = 0.7

/** The up to three cited sentences that carry the claim best. */
function nearestSentences({ evidence }: Claim, cited: CitedText): readonly CitedSentence[] {
  const order = [...evidence.keys()].sort((a, b) => (evidence[b] ?? 0) - (evidence[a] ?? 0))
  const best = evidence[order[0] ?? 0] ?? 0
  return order
    .slice(0, 3)
    .filter((i) => (evidence[i] ?? 0) >= best * NEAREST)
    .flatMap((i) => cited.sentences[i] ?? [])
}
