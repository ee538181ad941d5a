import { beginsOf, LAST_FLAG, WHOLE } from '../../language/bridge/bridge-file.ts'
import { BRIDGED, readStemList, readTable } from '../../language/bridge/bridge.ts'
import { baseForms, relativeForms } from '../../language/endings.ts'
import { readText } from '../../language/read-text.ts'
import { soundKey } from '../../language/sound-key.ts'
import { stem } from '../../language/stem.ts'
import { GIVEN_NAMES } from '../names/known-names.ts'
import { nameWords } from '../name-words.ts'
import { termKey, UNSTEMMED, wordTerm } from '../word-term.ts'
import { readOrdinaryEnglish } from './ordinary-english.ts'
import type { PlaceTable, SingleName } from './place-table.ts'

/**
 * What the bridge knows of one word: English stems with weights, and how often it was told: 8 · log₂(1 +
 * times).
 */
interface Row {
  readonly key: string
  readonly stems: readonly (readonly [stem: string, weight: number])[]
  readonly occurrences: number
}

/** Share of a word's English (by weight) that must name one country for the word to belong to it. */
const NATIONAL = 0.7
/** Told once or more: rarer rows are mostly dictionary entries of rare words. */
const OFTEN = 8
/**
 * Least length of terms in other than Latin letters. Shorter ones are too often something else: Hindi "माल"
 * is goods before it is Mali.
 */
const SHORTEST = 4
/** Told three times or more. Rarer rows mostly come from one sentence, and may mean any word of it. */
const WELL_KNOWN = 16
/** Least share of a word's English that is no place of its name for the term to be written down. */
const LEAST_ORDINARY = 0.5

/**
 * Adds what the bridge (`language/bridge`), which was learned from translated texts, says of words:
 * - A word whose English is the name or people of a country belongs to it in every form with the same term
 * (Polish "francusk" is French).
 * - A word whose English is no place is an ordinary word, though a place has its letters (Arabic "سيول" is
 * floods and Seoul).
 * - In languages with letters of their own, regions that are known by themselves.
 * `noPlaces` are names that mostly mean something else.
 */
export function addBridgedWords(table: PlaceTable, noPlaces: ReadonlySet<string>): void {
  const english = englishPlaces(table, noPlaces)
  for (const language of BRIDGED) {
    const rows = readRows(language)
    const isLatin = LATIN.has(language)
    const names = table.singleNames(language, isLatin)
    const begins = countryBegins(names)
    const listed = new Set(
      names.flatMap(({ meanings }) =>
        meanings.flatMap(({ kind, place }) => (kind === 'a' ? [place.slice(0, 2)] : [])),
      ),
    )
    for (const row of rows) {
      const country = nationalOf(row, english, begins)
      if (country !== undefined && (isLatin || row.key.length >= SHORTEST)) {
        const isName = row.stems.some(([stem]) => english.names.has(stem))
        if (!FORMS_FROM_BRIDGE.has(language) && (isName || listed.has(country))) continue
        table.addTerm(termKey(row.key, language), isName ? 'n' : 'a', country, language)
        continue
      }
      const region = isLatin ? undefined : regionOf(row, english.regions, language)
      if (region !== undefined) table.addTerm(termKey(row.key, language), 'm', region, language)
    }
    for (const [term, share] of ordinaryTerms(language, rows, names, english))
      table.addTerm(term, 'w', '', language, Math.round(100 * Math.min(1, share)))
  }
}

/**
 * Languages for which the bridge also gives countries' names and peoples that the lists have: Polish declines
 * names, and Hindi has several spellings. Elsewhere all forms of those are known already.
 */
const FORMS_FROM_BRIDGE = new Set<string>(['hi', 'pl'])
/** First names in Latin letters, as English stems. A town of such a name is doubted. */
const GIVEN = new Set([...GIVEN_NAMES].map((name) => stem(name, 'en')))
const LATIN = new Set<string>(['de', 'es', 'fr', 'it', 'pl', 'pt', 'tr'])

interface EnglishPlaces {
  /** By English stem: the countries with a place or people of that name. */
  readonly places: ReadonlyMap<string, ReadonlySet<string>>
  /** By English stem that names one country or its people and no other: that country. */
  readonly national: ReadonlyMap<string, string>
  /** The stems of `national` that are a country's own name. */
  readonly names: ReadonlySet<string>
  /** By English stem that names a region known by itself, and nothing else: its country. */
  readonly regions: ReadonlyMap<string, string>
}

