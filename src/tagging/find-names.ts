import { readText } from '../language/read-text.ts'
import { makeWordMemory } from './known-word.ts'
import { findKnownNames } from './names/find-known-names.ts'
import { makeNameBook, type NameEntry } from './names/name-book.ts'
import { correctPlaces, type PlaceCorrection } from './places/correct-places.ts'
import { findMentions } from './places/find-mentions.ts'
import { openPlaceBook } from './places/place-book.ts'
import type { Sense } from './places/sense.ts'

/** Words of a short text that stand in the tables of places or names; UTF-16 offsets. */
export interface FoundName {
  readonly start: number
  readonly end: number
  /** What they may mean as a place; empty for a listed name. */
  readonly senses: readonly Sense[]
  /** The listed person or organisation; null for a place. */
  readonly listed: Pick<NameEntry, 'kind' | 'name'> | null
}

/** Finds names in a text, whatever its capitals; `language` is ISO 639-1. */
export type FindNames = (text: string, language: string) => readonly FoundName[]

/**
 * Creates a finder for what people type, which has few words and no reliable capitals. It decides nothing: it
 * returns every name with all its possible meanings, so results may overlap. The table of places is read at
 * the first call.
 */
export function createNameFinder({
  names,
  corrections = [],
}: {
  readonly names: readonly NameEntry[]
  readonly corrections?: readonly PlaceCorrection[]
}): FindNames {
  const open = () => {
    const book = correctPlaces(openPlaceBook(), corrections)
    const nameBook = makeNameBook(names)
    return { book, nameBook, known: makeWordMemory({ places: book, names: nameBook }) }
  }
  let opened: ReturnType<typeof open> | null = null
  return (text, language) => {
    const { book, nameBook, known: knowWords } = (opened ??= open())
    const words = readText(text)
    const known = knowWords(words.folded, language)
    const at = ({ first, last }: { readonly first: number; readonly last: number }) => ({
      start: words.start[first] ?? 0,
      end: words.end[last] ?? 0,
    })
    // Acronyms match in capitals only, and people type "opec".
    const loud = text.toUpperCase()
    const loudWords = loud.length === text.length ? readText(loud) : words
    const acronyms = findKnownNames(
      loudWords,
      knowWords(loudWords.folded, language),
      language,
      NO_CAPITALS,
      nameBook,
    )
    return [
      // Listed names come first: "Hamas" is a group before it is a place.
      ...[...findKnownNames(words, known, language, NO_CAPITALS, nameBook), ...acronyms].map((mention) => ({
        ...at(mention),
        senses: [],
        listed: { kind: mention.known.kind, name: mention.known.name },
      })),
      ...findMentions({ words, known, language, capitalsTell: false, book }).map((mention) => ({
        ...at(mention),
        senses: mention.senses,
        listed: null,
      })),
    ]
  }
}

/** People type without them. */
const NO_CAPITALS = { areTelling: false, titleCaseWords: 0 }
