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
  /** All keys of the large city that a key mostly means, in any script; none where it means none. */
  spellings(key: string): readonly string[]
  /** Large cities by all their keys, each with the key that English news has. */
  cities(): ReadonlyMap<string, string>
}

/** Thousands of inhabitants from which no two cities of a country have as many, but for one in fifty: that tells which names are one city's. */
const LARGE = 300
const LARGE_CITY = /(?:^|\+|\|)[pc]([A-Z]{2}):(\d{3,})[!~^]*(?:@(\w+))?/

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
  const lines = new Map<string, string | PlaceEntry>()
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
  let read: Cities | undefined
  const cities = (): Cities => (read ??= readCities(text))
  return {
    goesOnWith: (word) => later.has(word),
    spellings: (key) => cities().keysOf.get(cities().cityOf.get(key) ?? '') ?? [],
    cities: () => cities().called,
    find(key) {
      const line = lines.get(key)
      if (typeof line !== 'string') return line
      const begins = line.startsWith('+')
      const senses = line
        .slice(begins ? 1 : 0)
        .split('|')
        .filter((sense) => sense !== '')
      const entry = { begins, senses: senses.map(parseSense) }
      lines.set(key, entry)
      return entry
    },
  }
}

/** Large cities, each by its country and inhabitants. */
interface Cities {
  readonly cityOf: ReadonlyMap<string, string>
  readonly keysOf: ReadonlyMap<string, readonly string[]>
  readonly called: ReadonlyMap<string, string>
}

function readCities(text: string): Cities {
  const cityOf = new Map<string, string>()
  const keysOf = new Map<string, string[]>()
  const english = new Map<string, string>()
  for (const line of text.split('\n')) {
    const [key = '', senses = ''] = line.split('\t')
    const [, country = '', thousands = '0', languages] = LARGE_CITY.exec(senses) ?? []
    if (Number(thousands) < LARGE || /^[~^]/.test(key)) continue
    const city = `${country}${thousands}`
    cityOf.set(key, city)
    keysOf.getOrInsertComputed(city, () => []).push(key)
    if (/^[a-z]/.test(key) && (languages?.includes('en') ?? true) && !english.has(city))
      english.set(city, key)
  }
  const called = new Map([...cityOf].map(([key, city]) => [key, english.get(city) ?? key]))
  return { cityOf, keysOf, called }
}
