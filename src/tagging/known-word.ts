import { stem } from '../text/stem.ts'
import type { NameBook } from './names/name-book.ts'
import type { PlaceBook } from './places/place-book.ts'
import type { TopicWords, Votes } from './topics/topic-words.ts'
import { baseForms, relativeForms } from './words/base-forms.ts'
import { cyrillicStem } from './words/cyrillic-stem.ts'

/** What is known of a word before its neighbours are looked at. */
export interface KnownWord {
  /** Some place may begin here, in one of the word's forms. */
  readonly mayBePlace: boolean
  /** Some listed name may begin here, in one of the word's forms. */
  readonly mayBeName: boolean
  /** Language and stem, as in "en:elect". */
  readonly stem: string
  /** What the stem adds to each topic; undefined for stems that no training met. */
  readonly adds: ArrayLike<number> | undefined
  readonly votes: Votes
  readonly phrases: ReadonlyMap<string, Votes> | undefined
}

/** Everything that words are looked up in. */
export interface Dictionaries {
  readonly places: Pick<PlaceBook, 'has'>
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
  const forms =
    word.length < SHORTEST_WITH_FORMS
      ? [word]
      : [word, ...baseForms(language, word), ...relativeForms(language, word)]
  if (CYRILLIC.has(language)) forms.push(`~${cyrillicStem(word)}`)
  const lexicon = topicWords.get(language)
  const stemmed = `${language}:${lexicon === undefined ? word : stem(word, language)}`
  return {
    mayBePlace: forms.some((form) => places.has(form)),
    mayBeName: forms.some((form) => names.has(form)),
    stem: stemmed,
    adds: topicStems.get(stemmed),
    votes: lexicon?.votesOf(word) ?? [],
    phrases: lexicon?.phrasesFrom(word),
  }
}
