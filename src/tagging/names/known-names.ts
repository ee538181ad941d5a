import { EVERY_LANGUAGE } from '../../language/languages.ts'
import { hasCase } from '../../language/read-text.ts'
import { nameWords, nameWordsOfAll } from '../name-words.ts'

/**
 * First names in Latin letters, folded. A place name behind one of them is a family name: "Jack London",
 * "Michael Jordan".
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(nameWords.of(EVERY_LANGUAGE)?.given)

/** First names in Arabic letters, folded. A nationality right behind one is a family name. */
export const ARABIC_GIVEN_NAMES: ReadonlySet<string> = new Set(
  ['ar', 'fa'].flatMap((language) => nameWords.of(language)?.given ?? []),
)

/** First names of languages that decline them, folded, in the nominative. */
export const MEN = nameWordsOfAll('men')
export const WOMEN = nameWordsOfAll('women')

/**
 * Folded words that stand before a person's name without being part of it: offices, ranks, forms of address.
 */
export const TITLE_WORDS = nameWordsOfAll('titles')

/**
 * Whether a word is in no person's name. In scripts with capitals, where a capital marks a name, titles count
 * too.
 */
export const isNoPerson = (word: string): boolean =>
  NO_PERSON.has(word) || (hasCase(word) && TITLE_WORDS.has(word))
const NO_PERSON = nameWordsOfAll('never')

/** The first name of which a word in a Russian or Ukrainian text is a form. */
export interface GivenName {
  /** In the nominative, folded. */
  readonly base: string
  readonly isWoman: boolean
  /** The word itself is the nominative. */
  readonly isPlain: boolean
}

/**
 * The first name of which a folded word in Russian or Ukrainian is a form; undefined if there is none.
 * `forms` are the word's `baseForms`.
 */
export function givenNameOf(word: string, forms: readonly string[]): GivenName | undefined {
  if (MEN.has(word) || WOMEN.has(word))
    return { base: word, isWoman: WOMEN.has(word) && !MEN.has(word), isPlain: true }
  const base = forms.find((form) => MEN.has(form) || WOMEN.has(form))
  return base === undefined ? undefined : { base, isWoman: WOMEN.has(base), isPlain: false }
}
