import type { CountryTag } from '../../records/article.ts'
import type { Source } from '../../records/source.ts'

/**
 * Places an article that names no country in its outlet's: who writes at home, in the language of the place,
 * hardly names it. An outlet that writes in another language writes for readers elsewhere.
 */
export function placeAtHome(
  countries: readonly CountryTag[],
  language: string,
  { country }: Pick<Source, 'country'>,
): readonly CountryTag[] {
  if (countries.length > 0 || BODIES.has(country) || mainLanguage(country) !== language) return countries
  return [{ code: country, score: 1, focus: true, home: true }]
}

/** Codes of `Source.country` that are no country's. */
const BODIES: ReadonlySet<string> = new Set(['EU', 'UN'])

/** Returns the language (ISO 639-1) that most people of a country read, by the likely subtags of CLDR. */
function mainLanguage(country: string): string {
  const known = mainLanguages.get(country)
  if (known !== undefined) return known
  const language = /^[A-Z]{2}$/u.test(country) ? new Intl.Locale(`und-${country}`).maximize().language : 'und'
  mainLanguages.set(country, language)
  return language
}

const mainLanguages = new Map<string, string>()
