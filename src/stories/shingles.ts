/** Hashes of each run of four words, ascending and without repeats: what two copies share however they were trimmed. */
export function shingle(words: readonly string[]): Uint32Array {
  const hashes = words.slice(0, SHINGLED_WORDS).map(hashWord)
  const shingles = new Set<number>()
  for (let i = 0; i + RUN <= hashes.length; i++) {
    let hash = 0
    for (let j = i; j < i + RUN; j++) hash = Math.imul(hash ^ (hashes[j] ?? 0), 0x9e3779b1) + 0x7f4a7c15
    shingles.add((hash ^ (hash >>> 15)) >>> 0)
  }
  return Uint32Array.from(shingles).sort()
}

/** The share of the shorter text that stands in the longer one, 0 to 1: a brief cut from a long report is wholly contained. */
export function containment(a: Uint32Array, b: Uint32Array): number {
  const fewer = Math.min(a.length, b.length)
  if (fewer === 0) return 0
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const left = a[i] ?? 0
    const right = b[j] ?? 0
    if (left === right) shared++
    if (left <= right) i++
    if (right <= left) j++
  }
  return shared / fewer
}

const RUN = 4
/** Outlets trim wire copies at the end: the beginning is enough to know one, and bounds the memory to 1 KB an article. */
const SHINGLED_WORDS = 250

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash
}
