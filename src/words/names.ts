import { localeOf } from './locale.ts'

/** Name of a country (ISO 3166-1 alpha-2) for a reader of a language (BCP 47), or the code where there is no name. */
export function countryName(code: string, language: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  return namesOf('region', language).of(code) ?? code
}

/** Name of a language (ISO 639) for a reader of another, or the code where there is no name. */
export function languageName(code: string, language: string): string {
  if (!/^[a-z]{2,3}$/.test(code)) return code
  return namesOf('language', language).of(code) ?? code
}

/** Whether two BCP 47 tags are one language; nothing is known of `und`. */
export function sameLanguage(one: string, other: string): boolean {
  return one === 'und' || other === 'und' || baseOf(one) === baseOf(other)
}

const baseOf = (language: string) => language.split('-', 1)[0]?.toLowerCase()

const known = new Map<string, Intl.DisplayNames>()

function namesOf(type: 'region' | 'language', language: string): Intl.DisplayNames {
  const { tag } = localeOf(language)
  const key = `${type} ${tag}`
  const names = known.get(key) ?? new Intl.DisplayNames([tag, 'en'], { type, fallback: 'code' })
  known.set(key, names)
  return names
}
