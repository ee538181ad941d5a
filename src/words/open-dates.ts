import { localeOf } from './locale.ts'
import { timesIn } from './times.ts'

const DAY = 24 * 3_600_000

/**
 * Writes a time that is less precise than a day in a language (BCP 47): "April 2026", "16 – 22 Mar", "2026".
 * `when` is a TIMEX3 value ("2026-04", "2026-W12", "2026"). `at` is the start of its first day in UTC, in
 * milliseconds since 1970. Returns null for values without such a name.
 */
export function nameOpenDate(when: string, at: number, language: string): string | null {
  const { tag } = localeOf(language)
  const format = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...options }).format(at)
  if (/^\d{4}$/u.test(when)) return format({ year: 'numeric' })
  if (/^\d{4}-\d{2}$/u.test(when)) return format({ month: 'long', year: 'numeric' })
  const [, weekend] = /^\d{4}-W\d{2}(-WE)?$/u.exec(when) ?? [null, null]
  if (weekend === null) return null
  return timesIn('UTC', language).days(at, at + (weekend === undefined ? 6 : 1) * DAY)
}