function englishPlaces(table: PlaceTable, noPlaces: ReadonlySet<string>): EnglishPlaces {
  const places = new Map<string, Set<string>>()
  const named = new Map<string, Set<string>>()
  const known = new Map<string, Set<string>>()
  const towns = new Map<string, Set<string>>()
  const names = new Set<string>()
  for (const [word, country] of table.wordsOfCountries()) addTo(places, stem(word, 'en'), country)
  for (const { key, meanings } of table.singleNames('en', true)) {
    const english = stem(key, 'en')
    for (const { kind, place, acronym, thousands } of meanings) {
      addTo(places, english, place.slice(0, 2))
      if (!acronym && !noPlaces.has(key) && (kind === 'm' || (kind === 'r' && thousands >= LARGE)))
        addTo(known, english, place.slice(0, 2))
      else if (thousands >= TOWN) addTo(towns, english, place.slice(0, 2))
      if (!'na'.includes(kind) || acronym) continue
      addTo(named, english, place.slice(0, 2))
      if (kind === 'n') names.add(english)
    }
  }
  const regions = [...onlyOnes(known)].filter(
    ([english, country]) =>
      english.length >= SHORTEST_ENGLISH &&
      !named.has(english) &&
      !ordinaryEnglish.has(english) &&
      !GIVEN.has(english) &&
      [...(towns.get(english) ?? [])].every((other) => other === country),
  )
  return { places, national: onlyOnes(named), names, regions: new Map(regions) }
}

/** The entries with a single country. */
function onlyOnes(sets: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, string> {
  return new Map(
    [...sets].flatMap(([key, countries]) => {
      const [only] = countries
      return countries.size === 1 && only !== undefined ? [[key, only] as const] : []
    }),
  )
}

/**
 * The country of the region that a row's English names, if both sound alike. Without that test many words of
 * such rarely told rows merely stood in the same sentence.
 */
function regionOf(
  { key, stems }: Row,
  regions: ReadonlyMap<string, string>,
  language: string,
): string | undefined {
  const sound = soundKey(inLatin(key), language)
  if (sound === null) return undefined
  let share = 0
  let country: string | undefined
  for (const [english, weight] of stems) {
    const own = regions.get(english)
    if (own === undefined || soundKey(english, 'en')?.slice(0, ALIKE) !== sound.slice(0, ALIKE)) continue
    share += weight
    country = own
  }
  return share >= NATIONAL ? country : undefined
}

/** How many signs of the sound keys must agree. */
const ALIKE = 3

const inLatin = (word: string): string =>
  word.normalize('NFKD').replace(/[\u0904-\u0939]/gu, (letter) => DEVANAGARI.get(letter) ?? 'a')

/** Latin consonants with the Devanagari letters that sound much the same. */
const DEVANAGARI: ReadonlyMap<string, string> = new Map(
  Object.entries({
    b: 'पबभ',
    f: 'फव',
    d: 'टठडढतथदध',
    g: 'कखगघ',
    j: 'चछजझशष',
    s: 'स',
    m: 'म',
    n: 'नणङञ',
    l: 'लळ',
    r: 'र',
    h: 'ह',
  }).flatMap(([latin, letters]) => Array.from(letters, (letter) => [letter, latin] as const)),
)

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const own = sets.get(key)
  if (own === undefined) sets.set(key, new Set([value]))
  else own.add(value)
}

/**
 * The country that a row's English names. A stem that is also a thing, or is short, counts only if the row
 * begins like the language's own word for the country or its people.
 */
function nationalOf(
  { key, stems, occurrences }: Row,
  { national }: EnglishPlaces,
  begins: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  if (occurrences < OFTEN) return undefined
  const shares = new Map<string, number>()
  for (const [english, weight] of stems) {
    const country = national.get(english)
    if (country === undefined) continue
    const isDoubtful = english.length < SHORTEST_ENGLISH || THINGS.has(english)
    if (isDoubtful && begins.get(country)?.has(key.slice(0, BEGIN)) !== true) continue
    shares.set(country, (shares.get(country) ?? 0) + weight)
  }
  return [...shares].find(([, share]) => share >= NATIONAL)?.[0]
}

