import { type Translation, translate } from '../../language/bridge/translate.ts'
import type { AnalysedTerm } from './analyse-terms.ts'

/** A term with what it is in other languages: nothing where it was quoted, which asks for it as it stands. */
export interface TranslatedTerm extends AnalysedTerm {
  readonly elsewhere: readonly Translation[]
}

/** What must be said, for articles in languages (ISO 639-1) other than that of the words; null where no word has a translation. */
export function translateTerms(
  terms: readonly AnalysedTerm[],
  languages: readonly string[],
): readonly TranslatedTerm[] | null {
  const translated = terms
    .filter(({ excluded }) => !excluded)
    .map((term, place) => {
      const elsewhere = term.isQuoted || place >= MOST_TRANSLATED ? [] : translate(term.text, languages)
      return { ...term, elsewhere }
    })
  return translated.some(({ elsewhere }) => elsewhere.length > 0) ? translated : null
}

/** A word takes half a millisecond, and the index longer; words behind these must stand as they were typed. */
const MOST_TRANSLATED = 8
