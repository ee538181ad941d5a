import { readFileSync } from 'node:fs'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { type Sense, parseSense } from './sense.ts'

/** What stands under one key of the places file. */
export interface PlaceEntry {
  /** Longer names begin with this key. */
  readonly begins: boolean
  readonly senses: readonly Sense[]
}

/**
 * All names the tagger knows, by folded words joined with a space; "~" leads the stems of names of several words, "^" a language and the term
 * of a word (`wordTerm`).
 */
export interface PlaceBook {
  find(key: string): PlaceEntry | undefined
  /** Some name of several words has this word behind its first. */
  goesOnWith(word: string): boolean
}

let opened: PlaceBook | null = null

/** The names of places.tsv.gz beside this file, and those that the bridge knows, some 130,000: read once for a process, each parsed when first met. */
export function openPlaceBook(): PlaceBook {
  return (opened ??= readPlaceBook(
    gunzipSync(readFileSync(new URL('places.tsv.gz', import.meta.url))).toString('utf8'),
    brotliDecompressSync(
      readFileSync(new URL('../../language/bridge/tables/places.tsv.br', import.meta.url)),
    ).toString('utf8'),
  ))
}

function readPlaceBook(names: string, terms: string): PlaceBook {
  const lines = new Map<string, string>()
  const text = `${names}\n${terms}`
  for (let at = 0; at < text.length;) {
    const tab = text.indexOf('\t', at)
    const end = text.indexOf('\n', tab) < 0 ? text.length : text.indexOf('\n', tab)
    lines.set(text.slice(at, tab), text.slice(tab + 1, end))
    at = end + 1
  }
  const later = new Set<string>()
  for (const key of lines.keys()) {
    const space = key.indexOf(' ')
    if (space > 0) for (const word of key.slice(space + 1).split(' ')) later.add(word)
  }
  const entries = new Map<string, PlaceEntry>()
  return {
    goesOnWith: (word) => later.has(word),
    find(key) {
      const known = entries.get(key)
      if (known) return known
      const line = lines.get(key)
      if (line === undefined) return undefined
      const begins = line.startsWith('+')
      const senses = line
        .slice(begins ? 1 : 0)
        .split('|')
        .filter((sense) => sense !== '')
      const entry = { begins, senses: senses.map(parseSense) }
      entries.set(key, entry)
      return entry
    },
  }
}
