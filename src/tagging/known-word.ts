import { hasCase } from '../language/read-text.ts'
import { givenNameOf, type GivenName, isNoPerson } from './names/known-names.ts'
import type { NameBook } from './names/name-book.ts'
import type { PlaceBook, PlaceEntry } from './places/place-book.ts'
import type { WordTopics } from './topics/word-topics.ts'
import { rememberWords } from './word-memory.ts'
import { nameStem, type WordTerm, wordTerm } from './word-term.ts'
import { baseForms, nominatives, relativeForms } from '../language/endings.ts'

/** What the tables say of a word by itself, before its neighbours are considered. */
export interface KnownWord {
  /**
   * What the place book has under the forms of the word; undefined if no place name begins with any of them.
   */
  readonly places: PlaceForms | undefined
  /**
   * The dictionary forms (other than the word itself) under which the name book has a listed name or the
   * beginning of one. Undefined if none begins with the word in any form.
   */
  readonly nameForms: readonly string[] | undefined
  /** The first name that the word is in some grammatical case; Russian and Ukrainian only. */
  readonly givenName: GivenName | undefined
  /** The word is never part of a person's name. */
  readonly isNoPerson: boolean
  /** Index of the word in the table of `name-reader.ts`; -1 until that has looked it up. */
  nameRow: number
  /** What it says about topics; undefined until somebody asks for it. */
  topics: WordTopics | undefined
}

/** What the place book has under the forms of one word. A form is left out if the book does not have it. */
export interface PlaceForms {
  readonly plain: PlaceEntry | undefined
  /** Under its stem, by which names of several words are declined (Russian, Ukrainian, Polish). */
  readonly stem: FormEntry | undefined
  /** Under its dictionary forms: without case endings or prefixes. */
  readonly bases: readonly FormEntry[]
  /** Under the words from which it is derived by endings that nationalities take and cities do not. */
  readonly relatives: readonly FormEntry[]
  /**
   * Under the term that all its forms share (`wordTerm`): a country, people or region that the bridge found
   * for it.
   */
  readonly national: PlaceEntry | undefined
  /** The ordinary meaning of the word as it stands. */
  readonly ordinary: OrdinaryMeaning
}

/** How likely a word has a meaning other than a place. */
interface OrdinaryMeaning {
  /** Percent of its English, by the bridge, that is not the place; 0 below 50. */
  readonly percent: number
  /** A stop word. */
  readonly isStop: boolean
}

/** A form of a word that the place book has, with the ordinary meaning of that form. */
export interface FormEntry {
  readonly form: string
  readonly entry: PlaceEntry
  readonly ordinary: OrdinaryMeaning
}

/** The tables in which words are looked up for places and names. */
export interface Dictionaries {
  readonly places: PlaceBook
  readonly names: NameBook
}

const CYRILLIC = new Set(['ru', 'uk'])
const SHORTEST_WITH_FORMS = 4
/** Languages whose nationalities have forms with other stems: Polish "szwedzcy" of "szwedzki". */
const DECLINED = new Set(['pl'])

/** Creates a lookup of words that remembers each of them (`rememberWords`). */
export function makeWordMemory(
  dictionaries: Dictionaries,
): (folded: readonly string[], language: string) => KnownWord[] {
  const memory = rememberWords((word, language) => lookUp(word, language, dictionaries))
  return (folded, language) => folded.map(memory(language))
}

function lookUp(word: string, language: string, { places, names }: Dictionaries): KnownWord {
  const isShort = word.length < SHORTEST_WITH_FORMS
  const forms = baseForms(language, word)
  const bases = isShort ? [] : forms
  const named = isShort ? [] : join(bases, nominatives(language, word))
  const relatives = isShort ? [] : relativeForms(language, word)
  const nameStart = nameStem(word, language)
  const stemKey = nameStart === undefined ? undefined : `~${nameStart}`
  const term = wordTerm(word, language)
  return {
    places: placeForms(places, word, language, { term, stemKey, bases: named, relatives }),
    // In Arabic letters, endings of nationalities turn names into other words: "taxpayers" would be Modi,
    // "unable" NATO.
    nameForms: nameForms(names, word, stemKey, hasCase(word) ? join(bases, relatives) : bases),
    givenName: CYRILLIC.has(language) ? givenNameOf(word, forms) : undefined,
    isNoPerson: isNoPerson(word),
    nameRow: -1,
    topics: undefined,
  }
}

const join = (one: readonly string[], other: readonly string[]): readonly string[] =>
  other.length === 0 ? one : [...one, ...other]

interface Forms {
  readonly term: WordTerm | undefined
  readonly stemKey: string | undefined
  readonly bases: readonly string[]
  readonly relatives: readonly string[]
}

function placeForms(book: PlaceBook, word: string, language: string, forms: Forms): PlaceForms | undefined {
  const entryOf = (form: string): FormEntry | undefined => {
    const entry = book.find(form)
    return entry && { form, entry, ordinary: ordinaryMeaning(book, wordTerm(form, language)) }
  }
  const entriesOf = (wanted: readonly string[]): FormEntry[] => {
    const entries: FormEntry[] = []
    for (const form of wanted) {
      const entry = entryOf(form)
      if (entry !== undefined) entries.push(entry)
    }
    return entries
  }
  const plain = book.find(word)
  const stem = forms.stemKey === undefined ? undefined : entryOf(forms.stemKey)
  const bases = entriesOf(forms.bases)
  const relatives = entriesOf(forms.relatives)
  const nationalOf = (term: WordTerm | undefined): PlaceEntry | undefined => {
    const entry = term && book.find(term.key)
    return entry?.senses.some(({ kind }) => 'nam'.includes(kind)) === true ? entry : undefined
  }
  let national = nationalOf(forms.term)
  if (DECLINED.has(language))
    for (const form of forms.relatives) national ??= nationalOf(wordTerm(form, language))
  if (!(plain ?? stem ?? national ?? bases[0] ?? relatives[0])) return undefined
  return { plain, stem, bases, relatives, national, ordinary: ordinaryMeaning(book, forms.term) }
}

function ordinaryMeaning(book: PlaceBook, term: WordTerm | undefined): OrdinaryMeaning {
  if (term === undefined) return NOT_ORDINARY
  const sense = book.find(term.key)?.senses.find(({ kind }) => kind === 'w')
  return { percent: sense?.size ?? 0, isStop: term.isStop }
}

const NOT_ORDINARY: OrdinaryMeaning = { percent: 0, isStop: false }

function nameForms(
  book: NameBook,
  word: string,
  stemKey: string | undefined,
  forms: readonly string[],
): readonly string[] | undefined {
  const known = forms.filter((form) => book.has(form))
  const isNone = known.length === 0 && !book.has(word) && (stemKey === undefined || !book.has(stemKey))
  return isNone ? undefined : known
}
