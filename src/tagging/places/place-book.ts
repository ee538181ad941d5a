import { readFileSync } from 'node:fs'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { type Sense, parseSense } from './sense.ts'

/** The content of one key of the places file. */
export interface PlaceEntry {
  /** Longer names begin with this key. */
  readonly hasLonger: boolean
  readonly senses: readonly Sense[]
}

/**
 * All place names that the tagger knows. Keys are folded words joined by spaces. "~" stands before the stems
 * of a name of several words, "^" before a language and the term of a word (`wordTerm`).
 */
export interface PlaceBook {
  find(key: string): PlaceEntry | undefined
  /** Whether a name of several words has this word behind its first. */
  isLaterWord(word: string): boolean
  /**
   * All keys, in any script, of the large city that a key means; empty if it means none. If it means several,
   * that of the first in the file counts.
   */
  spellings(key: string): readonly string[]
  /** All keys of large cities, each with the key of its English name, or with itself if it has none. */
  cities(): ReadonlyMap<string, string>
}

/**
 * Thousands of inhabitants of a large city. Only one in fifty of these has the same number as another of its
 * country, so country and number identify a city.
 */
const LARGE_CITY_THOUSANDS = 300
const LARGE_CITY = /(?:^|\+|\|)[pc]([A-Z]{2})(?:\.\w+)?:(\d{3,})[!~^]*(?:@(\w+))?/g

let opened: PlaceBook | null = null

/**
 * Opens the names of places.tsv.gz beside this file and those from the bridge, together some 130,000. Read
 * once in a process; each entry is parsed when it is first found.
 */
export function openPlaceBook(): PlaceBook {
  return (opened ??= readPlaceBook(
    gunzipSync(readFileSync(new URL('places.tsv.gz', import.meta.url))).toString('utf8'),
    brotliDecompressSync(
      readFileSync(new URL('../../language/bridge/tables/places.tsv.br', import.meta.url)),
    ).toString('utf8'),
  ))
}

function readPlaceBook(names: string, terms: string): PlaceBook {
  const text = `${names}\n${terms}`
  const { lineOf, later } = indexLines(text)
  const entries = new Map<number, PlaceEntry>()
  let read: Cities | undefined
  const cities = (): Cities => (read ??= readCities(text))
  return {
    isLaterWord: (word) => later.has(word),
    spellings: (key) => cities().keysOf.get(cities().cityOf.get(key) ?? '') ?? [],
    cities: () => cities().called,
    find(key) {
      const start = lineOf(key)
      if (start < 0) return undefined
      let entry = entries.get(start)
      if (entry === undefined) entries.set(start, (entry = readEntry(text, start + key.length + 1)))
      return entry
    },
  }
}

function readEntry(text: string, from: number): PlaceEntry {
  const hasLonger = text.startsWith('+', from)
  const senses = text
    .slice(hasLonger ? from + 1 : from, endOfLine(text, from))
    .split('|')
    .filter((sense) => sense !== '')
  return { hasLonger, senses: senses.map(parseSense) }
}

/**
 * Indexes the lines of a text by their keys, which end at a tab. `lineOf` finds a line; `later` are all words
 * of keys behind the first.
 * An open hash table holds the offset of each line, and a mark of eight bits of its hash, for most keys that
 * are looked up do not exist. A Map took three times the memory of the text, in each thread.
 */
function indexLines(text: string) {
  const later = new Set<string>()
  const starts: number[] = []
  for (let at = 0; at < text.length; at = endOfLine(text, at) + 1) {
    starts.push(at)
    const tab = text.indexOf('\t', at)
    const space = text.indexOf(' ', at)
    if (space > at && space < tab) for (const word of text.slice(space + 1, tab).split(' ')) later.add(word)
  }
  const bits = Math.ceil(Math.log2(starts.length * 2))
  const places = new Int32Array(1 << bits)
  /** 0 in an empty slot. */
  const marks = new Uint8Array(places.length)
  const next = (slot: number): number => (slot + 1) & (places.length - 1)
  const slotOf = (hash: number): number => hash >>> (32 - bits)
  for (const start of starts) {
    const hash = hashOf(text, start, text.indexOf('\t', start))
    let slot = slotOf(hash)
    while (marks[slot] !== 0) slot = next(slot)
    places[slot] = start
    marks[slot] = markOf(hash)
  }
  /** Offset of the line of a key; -1 if there is none. */
  const lineOf = (key: string): number => {
    const hash = hashOf(key, 0, key.length)
    const mark = markOf(hash)
    for (let slot = slotOf(hash); marks[slot] !== 0; slot = next(slot)) {
      const start = places[slot] ?? 0
      if (marks[slot] === mark && text.startsWith(key, start) && text.charAt(start + key.length) === '\t')
        return start
    }
    return -1
  }
  return { lineOf, later }
}

function hashOf(text: string, from: number, to: number): number {
  let hash = 0
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x9e3779b1)
  return hash
}

/** Eight bits of a hash that do not decide its slot; never 0. */
const markOf = (hash: number): number => ((hash >>> 4) & 0xff) | 1

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

/** Large cities, identified by country and thousands of inhabitants. */
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
    if (/^[~^]/.test(key)) continue
    const large = senses
      .matchAll(LARGE_CITY)
      .find(([, , thousands]) => Number(thousands) >= LARGE_CITY_THOUSANDS)
    if (large === undefined) continue
    const [, country, thousands, languages] = large
    const city = `${country}${thousands}`
    cityOf.set(key, city)
    keysOf.getOrInsertComputed(city, () => []).push(key)
    if (/^[a-z]/.test(key) && (languages?.includes('en') ?? true) && !english.has(city))
      english.set(city, key)
  }
  const called = new Map([...cityOf].map(([key, city]) => [key, english.get(city) ?? key]))
  return { cityOf, keysOf, called }
}
