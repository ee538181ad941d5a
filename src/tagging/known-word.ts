import { hasCase } from '../language/read-text.ts'
import { stem } from '../language/stem.ts'
import { givenNameOf, type GivenName } from './names/known-names.ts'
import type { NameBook } from './names/name-book.ts'
import type { PlaceBook, PlaceEntry } from './places/place-book.ts'
import type { TopicWords, Votes } from './topics/topic-words.ts'
import { baseForms, cyrillicStem, relativeForms } from '../language/endings.ts'

/** What is known of a word before its neighbours are looked at. */
export interface KnownWord {
  /** Where some place may begin here: what the place book has under each of the word's forms. */
  readonly places: PlaceForms | undefined
  /** Some place's name may go on with it, as it stands. */
  readonly goesOn: boolean
  /** Where some listed name may begin here: those of the word's dictionary forms that the name book has, the word itself left out. */
  readonly nameForms: readonly string[] | undefined
  /** The first name that the word is, in any case; Russian and Ukrainian only. */
  readonly givenName: GivenName | undefined
  /** Language and stem, as in "en:elect". */
  readonly stem: string
  /** What the stem adds to each topic; undefined for stems that no training met. */
  readonly adds: ArrayLike<number> | undefined
  readonly votes: Votes
  readonly phrases: ReadonlyMap<string, Votes> | undefined
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
}

export interface FormEntry {
  readonly form: string
  readonly entry: PlaceEntry
}

/** Everything that words are looked up in. */
export interface Dictionaries {
  readonly places: PlaceBook
  readonly names: NameBook
  readonly topicWords: ReadonlyMap<string, TopicWords>
  readonly topicStems: Pick<ReadonlyMap<string, ArrayLike<number>>, 'get'>
}

/** Words kept for a language; emptied when full, so that hostile texts cannot grow the memory. */
const WORDS_KEPT = 60_000
const LANGUAGES_KEPT = 60
const CYRILLIC = new Set(['ru', 'uk'])
const SHORTEST_WITH_FORMS = 4

/** Looks words up once and remembers them: most words of the next text have been met, and most begin no name. */
export function makeWordMemory(
  dictionaries: Dictionaries,
): (folded: readonly string[], language: string) => KnownWord[] {
  const memories = new Map<string, Map<string, KnownWord>>()
  return (folded, language) => {
    let memory = memories.get(language)
    if (memory === undefined || memory.size > WORDS_KEPT) {
      // A language is whatever the caller says: no more than these are remembered.
      if (memories.size > LANGUAGES_KEPT) memories.clear()
      memory = new Map()
      memories.set(language, memory)
    }
    const words = memory
    return folded.map((word) => {
      const met = words.get(word)
      if (met !== undefined) return met
      const known = lookUp(word, language, dictionaries)
      words.set(word, known)
      return known
    })
  }
}

function lookUp(
  word: string,
  language: string,
  { places, names, topicWords, topicStems }: Dictionaries,
): KnownWord {
  const isShort = word.length < SHORTEST_WITH_FORMS
  const isCyrillic = CYRILLIC.has(language)
  const bases = isShort ? [] : baseForms(language, word)
  const relatives = isShort ? [] : relativeForms(language, word)
  const stemKey = isCyrillic ? `~${cyrillicStem(word)}` : undefined
  const lexicon = topicWords.get(language)
  const stemmed = `${language}:${lexicon === undefined ? word : stem(word, language)}`
  return {
    places: placeForms(places, word, stemKey, bases, relatives),
    goesOn: places.goesOnWith(word),
    // Endings of nationalities make other words of names in Arabic letters: "taxpayers" of Modi, "unable" of NATO.
    nameForms: nameForms(names, word, stemKey, hasCase(word) ? [...bases, ...relatives] : bases),
    givenName: isCyrillic ? givenNameOf(word, language) : undefined,
    stem: stemmed,
    adds: topicStems.get(stemmed),
    votes: lexicon?.votesOf(word) ?? [],
    phrases: lexicon?.phrasesFrom(word),
  }
}

function placeForms(
  book: PlaceBook,
  word: string,
  stemKey: string | undefined,
  baseForms: readonly string[],
  relativeForms: readonly string[],
): PlaceForms | undefined {
  const entriesOf = (forms: readonly string[]): FormEntry[] =>
    forms.flatMap((form) => {
      const entry = book.find(form)
      return entry === undefined ? [] : [{ form, entry }]
    })
  const plain = book.find(word)
  const [stem] = entriesOf(stemKey === undefined ? [] : [stemKey])
  const bases = entriesOf(baseForms)
  const relatives = entriesOf(relativeForms)
  const isEmpty = plain === undefined && stem === undefined && bases.length + relatives.length === 0
  return isEmpty ? undefined : { plain, stem, bases, relatives }
}

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
