/**
 * Keys of a set of hashes, 32 bits each: sets that share much of their elements share a key (Broder 1997, banding as in Leskovec et al.,
 * Mining of Massive Datasets, chapter 3). 12 bands of 2 rows find a pair with Jaccard 0.3 in 68 % of cases, 0.5 in 97 %, 0.7 always.
 */
export function minHashKeys(hashes: Uint32Array): number[] {
  // Signed numbers are reckoned with faster; with the highest bit turned over they keep the order of unsigned ones.
  const signed = new Int32Array(hashes.buffer, hashes.byteOffset, hashes.length)
  const keys: number[] = []
  for (let band = 0; band < BANDS; band++) {
    const one = MULTIPLIERS[band * 2] ?? 1
    const two = MULTIPLIERS[band * 2 + 1] ?? 1
    let least = HIGHEST
    let leastOfTwo = HIGHEST
    for (let i = 0; i < signed.length; i++) {
      const hash = signed[i] ?? 0
      const mixed = Math.imul(hash, one)
      const mixedByTwo = Math.imul(hash, two)
      least = Math.min(least, mixed ^ (mixed >>> 13) ^ HIGHEST_BIT)
      leastOfTwo = Math.min(leastOfTwo, mixedByTwo ^ (mixedByTwo >>> 13) ^ HIGHEST_BIT)
    }
    const joined = Math.imul(least ^ HIGHEST_BIT, 0x85ebca6b) ^ leastOfTwo ^ HIGHEST_BIT
    keys.push((joined + Math.imul(band, 0x9e3779b1)) | 0)
  }
  return keys
}

const HIGHEST_BIT = 1 << 31
const HIGHEST = 0x7fffffff
const BANDS = 12

/** Odd numbers permute the 32-bit numbers when one multiplies by them; drawn once by a fixed rule, so that keys never change. */
const MULTIPLIERS: readonly number[] = Array.from({ length: BANDS * 2 }, (_, i) => {
  let x = Math.imul(i + 1, 0x9e3779b1)
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad)
  return (x ^ (x >>> 15)) | 1
})
