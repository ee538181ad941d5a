import type { CitedText } from './cited-text.ts'
import type { Claim } from './claim.ts'
import { opensClause } from './clause.ts'
import type { Word } from './read-words.ts'

/**
 * The number that the cited text has in this one's clause, where two of a sentence changed places: "30 killed, 12 injured" for "12 killed and
 * 30 injured", "30 killed" alone, "from 7 to 5" for "from 5 to 7". Nothing where any sentence has this number with one of the clause's own words.
 */
export function exchangedWith(word: Word, claim: Claim, cited: CitedText): string | undefined {
  if (claim.words.filter(isAmount).length > MOST_NUMBERS) return undefined
  const told = clauseOf(word, claim.words)
  let found: string | undefined
  for (const { words, numbers, keys } of cited.sentences) {
    if (word.number === undefined || !numbers.has(word.number)) continue
    if (words.filter(isAmount).length > MOST_NUMBERS) return undefined
    for (const same of words.filter(({ number }) => number === word.number)) {
      const own = clauseOf(same, words)
      const rivals = words.filter((other) => other.number !== word.number && isRival(other, own, words))
      if (rivals.length === 0 || !told.isClear) {
        found ??= endsExchanged(word, same, claim.words, words)
        if (found === undefined) return undefined
        continue
      }
      const rival = rivals.find((other) => takesPlace(told, own, clauseOf(other, words), other, claim, keys))
      if (rival === undefined) return undefined
      found = rival.text
    }
  }
  return found
}

/** Sentences with more are tables. */
const MOST_NUMBERS = 12

/** The part of a sentence that a number stands in. */
interface Clause {
  readonly start: number
  /** Of the words that say something, those up to `NEAR` words from the number; without numbers. */
  readonly keys: ReadonlySet<string>
  /** One number, years aside. */
  readonly isClear: boolean
}

function clauseOf({ index }: Word, words: readonly Word[]): Clause {
  let start = index
  while (start > 0 && !opensClause(words[start])) start--
  let end = index + 1
  while (end < words.length && !opensClause(words[end])) end++
  const near = words.slice(Math.max(start, index - NEAR), Math.min(end, index + NEAR + 1))
  return {
    start,
    keys: new Set(near.filter(({ empty, number }) => !empty && number === undefined).map(({ key }) => key)),
    isClear: words.slice(start, end).filter(isAmount).length === 1,
  }
}

/** In words; what stands further off is often said of both numbers. */
const NEAR = 4

const isAmount = ({ number }: Word): boolean => number !== undefined && !/^(?:19|20)\d\d$/u.test(number)

const isRival = (other: Word, own: Clause, words: readonly Word[]): boolean => {
  if (!isAmount(other)) return false
  const clause = clauseOf(other, words)
  return clause.isClear && clause.start !== own.start
}

/** Does the claim say of one number what the text says of the other: all that it says of it, or of both numbers crosswise? */
function takesPlace(
  told: Clause,
  own: Clause,
  theirs: Clause,
  other: Word,
  claim: Claim,
  said: ReadonlySet<string>,
): boolean {
  const common = own.keys.intersection(theirs.keys)
  const straight = told.keys.intersection(own.keys).difference(common)
  const crossed = told.keys.intersection(theirs.keys).difference(common)
  if (straight.size > 0 || crossed.size === 0) return false
  const back = claim.words.find(({ number }) => number === other.number)
  if (back === undefined) return crossed.size > 1 && told.keys.isSubsetOf(said)
  const otherTold = clauseOf(back, claim.words)
  return (
    otherTold.start !== told.start &&
    otherTold.keys.intersection(theirs.keys).difference(common).size === 0 &&
    otherTold.keys.intersection(own.keys).difference(common).size > 0
  )
}

/** "from 7 to 5", where the text has "from 5 to 7". */
function endsExchanged(
  word: Word,
  same: Word,
  claim: readonly Word[],
  words: readonly Word[],
): string | undefined {
  const other = otherEnd(word, claim, 1)
  return other !== undefined && otherEnd(same, words, -1) === other ? other : undefined
}

/** The number that "to" joins to this one, before it (-1) or behind it (1), at most a unit of measure between. */
function otherEnd({ index }: Word, words: readonly Word[], step: 1 | -1): string | undefined {
  const near = [1, 2, 3, 4].map((distance) => words[index + step * distance])
  const at = near.findIndex((word) => word?.number !== undefined)
  return at > 0 && near.slice(0, at).some((word) => word !== undefined && TO.test(word.lower))
    ? near[at]?.number
    : undefined
}

const TO = /^(?:to|à|auf|a|hasta|до|إلى|الى|به)$/u
