import { fold } from '../letters.ts'
import { type NumberSet, numberSet } from '../number-set.ts'
import { stem } from '../stem.ts'
import { hashWord } from '../terms.ts'
import { bridgeKey, compoundParts, otherKeys } from './bridge-key.ts'
import { type BridgeTable, findRow, LAST_FLAG, startOf, WHOLE } from './bridge-file.ts'

/**
 * Receives an English stem as its `hashWord`, and its share of the word, 0 to 1. The shares of one word sum
 * to 1 or less.
 */
export type GiveStem = (english: number, weight: number) => void

/** Maps the words of one language to English stems, so that texts in different languages can be compared. */
export interface Bridge {
  /**
   * Ratio of a likeness between a text in this language and one in English to the likeness of two such texts
   * in English. A threshold multiplied by it has the same meaning.
   */
  readonly likeness: number
  /**
   * Tells the English stems of a term of `readTerms`; `hash` is its entry in `Terms.hashes`. Returns false
   * and tells nothing if none is known. Only words in Latin letters pass unchanged, because they may be
   * names.
   */
  lookUp(term: string, hash: number, tell: GiveStem): boolean
}

/** English stems as hashes, by number and as a set. */
export interface EnglishStems {
  readonly numbered: Int32Array
  readonly has: NumberSet
}

export function readStems(stems: readonly string[]): EnglishStems {
  const numbered = Int32Array.from(stems, hashWord)
  return { numbered, has: numberSet(numbered) }
}

/** Creates the bridge of a language from its table. */
export function createBridge(table: BridgeTable, english: EnglishStems, language: string): Bridge {
  const seed = Math.imul(++bridgesMade, 0x9e3779b1)

  /** Returns where the stems of a key begin. */
  const stemsOf = (key: string): number => {
    const row = findRow(table, hashWord(key))
    return row < 0 ? NOTHING : startOf(table, row)
  }
  const isEnglish = (term: string): boolean => english.has(hashWord(asEnglishStem(term)))

  /**
   * Returns the forms in which a word without an entry passes into English, twice the same if there is one. A
   * word that English knows does not change. A case ending is cut off if English knows the rest; otherwise
   * both forms count.
   */
  const englishForms = (term: string): readonly [string, string] => {
    const key = bridgeKey(term, language)
    if (key === term || isEnglish(term)) return [term, term]
    return isEnglish(key) ? [key, key] : [term, key]
  }

  const find = (slot: number, term: string): void => {
    lookUpCache[slot + SECOND] = NOTHING
    const key = bridgeKey(term, language)
    lookUpCache[slot + FIRST] = stemsOf(key)
    if (lookUpCache[slot + FIRST] !== NOTHING) return
    const isLatin = LATIN.test(term)
    if (isLatin && (isEnglish(term) || isEnglish(key))) {
      keepUnchanged(slot, term)
      return
    }
    for (const key of otherKeys(term, language)) {
      lookUpCache[slot + FIRST] = stemsOf(key)
      if (lookUpCache[slot + FIRST] !== NOTHING) return
    }
    for (const [first, second] of compoundParts(term, language)) {
      const stems = stemsOf(second)
      if (stems === NOTHING) continue
      lookUpCache[slot + FIRST] = stemsOf(fold(stem(first, language)))
      lookUpCache[slot + SECOND] = stems
      if (lookUpCache[slot + FIRST] !== NOTHING) return
    }
    lookUpCache[slot + SECOND] = NOTHING
    if (isLatin) keepUnchanged(slot, term)
  }

  const keepUnchanged = (slot: number, term: string): void => {
    const [one, other] = englishForms(term)
    lookUpCache[slot + FIRST] = one === other ? UNCHANGED : UNCHANGED_IN_TWO_FORMS
    lookUpCache[slot + SECOND] = hashWord(asEnglishStem(one))
    if (one !== other) lookUpCache[slot + OTHER] = hashWord(asEnglishStem(other))
  }

  const giveFrom = (start: number, share: number, tell: GiveStem): void => {
    for (let at = start; ; at++) {
      const weight = table.weights[at] ?? LAST_FLAG
      tell(english.numbered[table.stems[at] ?? 0] ?? 0, ((weight & ~LAST_FLAG) / WHOLE) * share)
      if ((weight & LAST_FLAG) !== 0) return
    }
  }

  return {
    likeness: table.likeness,
    lookUp(term, hash, tell) {
      const mark = (hash ^ seed) | 1
      const slot = ((hash ^ seed ^ (hash >>> 15)) & (WORDS_KEPT - 1)) * STRIDE
      if (lookUpCache[slot] !== mark) {
        find(slot, term)
        lookUpCache[slot] = mark
      }
      const first = lookUpCache[slot + FIRST] ?? NOTHING
      if (first === NOTHING) return false
      const second = lookUpCache[slot + SECOND] ?? NOTHING
      if (first === UNCHANGED) tell(second, 1)
      else if (first === UNCHANGED_IN_TWO_FORMS) {
        tell(second, 0.5)
        tell(lookUpCache[slot + OTHER] ?? 0, 0.5)
      } else {
        giveFrom(first, second === NOTHING ? 1 : 0.5, tell)
        if (second !== NOTHING) giveFrom(second, 0.5, tell)
      }
      return true
    },
  }
}

/**
 * Cache of the last look-ups in all languages. A slot holds a mark of term and language (0 if empty); the
 * start of its stems, or one of the constants below; and the start of the stems of a compound's second part,
 * or the one or two stems of a word that passes unchanged. Looking a word up by its other forms costs ten
 * times as much.
 */
const WORDS_KEPT = 1 << 16
const STRIDE = 4
const FIRST = 1
const SECOND = 2
const OTHER = 3
const lookUpCache = new Int32Array(WORDS_KEPT * STRIDE)
/** Number of bridges made. It seeds the marks, so that each bridge finds only its own words. */
let bridgesMade = 0

const NOTHING = -1
const UNCHANGED = -2
const UNCHANGED_IN_TWO_FORMS = -3
const LATIN = /^[a-z0-9]+$/

/** Returns the English stem of a word without an entry: the word itself, read as English. */
export const asEnglishStem = (term: string): string => stem(term, 'en')
