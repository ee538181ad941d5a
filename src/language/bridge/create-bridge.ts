import { stem } from '../stem.ts'
import { hashWord } from '../terms.ts'
import { bridgeKey } from './bridge-key.ts'
import { type BridgeTable, findRow, LAST, startOf, WHOLE } from './bridge-file.ts'

/** Is told an English stem by its `hashWord` and how much of the word it is, 0 to 1; for one word these sum to 1 or less. */
export type TellStem = (english: number, weight: number) => void

/** What leads the words of one language to English stems, so that texts of different languages can be compared. */
export interface Bridge {
  /**
   * Tells the English stems of a term of `readTerms`; `hash` is its number in `Terms.hashes`. Answers false, and tells nothing, where none is known:
   * only words in Latin letters pass as they are, since names do.
   */
  lookUp(term: string, hash: number, tell: TellStem): boolean
}

/** The bridge of a language by its table; `english` has the hash of each stem that the table numbers. */
export function createBridge(table: BridgeTable, english: Int32Array, language: string): Bridge {
  /** What was looked up last, by hash: each has its number, then its row or what is told instead. */
  const met = new Int32Array(MET_KEPT * 2)
  met[1] = NOTHING

  const find = (term: string): number => {
    const row = findRow(table, hashWord(bridgeKey(term, language)))
    if (row >= 0) return row
    return LATIN.test(term) ? PASSES : NOTHING
  }

  return {
    lookUp(term, hash, tell) {
      const slot = ((hash ^ (hash >>> 15)) & (MET_KEPT - 1)) * 2
      if (met[slot] !== hash) {
        met[slot + 1] = find(term)
        met[slot] = hash
      }
      const row = met[slot + 1] ?? NOTHING
      if (row === NOTHING) return false
      if (row === PASSES) {
        tell(hashWord(passing(term)), 1)
        return true
      }
      for (let at = startOf(table, row); ; at++) {
        const weight = table.weights[at] ?? LAST
        tell(english[table.stems[at] ?? 0] ?? 0, (weight & ~LAST) / WHOLE)
        if ((weight & LAST) !== 0) return true
      }
    },
  }
}

/** Words that a language remembers, a power of two. */
const MET_KEPT = 1 << 12
const NOTHING = -1
const PASSES = -2
const LATIN = /^[a-z0-9]+$/

/** What a word without an entry is in English: itself, as English would be read. */
export const passing = (term: string): string => stem(term, 'en')
