import { localeOf } from './locale.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A length of time in the one unit that says enough of it: "5 minutes", "2 hours", "3 days". */
export function writeDuration(ms: number, language: string): string {
  const { tag } = localeOf(language)
  const format = formats.get(tag) ?? new Intl.DurationFormat(tag, { style: 'long' })
  formats.set(tag, format)
  if (ms >= 1.5 * DAY) return format.format({ days: Math.round(ms / DAY) })
  if (ms >= 1.5 * HOUR) return format.format({ hours: Math.round(ms / HOUR) })
  return format.format({ minutes: Math.max(1, Math.round(ms / MINUTE)) })
}

const formats = new Map<string, Intl.DurationFormat>()
