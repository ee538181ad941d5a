import { cutWords } from '../language/cut-words.ts'
import { fold } from '../language/letters.ts'
import { commandWords } from '../language/typed-words.ts'
import type { Source } from '../records/source.ts'
import { createNameFinder, type FindNames } from '../tagging/find-names.ts'
import type { NameEntry } from '../tagging/names/name-book.ts'
import { openPlaceBook } from '../tagging/places/place-book.ts'
import type { PlaceCorrection } from '../tagging/places/correct-places.ts'
import type { Region } from '../tagging/region.ts'
import type { Topic } from '../tagging/topic.ts'
import { localeOf } from '../words/locale.ts'
import { countryName, languageName } from '../words/names.ts'

export type TermKind = 'region' | 'country' | 'topic' | 'source' | 'person' | 'language'

/** Something that people can name. */
export interface Term {
  readonly kind: TermKind
  /**
   * Id of a region, topic or source; ISO 3166-1 alpha-2 or ISO 639-1 code; for a person, the name as the
   * tagger gives it.
   */
  readonly id: string
  /** In English, or as an outlet calls itself. */
  readonly name: string
  /** By language (ISO 639-1); for regions and topics. */
  readonly names?: Readonly<Record<string, string>>
}

/** Everything that people can name, by every spelling that we know. */
export interface NameIndex {
  /** Keys are folded: lower case, no accents, hyphens as spaces. */
  readonly terms: ReadonlyMap<string, readonly Term[]>
  /** Largest number of words in one key. */
  readonly longest: number
  /**
   * Languages by every spelling. Separate, because "turkish" and "english" are also words that people search
   * for.
   */
  readonly languages: ReadonlyMap<string, Term>
  /** Countries (ISO 3166-1 alpha-2) by region. */
  readonly countriesOf: ReadonlyMap<string, readonly string[]>
  /** Finds places, people and organisations that the tagger knows. */
  readonly findNames: FindNames
  /** Names of people, organisations and large cities, by every folded spelling. Built on first use. */
  readonly subjects: () => ReadonlyMap<string, string>
}

/** Languages in which people may type names of countries and languages. */
const LANGUAGES = commandWords.languages()

/** Returns the key under which a name is looked up: folded words, separated by single spaces. */
export function foldTerm(words: string): string {
  return cutWords(words, 'und').map(fold).join(' ')
}

/** Builds the name index of one installation: some thousand keys, in some ms. */
export function buildNameIndex(settings: {
  readonly regions: readonly Region[]
  readonly topics: readonly Topic[]
  readonly sources: readonly Source[]
  readonly names?: readonly NameEntry[]
  readonly corrections?: readonly PlaceCorrection[]
}): NameIndex {
  const { names = [], corrections = [] } = settings
  const terms = new Map<string, Term[]>()
  const add = (words: string, term: Term): void => {
    const key = foldTerm(words)
    if (key === '') return
    const there = terms.get(key) ?? []
    if (!there.some((other) => other.kind === term.kind && other.id === term.id))
      terms.set(key, [...there, term])
  }
  for (const [kind, things] of [
    ['region', settings.regions],
    ['topic', settings.topics],
  ] as const) {
    for (const { id, names, aliases } of things) {
      for (const words of [id, ...Object.values(names), ...aliases])
        add(words, { kind, id, name: names.en, names })
    }
  }
  const english = new Intl.DisplayNames(['en'], { type: 'region' })
  const addCountry = (code: string, names: readonly (string | undefined)[]): void => {
    for (const words of names)
      if (words !== undefined) add(words, { kind: 'country', id: code, name: english.of(code) ?? code })
  }
  const codes = new Set(settings.regions.flatMap((region) => region.countries))
  for (const language of LANGUAGES) {
    const long = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    const short = new Intl.DisplayNames([language], { type: 'region', fallback: 'none', style: 'short' })
    for (const code of codes) addCountry(code, [long.of(code), short.of(code)])
  }
  for (const language of LANGUAGES)
    for (const [code, names] of Object.entries(commandWords.of(language)?.countries ?? {}))
      addCountry(code, names)
  for (const { id, name } of settings.sources)
    for (const words of [id, name]) add(words, { kind: 'source', id, name })
  for (const { kind, name, aliases } of names)
    if (kind === 'person') for (const words of [name, ...aliases]) add(words, { kind, id: name, name })
  const read = new Set([...LANGUAGES, ...settings.sources.map((source) => source.language)])
  const longest = Math.max(1, ...[...terms.keys()].map((key) => key.split(' ').length))
  const findNames = createNameFinder({ names, corrections })
  const countriesOf = new Map(settings.regions.map(({ id, countries }) => [id, countries]))
  let made: ReadonlyMap<string, string> | undefined
  const subjects = () => (made ??= subjectsOf(names))
  return { terms, longest, languages: languagesOf(read), countriesOf, findNames, subjects }
}

function subjectsOf(names: readonly NameEntry[]): ReadonlyMap<string, string> {
  const listed = names.flatMap(({ name, aliases }) =>
    [name, ...aliases].map((words) => [foldTerm(words), name] as const),
  )
  const cities = Array.from(openPlaceBook().cities(), ([key, name]) => [key, titleCase(name)] as const)
  return new Map([...cities, ...listed])
}

const titleCase = (words: string): string =>
  words.replace(/(?<=^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase())

function languagesOf(codes: ReadonlySet<string>): ReadonlyMap<string, Term> {
  const languages = new Map<string, Term>()
  const english = new Intl.DisplayNames(['en'], { type: 'language' })
  for (const id of codes) {
    const term: Term = { kind: 'language', id, name: english.of(id) ?? id }
    for (const language of [...LANGUAGES, id]) {
      const name = new Intl.DisplayNames([language], { type: 'language' }).of(id)
      if (name !== undefined) languages.set(foldTerm(name), term)
    }
    languages.set(id, term)
  }
  return languages
}

/** Names a term in a language (BCP 47), or in English where that language has no name for it. */
export function nameTerm({ kind, id, name, names }: Term, language: string): string {
  if (kind === 'country') return countryName(id, language)
  if (kind === 'language') return languageName(id, language)
  return names?.[localeOf(language).language] ?? name
}
