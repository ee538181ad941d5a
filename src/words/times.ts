import { LRUCache } from 'lru-cache'
import { localeOf } from './locale.ts'
import { say } from './say.ts'

/**
 * Formats instants (milliseconds since 1970) in a time zone (IANA) and a language (BCP 47), with hours from 0
 * to 23.
 */
export interface Times {
  /** A period with its dates and its zone. */
  readonly stretch: (from: number, to: number) => string
  /** Only the time if it is the day of `seenFrom`, else with the date. */
  readonly moment: (at: number, seenFrom: number) => string
  /** Date and time. */
  readonly instant: (at: number) => string
  /** The full date: "24 November 2026". */
  readonly day: (at: number) => string
  /** A range of days without the year: "24 – 26 Nov", "24 Nov". */
  readonly days: (from: number, to: number) => string
}

/**
 * Returns the formats for a zone and a language. They are cached: making them takes a third of a millisecond,
 * and a morning has thousands of briefings.
 */
export function timesIn(zone: string, language: string): Times {
  const { tag } = localeOf(language)
  const name = `${zone} ${tag}`
  const times = kept.get(name) ?? makeTimes(zone, tag)
  kept.set(name, times)
  return times
}

const kept = new LRUCache<string, Times>({ max: 500 })

/** Returns whether a text names a time zone. Platforms and programs pass on what people entered. */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

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
 * Returns a date format with the year. For the Solar Hijri calendar CLDR has no pattern with a year (it falls
 * back to "1405 Azar 3, Tue"), so the year is inserted after the month, as in Persian.
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
