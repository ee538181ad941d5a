/**
 * Keys of a set of hashes: sets that share much of their elements share a key (Broder 1997, banding as in Leskovec et al.,
 * Mining of Massive Datasets, chapter 3). 12 bands of 2 rows find a pair with Jaccard 0.3 in 68 % of cases, 0.5 in 97 %, 0.7 always.
 */
export function minHashKeys(hashes: Uint32Array): number[] {
  const keys: number[] = []
  for (let band = 0; band < BANDS; band++) {
    const first = smallest(hashes, MULTIPLIERS[band * 2] ?? 1)
    const second = smallest(hashes, MULTIPLIERS[band * 2 + 1] ?? 1)
    keys.push(band * 2 ** 32 + ((Math.imul(first, 0x85ebca6b) ^ second) >>> 0))
  }
  return keys
}

const BANDS = 12

/** Odd numbers permute the 32-bit numbers when one multiplies by them; drawn once by a fixed rule, so that keys never change. */
const MULTIPLIERS: readonly number[] = Array.from({ length: BANDS * 2 }, (_, i) => {
  let x = Math.imul(i + 1, 0x9e3779b1)
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad)
  return (x ^ (x >>> 15)) | 1
})

function smallest(hashes: Uint32Array, multiplier: number): number {
  let least = 0xffffffff
  for (let i = 0; i < hashes.length; i++) {
    const mixed = Math.imul(hashes[i] ?? 0, multiplier)
    const spread = (mixed ^ (mixed >>> 13)) >>> 0
    if (spread < least) least = spread
  }
  return least
}
