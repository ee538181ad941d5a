import { localeOf } from './locale.ts'

/**
 * Writes a number that is a rank or a citation: in the digits of a language (BCP 47), without thousands
 * separators.
 */
export function writeNumber(number: number, language: string): string {
  const { tag } = localeOf(language)
  return formats
    .getOrInsertComputed(tag, () => new Intl.NumberFormat(tag, { useGrouping: false }))
    .format(number)
}

/**
 * Writes a number that is an amount: as readers of a language (BCP 47) write it, with thousands separators.
 */
export function writeAmount(number: number, language: string): string {
  const { tag } = localeOf(language)
  return amounts.getOrInsertComputed(tag, () => new Intl.NumberFormat(tag)).format(number)
}

const amounts = new Map<string, Intl.NumberFormat>()
const formats = new Map<string, Intl.NumberFormat>()

/** Writes a time of day such as "07:30" in the digits of a language (BCP 47). */
export function writeClock(time: string, language: string): string {
  return time.replaceAll(/\d/gu, (digit) => writeNumber(Number(digit), language))
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Writes a duration in one unit that is precise enough: "5 minutes", "2 hours", "3 days". */
export function writeDuration(ms: number, language: string): string {
  const { tag } = localeOf(language)
  const format = durations.getOrInsertComputed(tag, () => new Intl.DurationFormat(tag, { style: 'long' }))
  if (ms >= 1.5 * DAY) return format.format({ days: Math.round(ms / DAY) })
  if (ms >= 1.5 * HOUR) return format.format({ hours: Math.round(ms / HOUR) })
  return format.format({ minutes: Math.max(1, Math.round(ms / MINUTE)) })
}

const durations = new Map<string, Intl.DurationFormat>()
