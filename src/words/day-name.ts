import { localeOf } from './locale.ts'

/** Name of a day of the week, 1 for Monday to 7 for Sunday, in a language (BCP 47). */
export function dayName(day: number, language: string): string {
  const { tag } = localeOf(language)
  const format = formats.get(tag) ?? new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' })
  formats.set(tag, format)
  return format.format(Date.UTC(MONDAY.year, MONDAY.month, MONDAY.day + day - 1))
}

/** 5 January 1970. */
const MONDAY = { year: 1970, month: 0, day: 5 } as const

const formats = new Map<string, Intl.DateTimeFormat>()
