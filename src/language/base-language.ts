const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/**
 * Returns the language (ISO 639) of a BCP 47 tag in any case: `en` for "en-US", "EN" and "eng". Undefined if
 * the text is no tag or CLDR knows no such language ("english", "xx", `und`).
 */
export function baseLanguage(tag: string): string | undefined {
  try {
    const { language } = new Intl.Locale(tag.trim())
    return names.of(language) === undefined ? undefined : language
  } catch {
    return undefined
  }
}
