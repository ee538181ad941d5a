import { localeOf } from '../../words/locale.ts'
import { countryName, languageName } from '../../words/names.ts'
import type { Term } from '../vocabulary.ts'

/** The name of something for a reader of a language (BCP 47); English where there is none in it. */
export function nameTerm({ kind, id, name, names }: Term, language: string): string {
  if (kind === 'country') return countryName(id, language)
  if (kind === 'language') return languageName(id, language)
  return names?.[localeOf(language).language] ?? name
}
