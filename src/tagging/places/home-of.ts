/** Languages of many countries: a text in one of them has no home by its language. */
const WIDESPREAD = new Set(['ar', 'en', 'es', 'fr', 'pt'])

/**
 * The country where a text is at home (ISO 3166-1 alpha-2): that of its source, else the one where most
 * speakers of its language live (CLDR's likely subtags). Undefined if neither is known.
 */
export function homeOf(language: string, source: string | undefined): string | undefined {
  if (source !== undefined || WIDESPREAD.has(language) || !/^[a-z]{2}$/.test(language)) return source
  const known = homes.get(language) ?? new Intl.Locale(language).maximize().region ?? ''
  homes.set(language, known)
  return known === '' ? undefined : known
}

const homes = new Map<string, string>()
