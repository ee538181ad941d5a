import type { CitedText } from '../check/cited-text.ts'
import type { Claim } from '../check/claim.ts'
import { isSame } from '../check/is-same.ts'
import { nameMentions } from '../check/name-mentions.ts'
import { placedNames } from '../check/swap-signs.ts'
import type { Word } from '../check/read-words.ts'

export interface Exchanged {
  readonly text: string
  /** Where the other name stands, UTF-16 units. */
  readonly start: number
  readonly end: number
}

const TRIES = 20
/** How many of the names of several words are told by one: "Berg" of "Ola Berg", but also "Lumpur". */
const TORN = 0.25

/** A sentence with one name, or the capital word that opens it, exchanged for another name of the text by chance. Undefined where there is none. */
export function exchangeName(claim: Claim, cited: CitedText, chance: () => number): Exchanged | undefined {
  const names = placedNames(claim, cited)
  const [opening] = claim.words
  const isName = names.some(([first]) => first === opening)
  const isOpening = opening?.capital === true && !opening.empty && opening.number === undefined
  const slots = isOpening && !isName && chance() < 0.5 ? [...names, [opening]] : names
  const slot = pick(slots, chance)
  const first = slot?.[0]
  const last = slot?.at(-1)
  const other = otherName(claim, cited, chance)
  if (first === undefined || last === undefined || other === undefined) return undefined
  const isOwner = OWNER.test(last.text)
  const name = other.map(({ text, gap }, i) => (i > 0 ? gap : '') + text).join('')
  const told = isOwner || chance() < 0.7 ? name.replace(OWNER, '') : name
  const owner = isOwner && chance() < 0.7 ? (OWNER.exec(last.text)?.[0].length ?? 0) : 0
  return {
    text: claim.text.slice(0, first.start) + told + claim.text.slice(last.start + last.text.length - owner),
    start: first.start,
    end: first.start + told.length,
  }
}

const OWNER = /['’]s?$/u

/** One or two neighbouring words of a mention that shares none with the claim. */
function otherName(claim: Claim, cited: CitedText, chance: () => number): readonly Word[] | undefined {
  const mentions = nameMentions(cited)
  for (let i = 0; i < TRIES; i++) {
    const words = pick(mentions, chance)?.words ?? []
    if (words.length === 0 || words.some((word) => claim.words.some((told) => isSame(word, told)))) continue
    if (words.length > 1 && chance() < TORN) {
      const part = pick(words, chance)
      return part === undefined ? undefined : [part]
    }
    const from = words.length > 2 ? Math.floor(chance() * (words.length - 1)) : 0
    return words.slice(from, from + 2)
  }
  return undefined
}

const pick = <T>(list: readonly T[], chance: () => number): T | undefined =>
  list[Math.floor(chance() * list.length)]

/** Numbers from 0 to 1 that look like chance and are the same each time (mulberry32). */
export function sameChance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
