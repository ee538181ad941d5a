import type { SubjectNames } from '../../records/search.ts'
import { baseForms } from '../../language/endings.ts'
import { readText } from '../../language/read-text.ts'
import { openPlaceBook } from '../places/place-book.ts'
import { makeNameBook, type NameBook, type NameEntry } from './name-book.ts'

/**
 * Creates a function that finds what a few words name, in any script or case. It opens the table of places
 * when first needed.
 */
export function createSubjectNames(names: readonly NameEntry[]): (text: string) => SubjectNames {
  const book = makeNameBook(names)
  return (text) => {
    const { folded } = readText(text)
    const name = listedName(book, folded)
    if (name !== undefined) return { name }
    const forms = [folded.join(' '), ...withBases(folded)]
    const city = forms.map((form) => openPlaceBook().spellings(form)).find(({ length }) => length > 0)
    return city === undefined ? {} : { spellings: city.map(inOnePiece) }
  }
}

function listedName(book: NameBook, folded: readonly string[]): string | undefined {
  const plain = book.get(folded.join(' '))?.known
  if (plain !== undefined) return plain.name
  const bases = withBases(folded).map((form) => book.get(form)?.known)
  return bases.find((known) => known !== undefined && !known.needsCapitals)?.name
}

/** Variants of a name with its first word in each dictionary form. */
const withBases = ([first = '', ...rest]: readonly string[]): string[] =>
  INFLECTED.flatMap((language) => baseForms(language, first)).map((base) => [base, ...rest].join(' '))

/** Joins a name in ideographs, whose characters are separate words in the table. */
const inOnePiece = (key: string): string =>
  /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u.test(key) ? key.replaceAll(' ', '') : key

/** Languages in which single names have cases, or prefixes and endings written together with them. */
const INFLECTED = ['ru', 'uk', 'tr', 'ar', 'fa']
