import type { CitedText } from './cited-text.ts'
import type { Claim } from './claim.ts'
import { presence } from './find-evidence.ts'
import { isSameName } from './names.ts'
import type { Word } from './read-words.ts'

/**
 * "Norkraft sent", where the text has "Sweden sent" and Norkraft only elsewhere: the name that stands there instead, in a sentence that tells of
 * the same matter.
 */
export function rivalOf(name: readonly Word[], claim: Claim, cited: CitedText): string | undefined {
  const next = claim.words[(name.at(-1)?.index ?? 0) + 1]
  if (next === undefined || next.empty || next.capital || next.number !== undefined) return undefined
  const rest = claim.content.filter((word) => !name.includes(word))
  let rival: string | undefined
  for (const [i, { words }] of cited.sentences.entries()) {
    const isAboutIt = rest.filter((word) => presence(word, cited)[i]).length > rest.length * SAME_MATTER
    for (const { index } of words.filter(({ key }) => key === next.key)) {
      const around = words.slice(Math.max(0, index - NEAR), index + NEAR + 1)
      if (around.some((word) => name.some((part) => isSame(word, part)))) return undefined
      const other = words[index - 1]
      if (isAboutIt && other && isOtherName(other, claim, cited)) rival = other.text
    }
  }
  return rival
}

const isOtherName = (word: Word, claim: Claim, cited: CitedText): boolean =>
  word.capital &&
  !word.empty &&
  word.number === undefined &&
  !(word.first && cited.small.has(word.lower)) &&
  !claim.words.some((other) => isSame(word, other))

/** How many of the claim's other words the sentence with the other name must hold. */
const SAME_MATTER = 0.4
/** How many words from its neighbour the name itself may stand and still be meant. */
const NEAR = 10

/** The same word in whatever form. */
export const isSame = (a: Word | undefined, b: Word): boolean =>
  a !== undefined && (a.lower === b.lower || a.key === b.key || isSameName(a.lower, b.lower))
