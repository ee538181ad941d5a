import { readText } from '../../language/read-text.ts'
import { nameStem } from '../word-term.ts'

/** One meaning of a name while the table is built. `languages` are those that use the name so. */
interface Meaning {
  readonly kind: string
  readonly place: string
  thousands: number
  /** Some source writes it small, so that a capital is no condition. */
  lower: boolean
  /** All sources write it in capitals. */
  acronym: boolean
  readonly languages: Set<string>
}

/** A name of one word in one language: its key, its spelling in a source, and its meanings there. */
export interface SingleName {
  readonly key: string
  readonly spelling: string
  readonly meanings: readonly Pick<Meaning, 'kind' | 'place' | 'acronym' | 'thousands'>[]
}

/**
 * Names and their meanings. Keys are folded words joined with spaces. Kinds are those of `SenseKind`; a place
 * is a country code, followed by ".ADM" if the division is known.
 */
export class PlaceTable {
  readonly #names = new Map<string, Map<string, Meaning>>()
  readonly #spellings = new Map<string, string>()

  /** `language` '' means every language of its script. */
  add(name: string, kind: string, place: string, language = '', thousands = 0): void {
    const spelling = name.trim().normalize('NFC')
    const words = readText(spelling).folded
    const key = words.join(' ')
    if (key === '' || (key.length < 2 && !/\p{Script=Han}/u.test(key))) return
    if (words.length === 1) this.#spellings.set(key, spelling)
    this.#addKey(key, spelling, kind, place, language, thousands)
    // Both words of "Саудовской Аравии" change, so such names are found by their stems too.
    const stems = words.length > 1 ? words.map((word) => nameStem(word, language)) : [undefined]
    if (!stems.includes(undefined))
      this.#addKey(`~${stems.join(' ')}`, spelling, kind, place, language, thousands)
  }

  /**
   * Adds a word by its `wordTerm`, which all its forms share. `percent` is the share of an ordinary word's
   * meaning that is no place.
   */
  addTerm(term: string, kind: 'n' | 'a' | 'm' | 'w', country: string, language: string, percent = 0): void {
    this.#addKey(term, '', kind, country, language, percent)
  }

  /** The words of English names for countries and their people, each with its country. */
  wordsOfCountries(): (readonly [word: string, country: string])[] {
    return [...this.#names].flatMap(([key, meanings]) =>
      [...meanings.values()].flatMap(({ kind, place, languages }) =>
        'na'.includes(kind) && (languages.has('en') || languages.has(''))
          ? key.split(' ').map((word) => [word, place.slice(0, 2)] as const)
          : [],
      ),
    )
  }

  /**
   * Names of one word that a language uses. Those of every language are in Latin letters, so only languages
   * with these have them.
   */
  singleNames(language: string, isLatin: boolean): SingleName[] {
    return [...this.#spellings].flatMap(([key, spelling]) => {
      const meanings = [...(this.#names.get(key)?.values() ?? [])].filter(
        ({ kind, languages }) =>
          'nacrpm'.includes(kind) && (languages.has(language) || (isLatin && languages.has(''))),
      )
      return meanings.length === 0 ? [] : [{ key, spelling, meanings }]
    })
  }

  #addKey(
    key: string,
    spelling: string,
    kind: string,
    place: string,
    language: string,
    thousands: number,
  ): void {
    const meanings = this.#names.get(key) ?? new Map<string, Meaning>()
    this.#names.set(key, meanings)
    const lower = /^\p{Ll}/u.test(spelling)
    const acronym = /^[\p{Lu}.]{2,5}$/u.test(spelling)
    const id = kind + place
    const known = meanings.get(id)
    if (known === undefined)
      meanings.set(id, { kind, place, thousands, lower, acronym, languages: new Set([language]) })
    else {
      known.languages.add(language)
      known.thousands = Math.max(known.thousands, thousands)
      known.lower ||= lower
      known.acronym &&= acronym
    }
  }

  /**
   * The lines of the files, "key TAB meanings"; "+" marks a key with which longer names begin. Towns and
   * divisions of `commonWords` are doubtful. Names of `noPlaces` lose divisions and towns below `LARGE_TOWN`;
   * their other towns and capitals are doubtful, as are countries listed with "=".
   */
  toLines(commonWords: ReadonlySet<string>, noPlaces: ReadonlySet<string>): string[] {
    for (const [key, meanings] of this.#names) if (noPlaces.has(key)) dropTowns(meanings)
    for (const [key, meanings] of this.#names) {
      keepReal(meanings)
      if (meanings.size === 0) this.#names.delete(key)
    }
    const prefixes = new Set<string>()
    for (const key of this.#names.keys())
      for (let at = key.indexOf(' '); at > 0; at = key.indexOf(' ', at + 1)) prefixes.add(key.slice(0, at))
    const lines: string[] = []
    for (const key of new Set([...this.#names.keys(), ...prefixes])) {
      const meanings = [...(this.#names.get(key)?.values() ?? [])].map((meaning) =>
        show(
          meaning,
          commonWords.has(key),
          noPlaces.has(key),
          !/^(?:~|\^..:)?[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(key),
          key.length >= LONG_NAME,
          noPlaces.has(`=${key}`),
        ),
      )
      lines.push(`${key}\t${prefixes.has(key) ? '+' : ''}${meanings.sort().join('|')}`)
    }
    return lines.sort()
  }
}

/** A phrase or person that is no place, or a local word, must not hide a place of the same name. */
function keepReal(meanings: Map<string, Meaning>): void {
  const real = [...meanings.values()].some(({ kind }) => !'xhl'.includes(kind))
  if (real) for (const [id, { kind }] of meanings) if ('xhl'.includes(kind)) meanings.delete(id)
}

/** Large cities stay: they are believed if the text speaks of their country. */
function dropTowns(meanings: Map<string, Meaning>): void {
  for (const [id, { kind, thousands }] of meanings)
    if (kind === 'r' || (kind === 'p' && thousands < LARGE_TOWN)) meanings.delete(id)
}

/** Thousands of inhabitants. */
const LARGE_TOWN = 400

/**
 * Thousands of inhabitants from which a city in a script without capitals is believed by itself, and the same
 * for a name of `LONG_NAME` letters or more.
 */
const CERTAIN_WITHOUT_CAPITALS = 1000
const KNOWN_WITHOUT_CAPITALS = 100
const LONG_NAME = 5
/**
 * Thousands of inhabitants below which the name of a capital, in a script without capitals, is mostly a first
 * name or word.
 */
const TINY_CAPITAL = 50

function show(
  meaning: Meaning,
  common: boolean,
  noPlace: boolean,
  hasNoCapitals: boolean,
  isLong: boolean,
  isWord: boolean,
): string {
  const { kind, place, thousands, languages, lower, acronym } = meaning
  const where = languages.has('') ? '' : `@${[...languages].sort().join('')}`
  const small = hasNoCapitals && thousands < (isLong ? KNOWN_WITHOUT_CAPITALS : CERTAIN_WITHOUT_CAPITALS)
  const isTiny = hasNoCapitals && kind === 'c' && thousands < TINY_CAPITAL
  const rare =
    ((common || small) && 'rp'.includes(kind)) ||
    isTiny ||
    (noPlace && 'rpc'.includes(kind)) ||
    (isWord && kind === 'n')
      ? '!'
      : ''
  return `${kind}${place}${thousands > 0 ? `:${thousands}` : ''}${rare}${lower ? '~' : ''}${acronym ? '^' : ''}${where}`
}
