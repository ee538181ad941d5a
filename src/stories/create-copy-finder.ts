import { minHashKeys } from './min-hash.ts'
import type { Traits } from './read-traits.ts'
import { containment, shingle } from './shingles.ts'

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
