import { type Translation, translate } from '../../language/bridge/translate.ts'
import { contentOf } from '../../language/terms.ts'
import type { AnalysedTerm } from './analyse-terms.ts'

/** A term and its translations; none if it was quoted, since it is then wanted as written. */
export interface TranslatedTerm extends AnalysedTerm {
  readonly elsewhere: readonly Translation[]
}

/**
 * Translates terms for articles in other languages (ISO 639-1); the terms may be in one of `own`. Null if no
 * word has a translation.
 */
export function translateTerms(
  terms: readonly AnalysedTerm[],
  languages: readonly string[],
  own: readonly string[] = [],
): readonly TranslatedTerm[] | null {
  const wanted = terms.filter(({ excluded }) => !excluded)
  const told = wanted.filter((term) => term.isQuoted || !isSmall(term.text, own))
  const translated = (told.length > 0 ? told : wanted).map((term, place) => {
    const elsewhere = term.isQuoted || place >= MOST_TRANSLATED ? [] : translate(term.text, languages, own)
    return { ...term, elsewhere }
  })
  return translated.some(({ elsewhere }) => elsewhere.length > 0) ? translated : null
}

/** Function words, as in "prix du blé": they have no counterpart in texts of other languages. */
const isSmall = (text: string, languages: readonly string[]): boolean =>
  languages.some((language) => contentOf(text, language).size === 0)

/**
 * Translating a word takes half a millisecond, and the lookup longer. Words after these must be found as
 * typed.
 */
const MOST_TRANSLATED = 8
