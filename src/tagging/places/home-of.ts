/** Languages of many countries: what is written in them may be at home in any. */
const WIDESPREAD = new Set(['ar', 'en', 'es', 'fr', 'pt'])

/**
 * Where a text is at home (ISO 3166-1 alpha-2): in the country of its source, else in the one where most who speak its language live (CLDR's
 * likely subtags), if that is one.
 */
export function homeOf(language: string, source: string | undefined): string | undefined {
  if (source !== undefined || WIDESPREAD.has(language) || !/^[a-z]{2}$/.test(language)) return source
  const known = homes.get(language) ?? new Intl.Locale(language).maximize().region ?? ''
  homes.set(language, known)
  return known === '' ? undefined : known
}

const homes = new Map<string, string>()
