import { hasCase } from '../language/read-text.ts'
import { stem } from '../language/stem.ts'
import { givenNameOf, type GivenName, isNoPerson } from './names/known-names.ts'
import type { NameBook } from './names/name-book.ts'
import type { PlaceBook, PlaceEntry } from './places/place-book.ts'
import type { EnglishMeaning } from './topics/english-meaning.ts'
import type { StemWeights, TopicWord, TopicWords, Votes } from './topics/topic-words.ts'
import { nameStem, type WordTerm, wordTerm } from './word-term.ts'
import { baseForms, nominatives, relativeForms } from '../language/endings.ts'

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
  /** No person's name has it. */
  readonly isNoPerson: boolean
  /** What it says about topics itself. */
  readonly topic: TopicWord
  /** What its English says about topics. */
  readonly english: TopicWord | undefined
  readonly phrases: ReadonlyMap<string, Votes> | undefined
  /** Where `name-reader.ts` keeps what the word tells of names; -1 before it has asked. */
  nameRow: number
  /** How often the text says it whose topics are being read; zero between texts. */
  count: number
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

/** Everything that words are looked up in. */
export interface Dictionaries {
  readonly places: PlaceBook
  readonly names: NameBook
  readonly topicWords: ReadonlyMap<string, TopicWords>
  readonly topicStems: StemWeights
  readonly englishMeaning: EnglishMeaning
}

/** Words kept of all languages together; emptied when full, so that neither many languages nor hostile texts grow the memory. */
const WORDS_KEPT = 60_000
const CYRILLIC = new Set(['ru', 'uk'])
const SHORTEST_WITH_FORMS = 4
/** Whose peoples have forms of other stems: Polish "szwedzcy" of "szwedzki". */
const DECLINED = new Set(['pl'])

/** Looks words up once and remembers them: most words of the next text have been met, and most begin no name. */
export function makeWordMemory(
  dictionaries: Dictionaries,
): (folded: readonly string[], language: string) => KnownWord[] {
  const memories = new Map<string, Map<string, KnownWord>>()
  let kept = 0
  return (folded, language) => {
    if (kept > WORDS_KEPT) {
      memories.clear()
      kept = 0
    }
    const words = memories.getOrInsertComputed(language, () => {
      // A language is whatever the caller says.
      kept += 1
      return new Map<string, KnownWord>()
    })
    return folded.map((word) => {
      const met = words.get(word)
      if (met !== undefined) return met
      const known = lookUp(word, language, dictionaries)
      words.set(word, known)
      kept += 1
      return known
    })
  }
}

function lookUp(
  word: string,
  language: string,
  { places, names, topicWords, topicStems, englishMeaning }: Dictionaries,
): KnownWord {
  const isShort = word.length < SHORTEST_WITH_FORMS
  const isCyrillic = CYRILLIC.has(language)
  const bases = isShort ? [] : baseForms(language, word)
  const named = isShort ? [] : [...bases, ...nominatives(language, word)]
  const relatives = isShort ? [] : relativeForms(language, word)
  const nameStart = nameStem(word, language)
  const stemKey = nameStart === undefined ? undefined : `~${nameStart}`
  const term = wordTerm(word, language)
  const lexicon = topicWords.get(language)
  const stemmed = `${language}:${lexicon === undefined ? word : stem(word, language)}`
  return {
    places: placeForms(places, word, language, { term, stemKey, bases: named, relatives }),
    goesOn: places.goesOnWith(word),
    // Endings of nationalities make other words of names in Arabic letters: "taxpayers" of Modi, "unable" of NATO.
    nameForms: nameForms(names, word, stemKey, hasCase(word) ? [...bases, ...relatives] : bases),
    givenName: isCyrillic ? givenNameOf(word, language) : undefined,
    isNoPerson: isNoPerson(word),
    topic: { stem: stemmed, votes: lexicon?.votesOf(word) ?? [], adds: topicStems.get(stemmed), square: 1 },
    english: term === undefined ? undefined : englishMeaning(term, language),
    phrases: lexicon?.phrasesFrom(word),
    nameRow: -1,
    count: 0,
  }
}

interface Forms {
  readonly term: WordTerm | undefined
  readonly stemKey: string | undefined
  readonly bases: readonly string[]
  readonly relatives: readonly string[]
}

function placeForms(book: PlaceBook, word: string, language: string, forms: Forms): PlaceForms | undefined {
  const entriesOf = (wanted: readonly string[]): FormEntry[] =>
    wanted.flatMap((form) => {
      const entry = book.find(form)
      return entry === undefined
        ? []
        : [{ form, entry, ordinary: ordinaryMeaning(book, wordTerm(form, language)) }]
    })
  const plain = book.find(word)
  const [stem] = entriesOf(forms.stemKey === undefined ? [] : [forms.stemKey])
  const bases = entriesOf(forms.bases)
  const relatives = entriesOf(forms.relatives)
  const terms = DECLINED.has(language)
    ? [forms.term, ...forms.relatives.map((form) => wordTerm(form, language))]
    : [forms.term]
  const national = terms
    .map((term) => book.find(term?.key ?? ''))
    .find((entry) => entry?.senses.some(({ kind }) => 'nam'.includes(kind)))
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
