import { EVERY_LANGUAGE } from '../../language/languages.ts'
import { nameWords, nameWordsOfAll } from '../name-words.ts'

/** First names in Latin letters, folded. A place name after one of them is a family name: "Jack London", "Michael Jordan". */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(nameWords.of(EVERY_LANGUAGE)?.given)

/** First names in Arabic letters, folded. A nationality right behind one is a family name. */
export const ARABIC_GIVEN_NAMES: ReadonlySet<string> = new Set(
  ['ar', 'fa'].flatMap((language) => nameWords.of(language)?.given ?? []),
)

/** First names in Cyrillic letters, folded, in the nominative. */
export const MEN = nameWordsOfAll('men')
export const WOMEN = nameWordsOfAll('women')

/** Folded words that stand before a person's name without being part of it: offices, ranks, forms of address. */
export const TITLE_WORDS = nameWordsOfAll('titles')
