import { SPOKEN } from '../languages.ts'
import { wordEndings } from '../parts.ts'
import { hashWord, readTerms, TermKind } from '../terms.ts'
import { BRIDGED, bridgeOf, readTable, readStemList } from './bridge.ts'
import { beginsOf, LAST_FLAG, WHOLE, type WrittenTable } from './bridge-file.ts'

/** Words of one language with the same meaning as a word of another, as `readTerms` returns them. */
export interface Translation {
  /** ISO 639-1. */
  readonly language: string
  /** The likeliest first. */
  readonly terms: readonly string[]
  /** Whether other words may begin with these, because only endings were cut off (see `bridgeKey`). */
  readonly areStems: boolean
}

/**
 * Translates a single word into other languages (ISO 639-1) by way of English. Its own language is found by
 * its letters and the tables: a word that English knows counts as English, and a word that neither
 * `languages` nor the asker's languages (`own`) know is looked up in all languages that we speak. Returns
 * nothing for numbers, names without an entry, and several words in one.
 */
export function translate(
  word: string,
  languages: readonly string[],
  own: readonly string[] = [],
): readonly Translation[] {
  const near = stemsOf(word, [...new Set([...languages, ...own])])
  const wanted = near.own.size > 0 ? near : stemsOf(word, SPOKEN)
  if (wanted.own.size === 0) return []
  return languages.flatMap((language): Translation[] => {
    if (wanted.from.has(language)) return []
    if (language === 'en')
      return [{ language, terms: [...wanted.own].map((stem) => listed()[stem] ?? ''), areStems: false }]
    const terms = termsFor(wanted.own, language)
    return terms.length === 0 ? [] : [{ language, terms, areStems: language === 'pl' }]
  })
}

/** English stems by their numbers, and the languages in which the word has them. */
interface Stems {
  readonly own: ReadonlySet<number>
  readonly from: ReadonlySet<string>
}

function stemsOf(word: string, languages: readonly string[]): Stems {
  const none = { own: new Set<number>(), from: new Set<string>() }
  const [english, ...more] = readTerms(word, 'en').words
  if (english === undefined || more.length > 0 || /^\p{Nd}+$/u.test(english)) return none
  const number = numbers().get(hashWord(english))
  if (number !== undefined) return { own: new Set([number]), from: new Set(['en']) }
  const weights = new Map<number, number>()
  const languagesOf = new Map<number, string[]>()
  for (const language of languages) {
    const { words, hashes, kinds } = readTerms(word, language)
    if (kinds.some((kind) => (kind & TermKind.stop) !== 0)) continue
    for (const [i, term] of words.entries())
      bridgeOf(language)?.lookUp(term, hashes[i] ?? 0, (stem, weight) => {
        const known = numbers().get(stem)
        if (known === undefined) return
        weights.set(known, (weights.get(known) ?? 0) + weight)
        languagesOf.set(known, [...(languagesOf.get(known) ?? []), language])
      })
  }
  const best = [...weights].sort(([, one], [, other]) => other - one).slice(0, MOST_STEMS)
  const own = best
    .filter(([, weight]) => weight >= LEAST_SHARE_OF_BEST * (best[0]?.[1] ?? 0))
    .map(([stem]) => stem)
  return { own: new Set(own), from: new Set(own.flatMap((stem) => languagesOf.get(stem) ?? [])) }
}

const MOST_STEMS = 2
const LEAST_SHARE_OF_BEST = 0.5

/**
 * Returns the words of a language for any of these stems. Those that mostly mean it and occur often come
 * first.
 */
function termsFor(wanted: ReadonlySet<number>, language: string): readonly string[] {
  const table = tableOf(language)
  if (table === null) return []
  const found: { key: string; score: number }[] = []
  for (const stem of wanted)
    for (let at = table.stems.indexOf(stem); at >= 0; at = table.stems.indexOf(stem, at + 1)) {
      const weight = ((table.weights[at] ?? 0) & ~LAST_FLAG) / WHOLE
      if (weight < LEAST_MEANING_SHARE) continue
      const row = rowAt(table.begins, at)
      const key = table.keys.slice(table.lines[row], (table.lines[row + 1] ?? 0) - 1)
      found.push({ key, score: weight * (table.occurrences[row] ?? 0) })
    }
  found.sort((one, other) => other.score - one.score)
  const best = found
    .slice(0, MOST_TERMS)
    .filter(({ score }) => score >= LEAST_OF_BEST * (found[0]?.score ?? 0))
  return [...new Set(best.flatMap(({ key }) => spelled(key, language)))]
}

