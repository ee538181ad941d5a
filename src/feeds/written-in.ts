/** Articles looked at: of the last days for most, of the last hour for a wire. */
const ARTICLES_KEPT = 40

/** Below this a few guest articles would look like a change. */
const ARTICLES_TO_JUDGE = 20
const MOST = 0.8

/** Languages (ISO 639-1) of the newest articles, the oldest first, with those of one more read; texts in no known language tell nothing. */
export function noteLanguages(known: readonly string[], read: readonly string[]): readonly string[] {
  return [...known, ...read.filter((language) => language !== 'und')].slice(-ARTICLES_KEPT)
}

/** What a source writes in by now, where that is not the language it is said to write in (ISO 639-1); else null. */
export function strayLanguage(writtenIn: readonly string[], said: string): string | null {
  if (writtenIn.length < ARTICLES_TO_JUDGE) return null
  const newest = writtenIn.slice(-ARTICLES_TO_JUDGE)
  const [most] = [...Map.groupBy(newest, (language) => language)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  )
  if (!most || most[1].length < MOST * newest.length) return null
  const [language] = most
  return familyOf(language) === familyOf(said) ? null : language
}

/** Languages that a page of text does not tell apart for sure. */
const FAMILIES: Readonly<Record<string, string>> = {
  nb: 'no',
  nn: 'no',
  bs: 'sr',
  hr: 'sr',
  sh: 'sr',
  ms: 'id',
}

const familyOf = (language: string): string => FAMILIES[language] ?? language
