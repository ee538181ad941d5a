import { localeOf } from './locale.ts'

/** Name of a day of the week, 1 for Monday to 7 for Sunday, in a language (BCP 47); whole, or as calendars shorten it. */
export function dayName(day: number, language: string, weekday: 'long' | 'short' = 'long'): string {
  const { tag, language: spoken } = localeOf(language)
  const key = `${tag} ${weekday}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(tag, { weekday, timeZone: 'UTC' })
  formats.set(key, format)
  const name = format.format(Date.UTC(MONDAY.year, MONDAY.month, MONDAY.day + day - 1))
  // Turkish writes days large in dates only.
  return spoken === 'tr' ? name.toLocaleLowerCase('tr') : name
}

/** 5 January 1970. */
const MONDAY = { year: 1970, month: 0, day: 5 } as const

const formats = new Map<string, Intl.DateTimeFormat>()
