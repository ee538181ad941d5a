import { fold } from '../letters.ts'
import { type NumberSet, numberSet } from '../number-set.ts'
import { stem } from '../stem.ts'
import { hashWord } from '../terms.ts'
import { bridgeKey, compoundParts, otherKeys } from './bridge-key.ts'
import { type BridgeTable, findRow, LAST, startOf, WHOLE } from './bridge-file.ts'

/** Is told an English stem by its `hashWord` and how much of the word it is, 0 to 1; for one word these sum to 1 or less. */
export type TellStem = (english: number, weight: number) => void

/** What leads the words of one language to English stems, so that texts of different languages can be compared. */
export interface Bridge {
  /**
   * What a likeness between two English texts comes to between one of this language and one in English, as a multiple: so much of a threshold
   * says the same.
   */
  readonly likeness: number
  /**
   * Tells the English stems of a term of `readTerms`; `hash` is its number in `Terms.hashes`. Answers false, and tells nothing, where none is known:
   * only words in Latin letters pass as they are, since names do.
   */
  lookUp(term: string, hash: number, tell: TellStem): boolean
}

/** English stems by their numbers, as hashes, and which these are. */
export interface EnglishStems {
  readonly numbered: Int32Array
  readonly has: NumberSet
}

export function readStems(stems: readonly string[]): EnglishStems {
  const numbered = Int32Array.from(stems, hashWord)
  return { numbered, has: numberSet(numbered) }
}

/** The bridge of a language by its table. */
export function createBridge(table: BridgeTable, english: EnglishStems, language: string): Bridge {
  const seed = Math.imul(++made, 0x9e3779b1)

  /** Where the stems of a key begin. */
  const stemsOf = (key: string): number => {
    const row = findRow(table, hashWord(key))
    return row < 0 ? NOTHING : startOf(table, row)
  }
  const isEnglish = (term: string): boolean => english.has(hashWord(passing(term)))

  /** Case endings are cut off a name where English knows what is left, and nowhere else does a word that English knows change. */
  const passesAs = (term: string): readonly [string, string] => {
    const key = bridgeKey(term, language)
    if (key === term || isEnglish(term)) return [term, term]
    return isEnglish(key) ? [key, key] : [term, key]
  }

  const find = (slot: number, term: string): void => {
    met[slot + SECOND] = NOTHING
    const key = bridgeKey(term, language)
    met[slot + FIRST] = stemsOf(key)
    if (met[slot + FIRST] !== NOTHING) return
    const isLatin = LATIN.test(term)
    if (isLatin && (isEnglish(term) || isEnglish(key))) {
      letPass(slot, term)
      return
    }
    for (const key of otherKeys(term, language)) {
      met[slot + FIRST] = stemsOf(key)
      if (met[slot + FIRST] !== NOTHING) return
    }
    for (const [first, second] of compoundParts(term, language)) {
      const stems = stemsOf(second)
      if (stems === NOTHING) continue
      met[slot + FIRST] = stemsOf(fold(stem(first, language)))
      met[slot + SECOND] = stems
      if (met[slot + FIRST] !== NOTHING) return
    }
    met[slot + SECOND] = NOTHING
    if (isLatin) letPass(slot, term)
  }

  const letPass = (slot: number, term: string): void => {
    const [one, other] = passesAs(term)
    met[slot + FIRST] = one === other ? PASSES : PASSES_AS_TWO
    met[slot + SECOND] = hashWord(passing(one))
    if (one !== other) met[slot + OTHER] = hashWord(passing(other))
  }

  const tellFrom = (start: number, share: number, tell: TellStem): void => {
    for (let at = start; ; at++) {
      const weight = table.weights[at] ?? LAST
      tell(english.numbered[table.stems[at] ?? 0] ?? 0, ((weight & ~LAST) / WHOLE) * share)
      if ((weight & LAST) !== 0) return
    }
  }

  return {
    likeness: table.likeness,
    lookUp(term, hash, tell) {
      const mark = (hash ^ seed) | 1
      const slot = ((hash ^ seed ^ (hash >>> 15)) & (MET_KEPT - 1)) * STRIDE
      if (met[slot] !== mark) {
        find(slot, term)
        met[slot] = mark
      }
      const first = met[slot + FIRST] ?? NOTHING
      if (first === NOTHING) return false
      const second = met[slot + SECOND] ?? NOTHING
      if (first === PASSES) tell(second, 1)
      else if (first === PASSES_AS_TWO) {
        tell(second, 0.5)
        tell(met[slot + OTHER] ?? 0, 0.5)
      } else {
        tellFrom(first, second === NOTHING ? 1 : 0.5, tell)
        if (second !== NOTHING) tellFrom(second, 0.5, tell)
      }
      return true
    },
  }
}

/**
 * What was looked up last in all languages: a mark of the term and its language, zero in an empty place; where its stems begin, or what is told instead;
 * and where those of the second part of a compound begin; or the stems of a word that
 * passes, one or two. To look a word up by other forms costs ten times as much.
 */
const MET_KEPT = 1 << 16
const STRIDE = 4
const FIRST = 1
const SECOND = 2
const OTHER = 3
const met = new Int32Array(MET_KEPT * STRIDE)
/** Each bridge finds its own words there. */
let made = 0

const NOTHING = -1
const PASSES = -2
const PASSES_AS_TWO = -3
const LATIN = /^[a-z0-9]+$/

/** What a word without an entry is in English: itself, as English would be read. */
export const passing = (term: string): string => stem(term, 'en')
