import { LABELS } from './label-chain.ts'
import { placeOf, readTokenSigns, TOKEN_SIGNS } from './name-signs.ts'
import type { SharedWeights, SignWeights } from './name-weights.ts'

/** Puts what the place and the neighbours of a word tell of its labels at `to` in `scores`; `kinds` and `places` as for `readTokenSigns`. */
export type PlaceScores = (
  scores: Float64Array,
  to: number,
  at: number,
  kinds: Int32Array,
  places: Int32Array,
) => void

/** The same few places come again and again, and each costs twenty look-ups: so many of those met last are remembered for a language. */
const KEPT = 1 << 12
const KEY = 6
const OUTSIDE = -1

/** Works out what places tell by the weights of a language. */
export function makePlaceScores(own: SignWeights, shared: SharedWeights): PlaceScores {
  const keys = new Int32Array(KEPT * KEY).fill(-2)
  const sums = new Float32Array(KEPT * LABELS)
  const signs = new Int32Array(TOKEN_SIGNS)

  function learn(row: number, at: number, kinds: Int32Array, places: Int32Array): void {
    readTokenSigns(at, kinds, places, signs)
    for (let label = 0; label < LABELS; label++) {
      let sum = 0
      for (const sign of signs)
        sum +=
          (own.weights[placeOf(sign, 0, own.bits) * LABELS + label] ?? 0) * own.scale +
          (shared.weights[placeOf(sign, 0, shared.bits) * LABELS + label] ?? 0) * shared.scale
      sums[row * LABELS + label] = sum
    }
  }

  return (scores, to, at, kinds, places) => {
    const kind = kinds[at] ?? 0
    const place = places[at] ?? 0
    const isFirst = at === 0
    const isLast = at + 1 >= kinds.length
    const kindBefore = isFirst ? OUTSIDE : (kinds[at - 1] ?? 0)
    const placeBefore = isFirst ? OUTSIDE : (places[at - 1] ?? 0)
    const kindBehind = isLast ? OUTSIDE : (kinds[at + 1] ?? 0)
    const placeBehind = isLast ? OUTSIDE : (places[at + 1] ?? 0)
    let hash = Math.imul(kind ^ (place << 12), 0x9e3779b1)
    hash = Math.imul(hash ^ (hash >>> 15) ^ kindBefore ^ (placeBefore << 12), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 15) ^ kindBehind ^ (placeBehind << 12), 0x27d4eb2f)
    const row = (hash ^ (hash >>> 15)) & (KEPT - 1)
    const key = row * KEY
    if (
      keys[key] !== kind ||
      keys[key + 1] !== place ||
      keys[key + 2] !== kindBefore ||
      keys[key + 3] !== placeBefore ||
      keys[key + 4] !== kindBehind ||
      keys[key + 5] !== placeBehind
    ) {
      learn(row, at, kinds, places)
      keys[key] = kind
      keys[key + 1] = place
      keys[key + 2] = kindBefore
      keys[key + 3] = placeBefore
      keys[key + 4] = kindBehind
      keys[key + 5] = placeBehind
    }
    for (let label = 0; label < LABELS; label++) scores[to + label] = sums[row * LABELS + label] ?? 0
  }
}
