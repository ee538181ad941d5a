import type { Bridge } from '../../language/bridge/create-bridge.ts'
import { hasCase, hasMark, MARK, type Words } from '../../language/read-text.ts'
import type { KnownWord } from '../known-word.ts'
import {
  type CapitalShares,
  weightIndex,
  positionSign,
  REACH,
  readTokenSigns,
  readWordSigns,
  TOKEN_SIGNS,
  type WordSigns,
} from '../names/name-signs.ts'
import { OWN_BITS, SHARED_BITS } from '../names/name-weights.ts'

/** Turns the words of a text into signs for the linear chain. */
export interface ChainReader {
  /**
   * The numbers of each word's signs: those that all languages share are below 2 ** SHARED_BITS, the
   * language's own in a range behind them.
   */
  read(words: Words, known: readonly KnownWord[]): Int32Array[]
}

/** Reads the signs of texts in one language, which has the range number `index`. */
export function makeChainReader(
  language: string,
  index: number,
  bridge: Bridge | undefined,
  capitals: CapitalShares,
): ChainReader {
  const met = new Map<string, WordSigns>()
  const from = 2 ** SHARED_BITS + index * 2 ** OWN_BITS
  const token = new Int32Array(TOKEN_SIGNS)
  return {
    read(words, known) {
      const signsOfWords = words.folded.map((word, at) =>
        met.getOrInsertComputed(word, () =>
          readWordSigns(word, words.text.slice(words.start[at], words.end[at]), known[at], language, {
            bridge,
            capitals,
          }),
        ),
      )
      const kinds = signsOfWords.map(({ kind }) => kind)
      const times = new Map<string, number>()
      const small = new Set<string>()
      for (const [at, word] of words.folded.entries()) {
        times.set(word, (times.get(word) ?? 0) + 1)
        if (hasCase(word) && !hasMark(words, at, MARK.capital)) small.add(word)
      }
      const places = words.folded.map((word, at) =>
        positionSign(words, at, times.get(word) ?? 1, small.has(word)),
      )
      return signsOfWords.map((_, at) => {
        const signs: number[] = []
        for (let distance = -REACH; distance <= REACH; distance++) {
          const word = signsOfWords[at + distance]
          if (word === undefined) continue
          for (const sign of within(word.shared, distance))
            signs.push(weightIndex(sign, distance, SHARED_BITS))
          for (const sign of within(word.own, distance))
            signs.push(from + weightIndex(sign, distance, OWN_BITS))
        }
        readTokenSigns(at, kinds, places, token)
        for (const sign of token)
          signs.push(weightIndex(sign, 0, SHARED_BITS), from + weightIndex(sign, 0, OWN_BITS))
        return Int32Array.from(signs)
      })
    },
  }
}

const within = ({ wide, near, itself }: WordSigns['own'], distance: number): readonly number[] => [
  ...wide,
  ...(Math.abs(distance) <= 1 ? near : []),
  ...(distance === 0 ? itself : []),
]
