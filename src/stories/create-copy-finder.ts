import { minHashKeys } from './min-hash.ts'
import type { Traits } from './read-traits.ts'
import { containment, shingle } from './shingles.ts'

/** Remembers texts and finds the one that a text repeats. */
export interface CopyFinder {
  /** The id of the remembered article with the largest share of common text, or null when none repeats it. */
  find(print: Print): string | null
  remember(id: string, print: Print): void
  forget(id: string): void
}

/** Share of the shorter text. Independent reports of one event share quotes, seldom more than a fifth. */
const COPIED_SHARE = 0.5
/** Runs of four words: shorter texts are compared by their titles. */
const ENOUGH_SHINGLES = 20
/** Shorter titles ("Business highlights") are not news of one event. Words. */
const ENOUGH_TITLE_WORDS = 5
/** A key shared by more articles than this is boilerplate; the newest are looked at. */
const ARTICLES_PER_KEY = 8

/** What a text is recognised by. */
export interface Print {
  readonly shingles: Uint32Array
  readonly keys: readonly (number | string)[]
}

export function createCopyFinder(): CopyFinder {
  const prints = new Map<string, Print>()
  const idsByKey = new Map<number | string, string[]>()

  return {
    find(print) {
      let found: string | null = null
      let most = COPIED_SHARE
      for (const key of print.keys) {
        for (const id of idsByKey.get(key) ?? []) {
          const other = prints.get(id)
          if (other === undefined || id === found) continue
          const readable = Math.min(print.shingles.length, other.shingles.length) >= ENOUGH_SHINGLES
          const share = readable
            ? containment(print.shingles, other.shingles)
            : typeof key === 'string'
              ? 1
              : 0
          if (share < most || (share === most && found !== null)) continue
          most = share
          found = id
        }
      }
      return found
    },
    remember(id, print) {
      prints.set(id, print)
      for (const key of print.keys) {
        const ids = idsByKey.get(key)
        if (ids === undefined) idsByKey.set(key, [id])
        else {
          ids.push(id)
          if (ids.length > ARTICLES_PER_KEY) ids.shift()
        }
      }
    },
    forget(id) {
      for (const key of prints.get(id)?.keys ?? []) {
        const left = (idsByKey.get(key) ?? []).filter((other) => other !== id)
        if (left.length === 0) idsByKey.delete(key)
        else idsByKey.set(key, left)
      }
      prints.delete(id)
    },
  }
}

export function takePrint({ title, start }: Traits): Print {
  const shingles = shingle(start)
  const readable = shingles.length >= ENOUGH_SHINGLES
  const keys: (number | string)[] = readable ? minHashKeys(shingles) : []
  if (title.length >= ENOUGH_TITLE_WORDS) keys.push(title.join(' '))
  return { shingles: readable ? shingles : EMPTY, keys }
}

const EMPTY = new Uint32Array()
