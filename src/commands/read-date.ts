import { foldTerm } from './vocabulary.ts'

/** A date as people write it: `10 March`, `March 10, 2026`, `10. März 2026`, `10.03.2026`, `2026-03-10`. */
export function readDate(words: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(words)
  if (iso !== null) return dateOf(iso[1], Number(iso[2]), iso[3])
  // Behind dots the month comes second everywhere; behind slashes that depends on the country.
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/u.exec(words)
  if (dotted !== null) return dateOf(dotted[3], Number(dotted[2]), dotted[1])
  const named = DAY_MONTH.exec(words)?.groups ?? MONTH_DAY.exec(words)?.groups
  const month = named === undefined ? undefined : months().get(foldTerm(named['month'] ?? ''))
  if (named === undefined || month === undefined) return null
  if (named['year'] !== undefined) return dateOf(named['year'], month, named['day'])
  const thisYear = dateOf(String(today.year), month, named['day'])
  if (thisYear === null || Temporal.PlainDate.compare(thisYear, today) <= 0) return thisYear
  return dateOf(String(today.year - 1), month, named['day'])
}

const DAY_MONTH =
  /^(?<day>\d{1,2})(?:\.|st|nd|rd|th|er)?\s(?:of\s)?(?<month>[\p{L}\p{M}]+\.?(?:\s[\p{L}\p{M}]+)?)(?:,?\s(?<year>\d{4}))?$/u
const MONTH_DAY =
  /^(?<month>[\p{L}\p{M}]+\.?(?:\s[\p{L}\p{M}]+)?)\s(?<day>\d{1,2})(?:\.|st|nd|rd|th)?(?:,?\s(?<year>\d{4}))?$/u

function dateOf(year = '', month: number, day = ''): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year: Number(year), month, day: Number(day) }, { overflow: 'reject' })
  } catch {
    return null
  }
}

/** Months of the Gregorian calendar by their names in our languages; Iraq and the Levant have their own Arabic ones. */
function months(): ReadonlyMap<string, number> {
  byName ??= new Map(
    ['en', 'tr', 'ar', 'ar-IQ', 'fa', 'fr', 'de'].flatMap((locale) =>
      (['long', 'short'] as const).flatMap((width) =>
        [{}, { day: 'numeric' } as const].flatMap((day) => {
          const format = new Intl.DateTimeFormat(locale, {
            calendar: 'gregory',
            timeZone: 'UTC',
            month: width,
            ...day,
          })
          return Array.from({ length: 12 }, (_, index): [string, number] => {
            const parts = format.formatToParts(Date.UTC(2026, index, 1))
            return [foldTerm(parts.find(({ type }) => type === 'month')?.value ?? ''), index + 1]
          })
        }),
      ),
    ),
  )
  return byName
}

let byName: ReadonlyMap<string, number> | undefined
