import { analyse } from '../../text/words.ts'
import type { CitedSentence, CitedText } from './cited-text.ts'
import type { Claim } from './claim.ts'
import { presence } from './find-evidence.ts'
import opposites from './opposites.json' with { type: 'json' }
import type { Word } from './read-words.ts'

/** What the cited text tells of somebody must not be told as its opposite: "won" for "lost", "rose" for "fell". Other words are left to `checkWording`. */
export function checkOpposites(claim: Claim, cited: CitedText): readonly string[] {
  const sides = sidesOf(cited.language)
  if (sides.size === 0 || claim.words.some(({ denies }) => denies)) return []
  return claim.words.flatMap((word) => {
    const side = sides.get(word.key)
    if (side === undefined || claim.words.some(({ key }) => sides.get(key) === -side)) return []
    const same = carriers(word, claim, cited)
    const found = same.map((sentence) => oppositeIn(sentence, word, side, claim, sides))
    const [first] = found
    return first !== undefined && found.every((other) => other !== undefined)
      ? [`the cited text says "${first.text}", not "${word.text}"`]
      : []
  })
}

/** The cited sentences that hold all words of the claim but this one and one more. */
function carriers(word: Word, { content }: Claim, cited: CitedText): readonly CitedSentence[] {
  const rest = content.filter((other) => other !== word)
  if (content.length <= ENOUGH) return []
  return cited.sentences.filter(
    (_, i) => rest.filter((other) => presence(other, cited)[i] !== true).length <= NEW,
  )
}

/** Words that say something. */
const ENOUGH = 2
const NEW = 1

const plain = ({ empty }: Word): boolean => !empty

/** The opposite of the word there, said of the same: with one of the two words that stand before it here; where it comes first, behind it. */
function oppositeIn(
  { words, denies }: CitedSentence,
  word: Word,
  side: number,
  claim: Claim,
  sides: ReadonlyMap<string, number>,
): Word | undefined {
  if (denies || words.some(({ key }) => sides.get(key) === side)) return undefined
  const before = claim.words.slice(0, word.index).filter(plain).slice(-2)
  const behind = claim.words
    .slice(word.index + 1)
    .filter(plain)
    .slice(0, 2)
  return words.find(({ key, index }) => {
    if (sides.get(key) !== -side) return false
    const near =
      before.length > 0
        ? words.slice(Math.max(0, index - NEAR), index)
        : words.slice(index + 1, index + 1 + NEAR)
    const told = before.length > 0 ? before : behind
    return told.some((one) => near.some((other) => other.key === one.key))
  })
}

/** In words. */
const NEAR = 6

/** By stem, the number of its pair; negative on the other side. Words that stand on two sides tell nothing. */
function sidesOf(language: string): ReadonlyMap<string, number> {
  const before = read.get(language)
  if (before !== undefined) return before
  const sides = new Map<string, number>()
  const twice = new Set<string>()
  for (const [i, pair] of (PAIRS.get(language) ?? []).entries())
    for (const [j, words] of pair.entries())
      for (const key of new Set(words.split(' ').map((word) => analyse(word, language)[0] ?? word))) {
        if (sides.has(key)) twice.add(key)
        sides.set(key, (i + 1) * (j === 0 ? 1 : -1))
      }
  for (const key of twice) sides.delete(key)
  read.set(language, sides)
  return sides
}

const PAIRS: ReadonlyMap<string, readonly (readonly string[])[]> = new Map(Object.entries(opposites))
const read = new Map<string, ReadonlyMap<string, number>>()
