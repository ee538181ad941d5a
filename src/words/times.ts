import { LRUCache } from 'lru-cache'
import { localeOf } from './locale.ts'
import { say } from './say.ts'

/** Writes instants (milliseconds since 1970) for people: in a zone (IANA) and a language (BCP 47), hours from 0 to 23. */
export interface Times {
  /** A stretch of time with its date or dates and its zone. */
  readonly stretch: (from: number, to: number) => string
  /** The time alone on the day of `seenFrom`, with the date on other days. */
  readonly moment: (at: number, seenFrom: number) => string
  /** Date and time. */
  readonly instant: (at: number) => string
  /** The date in full: "24 November 2026". */
  readonly day: (at: number) => string
  /** From one day to another, without the year: "24 – 26 Nov", "24 Nov". */
  readonly days: (from: number, to: number) => string
}

/** Formats are kept: making them takes a third of a millisecond, and a morning has thousands of briefings. */
export function timesIn(zone: string, language: string): Times {
  const { tag } = localeOf(language)
  const name = `${zone} ${tag}`
  const times = kept.get(name) ?? makeTimes(zone, tag)
  kept.set(name, times)
  return times
}

const kept = new LRUCache<string, Times>({ max: 500 })

function makeTimes(zone: string, tag: string): Times {
  const zoned = { timeZone: zone, hourCycle: 'h23' } as const
  const clock = { hour: '2-digit', minute: '2-digit' } as const
  const day = { day: 'numeric', month: 'short' } as const
  const weekday = { weekday: 'short' } as const
  const time = new Intl.DateTimeFormat(tag, { ...zoned, ...clock })
  const short = new Intl.DateTimeFormat(tag, { ...zoned, ...weekday, ...day, ...clock })
  const full = datedIn(tag, { ...zoned, ...weekday, ...day, ...clock })
  const plain = datedIn(tag, { ...zoned, ...day, ...clock })
  const days = new Intl.DateTimeFormat(tag, { timeZone: zone, ...day })
  const whole = datedIn(tag, { timeZone: zone, day: 'numeric', month: 'long' })
  const date = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()

  return {
    stretch(from, to) {
      const end = date(from).equals(date(to)) ? time.format(to) : full.format(to)
      return say('time.stretch', tag, { from: full.format(from), to: end, zone })
    },
    moment(at, seenFrom) {
      const [then, now] = [date(at), date(seenFrom)]
      if (then.equals(now)) return time.format(at)
      return then.year === now.year ? short.format(at) : full.format(at)
    },
    instant: (at) => plain.format(at),
    day: (at) => whole.format(at),
    days: (from, to) => days.formatRange(from, to),
  }
}

/**
 * Dates with their year. For the Solar Hijri calendar CLDR has no pattern with one (it falls back to "1405 Azar 3, Tue"), so the
 * year is put where Persian has it, behind the month.
 */
function datedIn(
  tag: string,
  options: Intl.DateTimeFormatOptions,
): { readonly format: (at: number) => string } {
  const dated = new Intl.DateTimeFormat(tag, { ...options, year: 'numeric' })
  if (dated.resolvedOptions().calendar !== 'persian') return dated
  const undated = new Intl.DateTimeFormat(tag, options)
  const yearOf = (at: number) => dated.formatToParts(at).find((part) => part.type === 'year')?.value ?? ''
  return {
    format: (at) =>
      undated
        .formatToParts(at)
        .map(({ type, value }) => (type === 'month' ? `${value} ${yearOf(at)}` : value))
        .join(''),
  }
}
