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

const displayNames = new Map<string, Intl.DisplayNames>()

function namesOf(type: 'region' | 'language', language: string): Intl.DisplayNames {
  const { tag } = localeOf(language)
  return displayNames.getOrInsertComputed(
    `${type} ${tag}`,
    () => new Intl.DisplayNames([tag, 'en'], { type, fallback: 'code' }),
  )
}

/** Name of a day of the week, 1 for Monday to 7 for Sunday, in a language (BCP 47); whole, or as calendars shorten it. */
export function dayName(day: number, language: string, weekday: 'long' | 'short' = 'long'): string {
  const { tag, language: spoken } = localeOf(language)
  const format = dayFormats.getOrInsertComputed(
    `${tag} ${weekday}`,
    () => new Intl.DateTimeFormat(tag, { weekday, timeZone: 'UTC' }),
  )
  // 5 January 1970 was a Monday.
  const name = format.format(Date.UTC(1970, 0, 4 + day))
  // Turkish writes days large in dates only.
  return spoken === 'tr' ? name.toLocaleLowerCase('tr') : name
}

/** Names of a day of the week, 1 for Monday to 7 for Sunday, in any language (BCP 47) as CLDR has them, whole and shortened. */
export const dayNames = (day: number, language: string): readonly string[] =>
  (['long', 'short'] as const).map((weekday) =>
    new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' }).format(Date.UTC(1970, 0, 4 + day)),
  )

const dayFormats = new Map<string, Intl.DateTimeFormat>()

/**
 * Names of the Gregorian months, 1 to 12, in languages (BCP 47) as CLDR has them: alone, and behind a day, which changes them in many. As written
 * there; one name may come several times.
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

/** Names with "and" or "or" between them as a language (BCP 47) has it, in parts: "a", ", ", "b", " and ", "c". */
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
