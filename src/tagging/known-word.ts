import { hasCase } from '../language/read-text.ts'
import { givenNameOf, type GivenName, isNoPerson } from './names/known-names.ts'
import type { NameBook } from './names/name-book.ts'
import type { PlaceBook, PlaceEntry } from './places/place-book.ts'
import { rememberWords } from './word-memory.ts'
import { nameStem, type WordTerm, wordTerm } from './word-term.ts'
import { baseForms, nominatives, relativeForms } from '../language/endings.ts'

/** What is known of a word before its neighbours are looked at. */
export interface KnownWord {
  /** Where some place may begin here: what the place book has under each of the word's forms. */
  readonly places: PlaceForms | undefined
  /** Where some listed name may begin here: those of the word's dictionary forms that the name book has, the word itself left out. */
  readonly nameForms: readonly string[] | undefined
  /** The first name that the word is, in any case; Russian and Ukrainian only. */
  readonly givenName: GivenName | undefined
  /** No person's name has it. */
  readonly isNoPerson: boolean
  /** Where `name-reader.ts` keeps what the word tells of names; -1 before it has asked. */
  nameRow: number
}

/** What the place book has under the forms of one word. */
export interface PlaceForms {
  readonly plain: PlaceEntry | undefined
  /** Under the stem, where names of several words begin (Cyrillic). */
  readonly stem: FormEntry | undefined
  /** Under dictionary forms, without endings or prefixes. */
  readonly bases: readonly FormEntry[]
  /** Under words that it is made from by endings which cities do not take. */
  readonly relatives: readonly FormEntry[]
  /** Under the term that it shares with its other forms: what the bridge knows for a country's name or people. */
  readonly national: PlaceEntry | undefined
  /** What the word as it stands means beside places. */
  readonly ordinary: Ordinary
}

/** How sure it is that a word has an ordinary meaning too. */
interface Ordinary {
  /** Percent of what it means, by the bridge; 0 where that is little. */
  readonly percent: number
  /** It only holds sentences together. */
  readonly isStop: boolean
}

export interface FormEntry {
  readonly form: string
  readonly entry: PlaceEntry
  readonly ordinary: Ordinary
}

/** Everything that words are looked up in for places and names. */
export interface Dictionaries {
  readonly places: PlaceBook
  readonly names: NameBook
}

const CYRILLIC = new Set(['ru', 'uk'])
const SHORTEST_WITH_FORMS = 4
/** Whose peoples have forms of other stems: Polish "szwedzcy" of "szwedzki". */
const DECLINED = new Set(['pl'])

/** Looks words up once and remembers them: most begin no name. */
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
    // Endings of nationalities make other words of names in Arabic letters: "taxpayers" of Modi, "unable" of NATO.
    nameForms: nameForms(names, word, stemKey, hasCase(word) ? join(bases, relatives) : bases),
    givenName: CYRILLIC.has(language) ? givenNameOf(word, forms) : undefined,
    isNoPerson: isNoPerson(word),
    nameRow: -1,
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

function ordinaryMeaning(book: PlaceBook, term: WordTerm | undefined): Ordinary {
  if (term === undefined) return NOT_ORDINARY
  const sense = book.find(term.key)?.senses.find(({ kind }) => kind === 'w')
  return { percent: sense?.thousands ?? 0, isStop: term.isStop }
}

const NOT_ORDINARY: Ordinary = { percent: 0, isStop: false }

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
