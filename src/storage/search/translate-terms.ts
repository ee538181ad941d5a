import { type Translation, translate } from '../../language/bridge/translate.ts'
import { contentOf } from '../../language/terms.ts'
import type { AnalysedTerm } from './analyse-terms.ts'

/** A term with what it is in other languages: nothing where it was quoted, which asks for it as it stands. */
export interface TranslatedTerm extends AnalysedTerm {
  readonly elsewhere: readonly Translation[]
}

/** What must be said, for articles in languages (ISO 639-1) other than that of the words, which may be one of `own`; null where no word has a translation. */
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

/** "Prix du blé": what holds words together in one language stands in no text of another. */
const isSmall = (text: string, languages: readonly string[]): boolean =>
  languages.some((language) => contentOf(text, language).size === 0)

/** A word takes half a millisecond, and the index longer; words behind these must stand as they were typed. */
const MOST_TRANSLATED = 8
