import { localeOf } from './locale.ts'

/** A whole number as readers of a language (BCP 47) write it, without marks between thousands: a rank, a citation. */
export function writeNumber(number: number, language: string): string {
  const { tag } = localeOf(language)
  const format = formats.get(tag) ?? new Intl.NumberFormat(tag, { useGrouping: false })
  formats.set(tag, format)
  return format.format(number)
}

const formats = new Map<string, Intl.NumberFormat>()
