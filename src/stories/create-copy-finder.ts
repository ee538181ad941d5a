import type { Traits } from './read-traits.ts'

/** Remembers texts and finds the one that a text repeats. */
export interface CopyFinder {
  /**
   * The id of the remembered article with the largest share of common text, or null when none repeats it. `at`: milliseconds since 1970. A form that is filled in
   * anew each time (of an earthquake, of drones shot down) is no copy: texts that differ are asked for `canBeOne`.
   */
  find(print: Print, at: number, canBeOne: (id: string) => boolean): string | null
  /** What it gives is to be handed to `forget`. */
  remember(id: string, print: Print, at: number): Remembered
  forget(remembered: Remembered): void
}

export interface Remembered extends Print {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Share of the shorter text. Independent reports of one event share quotes, seldom more than a fifth. */
const COPIED_SHARE = 0.5
/** From here on a text is the same, whatever its headline says. */
const SAME_SHARE = 0.9
/** Runs of four words: shorter texts are compared by their titles. */
const ENOUGH_SHINGLES = 20
/** Shorter titles ("Business highlights") are not news of one event. Words. */
const ENOUGH_TITLE_WORDS = 5
/** Copies run within days; a title alone that comes back the next morning is a column ("What you need to know today"). */
const TEXTS_APART_MS = 3 * 24 * 60 * 60 * 1000
const TITLES_APART_MS = 12 * 60 * 60 * 1000
/** A key shared by more articles than this is boilerplate; the newest are looked at. */
const ARTICLES_PER_KEY = 8

/** What a text is recognised by. */
export interface Print {
  readonly shingles: Uint32Array
  /** Of its beginning, see `minHashKeys`, and of its title: texts that share none are not alike. 32 bits, since a Map finds these soonest. */
  readonly keys: readonly number[]
  /** 52 bits of the title's words: no two titles in memory are likely to share them. Null for a short title. */
  readonly title: number | null
}

export function createCopyFinder(): CopyFinder {
  /** Most keys are of one article: these need no list. */
  const byKey = new Map<number, Remembered | readonly Remembered[]>()

  return {
    find(print, at, canBeOne) {
      let found: string | null = null
      let most = COPIED_SHARE
      for (const key of print.keys) {
        for (const other of listOf(byKey.get(key))) {
          if (other.id === found) continue
          const { shingles } = other
          const readable = Math.min(print.shingles.length, shingles.length) >= ENOUGH_SHINGLES
          if (Math.abs(at - other.at) > (readable ? TEXTS_APART_MS : TITLES_APART_MS)) continue
          const share = readable
            ? containment(print.shingles, shingles)
            : print.title !== null && print.title === other.title
              ? 1
              : 0
          if (share < most || (share === most && found !== null)) continue
          if (share < SAME_SHARE && !canBeOne(other.id)) continue
          most = share
          found = other.id
        }
      }
      return found
    },
    remember(id, print, at) {
      const remembered = { id, at, ...print }
      for (const key of print.keys) {
        const others = byKey.get(key)
        byKey.set(
          key,
          others === undefined ? remembered : [...listOf(others), remembered].slice(-ARTICLES_PER_KEY),
        )
      }
      return remembered
    },
    forget(remembered) {
      for (const key of remembered.keys) {
        const left = listOf(byKey.get(key)).filter((other) => other !== remembered)
        if (left.length === 0) byKey.delete(key)
        else byKey.set(key, left)
      }
    },
  }
}

function listOf(remembered: Remembered | readonly Remembered[] = []): readonly Remembered[] {
  return 'id' in remembered ? [remembered] : remembered
}

export function takePrint({ title, start }: Traits): Print {
  const shingles = shingle(start.hashes)
  const readable = shingles.length >= ENOUGH_SHINGLES
  const keys = readable ? minHashKeys(shingles) : []
  if (title.hashes.length < ENOUGH_TITLE_WORDS)
    return { shingles: readable ? shingles : EMPTY, keys, title: null }
  let one = 0
  let two = 0
  for (const hash of title.hashes) {
    one = Math.imul(one ^ hash, 0x01000193)
    two = Math.imul(two + hash, 0x85ebca6b) ^ (two >>> 15)
  }
  keys.push(one)
  return { shingles: readable ? shingles : EMPTY, keys, title: (one >>> 0) * 2 ** 20 + (two >>> 12) }
}

const EMPTY = new Uint32Array()

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