const SHORTEST_ENGLISH = 5
/** Thousands of inhabitants that `addSubdivisions` gives to divisions known by name. */
const LARGE = 2000
/** Thousands of inhabitants from which a town is known beyond its surroundings. */
const TOWN = 40
const BEGIN = 3
const THINGS = new Set((nameWords.of('en')?.things ?? []).map((word) => stem(word, 'en')))

/** The first letters of each country's names and people in a language. */
function countryBegins(names: readonly SingleName[]): Map<string, Set<string>> {
  const begins = new Map<string, Set<string>>()
  for (const { key, meanings } of names)
    for (const { kind, place } of meanings)
      if ('na'.includes(kind)) addTo(begins, place.slice(0, 2), key.slice(0, BEGIN))
  return begins
}

/**
 * Terms under which names of one word are met, each with the share (0 to 1) of its meaning that is no place
 * of that name.
 */
function ordinaryTerms(
  language: string,
  rows: readonly Row[],
  names: readonly SingleName[],
  english: EnglishPlaces,
): Map<string, number> {
  const byKey = new Map(names.map((name) => [name.key, name]))
  const rowOf = new Map(rows.map((row) => [termKey(row.key, language), row]))
  const found = new Map<string, number>()
  const add = (key: string, share: number): void => {
    const term = wordTerm(key, language)?.key
    if (term !== undefined && share >= LEAST_ORDINARY) found.set(term, Math.max(share, found.get(term) ?? 0))
  }
  for (const name of names) {
    const row = rowOf.get(wordTerm(name.spelling, language)?.key ?? '')
    if (row !== undefined && row.occurrences >= WELL_KNOWN) add(name.key, ordinaryShare(row, name, english))
  }
  for (const row of rows) {
    const [word = '', ...more] = readText(row.key).folded
    if (row.occurrences < WELL_KNOWN || more.length > 0 || byKey.has(word)) continue
    const named = [...baseForms(language, word), ...relativeForms(language, word)].flatMap(
      (form) => byKey.get(form) ?? [],
    )
    // Without a stemmer the word as written is a form of the name or is not; a stem may be shared by several
    // words, so there only ordinary English words count against the name.
    const share = UNSTEMMED.has(language) ? otherShare : ordinaryShare
    if (named.length > 0) add(word, Math.min(...named.map((name) => share(row, name, english))))
  }
  return found
}

function ordinaryShare(row: Row, name: SingleName, { places }: EnglishPlaces): number {
  const countries = countriesOf(name)
  const areTowns = name.meanings.every(({ kind }) => 'rpc'.includes(kind))
  return sumOf(
    row,
    (english) =>
      (areTowns && GIVEN.has(english)) ||
      (ordinaryEnglish.has(english) && !intersects(places.get(english), countries)),
  )
}

function otherShare(row: Row, name: SingleName, { places }: EnglishPlaces): number {
  const countries = countriesOf(name)
  return sumOf(row, (english) => !intersects(places.get(english), countries))
}

const countriesOf = ({ meanings }: SingleName): ReadonlySet<string> =>
  new Set(meanings.map(({ place }) => place.slice(0, 2)))

const sumOf = ({ stems }: Row, isCounted: (english: string) => boolean): number =>
  stems.reduce((sum, [english, weight]) => (isCounted(english) ? sum + weight : sum), 0)

function intersects(one: ReadonlySet<string> | undefined, other: ReadonlySet<string>): boolean {
  return one !== undefined && [...other].some((country) => one.has(country))
}

function readRows(language: string): Row[] {
  const table = readTable(language)
  const begins = beginsOf(table)
  return table.keys.split('\n').map((key, row) => {
    const stems: [string, number][] = []
    for (let at = begins[row] ?? 0; ; at++) {
      const weight = table.weights[at] ?? LAST_FLAG
      stems.push([stemList[table.stems[at] ?? 0] ?? '', (weight & ~LAST_FLAG) / WHOLE])
      if ((weight & LAST_FLAG) !== 0) break
    }
    return { key, stems, occurrences: table.occurrences[row] ?? 0 }
  })
}

const stemList = readStemList()
const ordinaryEnglish = readOrdinaryEnglish()