/**
 * Share of a word's meaning that must be the wanted one. These values were chosen by reading the results for
 * about twenty words of the news.
 */
const LEAST_MEANING_SHARE = 0.3
const LEAST_OF_BEST = 0.3
const MOST_TERMS = 6

/**
 * Returns the spellings of a key in texts: with the letters that the key merges, and with the prefixes that
 * the language attaches.
 */
function spelled(key: string, language: string): string[] {
  if (language === 'uk') return ukrainianSpellings(key)
  const heads = language === 'he' ? (wordEndings.of(language)?.heads ?? []) : []
  return [key, ...heads.map((head) => head + key)]
}

function ukrainianSpellings(key: string): string[] {
  let spellings = ['']
  for (const letter of key) {
    const others = spellings.length > MOST_SPELLINGS ? [letter] : (UKRAINIAN_LETTERS[letter] ?? [letter])
    spellings = spellings.flatMap((begun) => others.map((other) => begun + other))
  }
  return spellings
}

const UKRAINIAN_LETTERS: Readonly<Record<string, readonly string[]>> = { и: ['и', 'і', 'ї'], е: ['е', 'є'] }
const MOST_SPELLINGS = 8

/**
 * A table for look-ups by key. It is kept for later searches, since loading it takes some ten milliseconds.
 */
interface SpelledTable extends WrittenTable {
  /** Start of each key in `keys`, and one entry more for the end of the last. */
  readonly lines: Uint32Array
  /** Start of the stems of each key. */
  readonly begins: Uint32Array
}

const tables = new Map<string, SpelledTable | null>()

function tableOf(language: string): SpelledTable | null {
  let table = tables.get(language)
  if (table === undefined) {
    const isKnown = BRIDGED.some((one) => one === language)
    tables.set(language, (table = isKnown ? spellTable(readTable(language)) : null))
  }
  return table
}

function spellTable(table: WrittenTable): SpelledTable {
  const lines = new Uint32Array(table.occurrences.length + 1)
  for (let row = 1; row < lines.length; row++) {
    const end = table.keys.indexOf('\n', lines[row - 1])
    lines[row] = (end < 0 ? table.keys.length : end) + 1
  }
  return { ...table, lines, begins: beginsOf(table) }
}

/** Returns the last row that begins at a position or before. */
function rowAt(begins: Uint32Array, place: number): number {
  let low = 0
  let high = begins.length - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((begins[middle] ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return low
}

let stemList: readonly string[] | null = null
const listed = (): readonly string[] => (stemList ??= readStemList())

let numberOf: ReadonlyMap<number, number> | null = null
const numbers = (): ReadonlyMap<number, number> =>
  (numberOf ??= new Map(listed().map((stem, number) => [hashWord(stem), number])))

/**
 * Whether a word of a language (ISO 639-1) occurs in the tables, which include names in the news. If not, it
 * may be a typing error.
 */
export function isMet(word: string, language: string): boolean {
  const { words, hashes } = readTerms(word, language)
  return words.some((term, i) => {
    let met = false
    bridgeOf(language)?.lookUp(term, hashes[i] ?? 0, (stem) => {
      met ||= numbers().has(stem)
    })
    return met
  })
}

/** Returns the English stems that a word of a language (ISO 639-1) mostly maps to. */
export function mostlyMeans(word: string, language: string): readonly string[] {
  const { words, hashes, kinds } = readTerms(word, language)
  const stems: string[] = []
  for (const [i, term] of words.entries())
    if (((kinds[i] ?? 0) & TermKind.stop) === 0)
      bridgeOf(language)?.lookUp(term, hashes[i] ?? 0, (stem, weight) => {
        const number = numbers().get(stem)
        if (number !== undefined && weight >= LEAST_SHARE_OF_BEST) stems.push(listed()[number] ?? '')
      })
  return stems
}
