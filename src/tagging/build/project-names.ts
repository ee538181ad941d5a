import type { Bridge } from '../../language/bridge/create-bridge.ts'
import { hasMark, MARK, readText, type Reading } from '../../language/read-text.ts'
import { soundKey } from '../../language/sound-key.ts'
import { readTerms, TermKind } from '../../language/terms.ts'
import { LABEL } from '../names/label-chain.ts'

/** Names of people in an English sentence, and its other capitalised words, which may name something else. */
export interface EnglishNames {
  /** Index of the first and last word of each name. */
  readonly people: readonly (readonly [first: number, last: number])[]
  readonly others: readonly number[]
}

/** A sentence with the labels of its words. */
export interface Projected {
  readonly words: Reading
  /** Bits of `LABEL` for each word, as in `Labelled`. */
  readonly allowed: Uint8Array
}

const NONE = 1 << LABEL.none
const ANY = 0b11111
const ORGANISATION = (1 << LABEL.organisationBegins) | (1 << LABEL.organisationGoesOn)
/** Words of a name that need not be found. */
const WINDOW = 1

/**
 * Labels a sentence by the names in its English translation. A name is where its words sound alike or the
 * bridge leads to them. If the English has other capitals, a word whose English is no common word may have
 * any label, and every other word may belong to an organisation. Null if somebody whom the English names is
 * not found.
 */
export function projectNames(
  english: Reading,
  names: EnglishNames,
  text: string,
  language: string,
  bridge: Bridge,
  isCommon: (stem: number) => boolean,
): Projected | null {
  const words = readText(text)
  const allowed = new Uint8Array(words.folded.length)
  const signsOfWords = words.folded.map((word, at) => {
    const stems = new Set<number>()
    const {
      words: terms,
      hashes,
      kinds,
    } = readTerms(words.text.slice(words.start[at], words.end[at]), language)
    bridge.lookUp(terms[0] ?? '', hashes[0] ?? 0, (stem) => stems.add(stem))
    const isTelling = /^\p{L}/u.test(word) && ((kinds[0] ?? 0) & (TermKind.stop | TermKind.single)) === 0
    return { stems, sound: soundKey(word, language), isUnknown: isTelling && ![...stems].some(isCommon) }
  })
  allowed.fill(NONE)
  if (names.others.length > 0)
    for (const [at, { isUnknown }] of signsOfWords.entries())
      allowed[at] = isUnknown ? ANY : NONE | ORGANISATION
  for (const [first, last] of names.people) {
    const wanted = english.folded
      .slice(first, last + 1)
      .map((word) => ({ stem: readTerms(word, 'en').hashes[0] ?? 0, sound: soundKey(word, 'en') }))
    const isAlike = (at: number, part: number): boolean => {
      const [own, other] = [signsOfWords[at], wanted[part]]
      if (own === undefined || other === undefined) return false
      return (
        own.stems.has(other.stem) ||
        (own.sound !== null && other.sound !== null && soundsLike(own.sound, other.sound))
      )
    }
    let best = 0
    let where = -1
    for (let at = 0; at + wanted.length <= signsOfWords.length; at++) {
      let met = 0
      for (let part = 0; part < wanted.length; part++) if (isAlike(at + part, part)) met++
      if (met > best) [best, where] = [met, at]
    }
    if (where < 0 || best < wanted.length - WINDOW) return null
    for (let part = 0; part < wanted.length; part++)
      allowed[where + part] = 1 << (part === 0 ? LABEL.personBegins : LABEL.personGoesOn)
  }
  return { words, allowed }
}

/**
 * Whether two sound keys are the same, except for one consonant among four or more, or for a clitic before
 * `one`.
 */
function soundsLike(one: string, other: string): boolean {
  if (one === other || (one.length > other.length && other.length >= 3 && one.endsWith(other))) return true
  if (Math.min(one.length, other.length) < 4 || Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (one[start] !== undefined && one[start] === other[start]) start++
  let end = 0
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end++
  return Math.max(one.length, other.length) - start - end <= 1
}

/** Capitalised words that are not in a name of `people`, at the start of a sentence or a place. */
export function otherCapitals(
  words: Reading,
  people: EnglishNames['people'],
  isPlace: (at: number) => boolean,
): number[] {
  return [...words.folded.keys()].filter(
    (at) =>
      hasMark(words, at, MARK.capital) &&
      !hasMark(words, at, MARK.sentenceStart) &&
      !isPlace(at) &&
      !people.some(([first, last]) => first <= at && at <= last),
  )
}
