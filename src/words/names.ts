import { localeOf } from './locale.ts'

/**
 * Returns the name of a country (ISO 3166-1 alpha-2) in a language (BCP 47), or the code if it has no name.
 */
export function countryName(code: string, language: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  return namesOf('region', language).of(code) ?? code
}

/** Returns the name of a language (ISO 639) in another language (BCP 47), or the code if it has no name. */
export function languageName(code: string, language: string): string {
  if (!/^[a-z]{2,3}$/.test(code)) return code
  return namesOf('language', language).of(code) ?? code
}

/** Whether two BCP 47 tags are the same language; false if one is `und`. */
export function sameLanguage(one: string, other: string): boolean {
  return one === 'und' || other === 'und' || baseOf(one) === baseOf(other)
}

const baseOf = (language: string) => language.split('-', 1)[0]?.toLowerCase()

const displayNames = new Map<string, Intl.DisplayNames>()

function namesOf(type: 'region' | 'language', language: string): Intl.DisplayNames {
  const { tag } = localeOf(language)
  return displayNames.getOrInsertComputed(
    `${type} ${tag}`,
    () => new Intl.DisplayNames([tag, 'en'], { type, fallback: 'code' }),
  )
}

/**
 * Returns the name of a weekday, 1 for Monday to 7 for Sunday, in a language (BCP 47), in full or as
 * calendars shorten it.
 */
export function dayName(day: number, language: string, weekday: 'long' | 'short' = 'long'): string {
  const { tag, language: spoken } = localeOf(language)
  const format = dayFormats.getOrInsertComputed(
    `${tag} ${weekday}`,
    () => new Intl.DateTimeFormat(tag, { weekday, timeZone: 'UTC' }),
  )
  // 5 January 1970 was a Monday.
  const name = format.format(Date.UTC(1970, 0, 4 + day))
  // Turkish capitalises weekdays only in dates.
  return spoken === 'tr' ? name.toLocaleLowerCase('tr') : name
}

/**
 * Returns the CLDR names of a weekday, 1 for Monday to 7 for Sunday, in any language (BCP 47): in full and
 * shortened.
 */
export const dayNames = (day: number, language: string): readonly string[] =>
  (['long', 'short'] as const).map((weekday) =>
    new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' }).format(Date.UTC(1970, 0, 4 + day)),
  )

const dayFormats = new Map<string, Intl.DateTimeFormat>()

/**
 * Yields the CLDR names of the Gregorian months, 1 to 12, in these languages (BCP 47), as written there:
 * alone and after a day, where many languages inflect them. A name may come several times.
 */
export function* monthNames(
  languages: readonly string[],
  widths: readonly ('long' | 'short')[],
): Generator<readonly [name: string, month: number]> {
  for (const language of languages)
    for (const width of widths)
      for (const day of [{}, { day: 'numeric' }] as const) {
        const options = { calendar: 'gregory', timeZone: 'UTC', month: width, ...day } as const
        const format = new Intl.DateTimeFormat(language, options)
        for (let month = 1; month <= 12; month += 1) {
          const parts = format.formatToParts(Date.UTC(2026, month - 1, 15))
          yield [parts.find(({ type }) => type === 'month')?.value ?? '', month]
        }
      }
}

/** Joins names with "and" or "or" as a language (BCP 47) does, in parts: "a", ", ", "b", " and ", "c". */
export function joinNames<Name>(
  names: readonly Name[],
  language: string,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): readonly (string | Name)[] {
  const { tag } = localeOf(language)
  const format = listFormats.getOrInsertComputed(`${tag} ${type}`, () => new Intl.ListFormat(tag, { type }))
  const left = [...names]
  return format
    .formatToParts(names.map((_, index) => String(index)))
    .flatMap((part): readonly (string | Name)[] =>
      part.type === 'literal' ? [part.value] : left.splice(0, 1),
    )
}

const listFormats = new Map<string, Intl.ListFormat>()
