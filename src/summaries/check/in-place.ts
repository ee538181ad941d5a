import type { CitedText } from './cited-text.ts'
import type { Claim } from './claim.ts'
import { coverage, presence } from './find-evidence.ts'
import { isSameName } from './names.ts'
import type { Word } from './read-words.ts'

/** Whether something that the cited text does mention stands at the right place in a claim. */
export interface Place {
  /**
   * How much better the rest of the claim is carried by cited sentences that do not speak of it, 0..1. Large when a name or number
   * of the text was put where another belongs.
   */
  readonly gap: number
  /** -1 to 1: do the sentences that hold its neighbours hold it too (-1), or another of its kind instead (1)? */
  readonly displaced: number
}

/** Sentences next to the one that tells of it may mean it by "he" or "there". */
const BESIDE = 0.9
const NEAR = 0.75

/** Looks a known name (one or more words) or a known number up in its surroundings. */
export function placeOf(part: readonly Word[], claim: Claim, cited: CitedText): Place {
  const rest = claim.content.filter((word) => !part.includes(word))
  const inSentence = cited.sentences.map((_, i) => part.some((word) => presence(word, cited)[i]))
  const names = new Set(claim.names.map(({ word }) => word))
  const plain = rest.filter((word) => !names.has(word))
  const { left, right } = neighbours(part, claim.words)
  return {
    // Names in the rest may themselves be far from it: only where the plain words agree is it a gap.
    gap: Math.min(gapOf(rest, inSentence, cited), plain.length > 1 ? gapOf(plain, inSentence, cited) : 0),
    displaced: displacement(part, [...left, ...right], claim, cited, inSentence),
  }
}

/** By how much the best cited sentence carries these words better than the best one that speaks of the part. */
function gapOf(words: readonly Word[], inSentence: readonly boolean[], cited: CitedText): number {
  const covered = coverage(words, cited)
  let best = 0
  let close = 0
  for (const [i, value] of covered.entries()) {
    const factor = inSentence[i]
      ? 1
      : inSentence[i - 1]
        ? BESIDE
        : inSentence[i - 2] || inSentence[i + 1]
          ? NEAR
          : 0
    best = Math.max(best, value)
    close = Math.max(close, value * factor)
  }
  return best - close
}

/** The next content words on both sides: at most two of the three before, two of the four behind. */
function neighbours(part: readonly Word[], words: readonly Word[]): { left: Word[]; right: Word[] } {
  const first = part[0]?.index ?? 0
  const last = part.at(-1)?.index ?? 0
  return {
    left: words
      .slice(Math.max(0, first - 3), first)
      .reverse()
      .filter(({ empty }) => !empty)
      .slice(0, 2),
    right: words
      .slice(last + 1, last + 5)
      .filter(({ empty }) => !empty)
      .slice(0, 2),
  }
}

function displacement(
  part: readonly Word[],
  around: readonly Word[],
  claim: Claim,
  cited: CitedText,
  inSentence: readonly boolean[],
): number {
  let seen = 0
  let score = 0
  for (const neighbour of around) {
    const at = cited.sentences
      .keys()
      .filter((i) => presence(neighbour, cited)[i])
      .toArray()
    if (at.length === 0) continue
    seen++
    if (at.some((i) => inSentence[i])) score--
    else if (at.some((i) => holdsRival(part, neighbour, i, claim, cited)))
      score += at.some((i) => inSentence[i - 1] || inSentence[i + 1] || inSentence[i - 2]) ? 0.5 : 1
  }
  return seen > 0 ? score / seen : 0
}

/** Does sentence `i` hold, within six words of the neighbour, a name or number of its own that the claim does not tell? */
function holdsRival(
  part: readonly Word[],
  neighbour: Word,
  i: number,
  claim: Claim,
  cited: CitedText,
): boolean {
  const words = cited.sentences[i]?.words ?? []
  const at = words.findIndex(({ key, lower }) => key === neighbour.key || lower === neighbour.lower)
  const isNumber = part[0]?.number !== undefined
  return words.some((word) => {
    if (Math.abs(word.index - at) > 6) return false
    if (isNumber)
      return word.number !== undefined && claim.words.every(({ number }) => number !== word.number)
    if (!word.capital || word.empty || word.number !== undefined) return false
    if (word.first && cited.small.has(word.lower)) return false
    return claim.words.every(({ lower }) => !isSameName(lower, word.lower))
  })
}
