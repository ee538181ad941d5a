/** Hashes of each run of four words (by the hashes of the words), ascending and without repeats: what two copies share however they were trimmed. */
export function shingle(words: ArrayLike<number>): Uint32Array {
  const runs = new Uint32Array(Math.max(0, Math.min(words.length, SHINGLED_WORDS) - RUN + 1))
  for (let i = 0; i < runs.length; i++) {
    let hash = 0
    for (let j = i; j < i + RUN; j++) hash = (Math.imul(hash ^ (words[j] ?? 0), 0x9e3779b1) + 0x7f4a7c15) | 0
    runs[i] = hash ^ (hash >>> 15)
  }
  runs.sort()
  let different = 0
  for (let i = 0; i < runs.length; i++)
    if (i === 0 || runs[i] !== runs[i - 1]) runs[different++] = runs[i] ?? 0
  return runs.slice(0, different)
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
