const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/**
 * The language (ISO 639) that a BCP 47 tag begins with, whatever its case: `en` of "en-US", "EN" and "eng"; undefined where
 * it is no tag or CLDR knows no such language ("english", "xx", `und`).
 */
export function baseLanguage(tag: string): string | undefined {
  try {
    const { language } = new Intl.Locale(tag.trim())
    return names.of(language) === undefined ? undefined : language
  } catch {
    return undefined
  }
}
