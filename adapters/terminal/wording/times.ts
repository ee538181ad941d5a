/** Writes instants (milliseconds since 1970) for people: in a zone (IANA) and a language (BCP 47), hours from 0 to 23. */
export interface Times {
  /** A stretch of time with its dates and its zone. */
  readonly stretch: (from: number, to: number) => string
  /** The time alone on the day of `seenFrom`, with the date on other days. */
  readonly moment: (at: number, seenFrom: number) => string
  /** Date and time. */
  readonly instant: (at: number) => string
}

export function timesIn(zone: string, language: string): Times {
  const zoned = { timeZone: zone, hourCycle: 'h23' } as const
  const clock = { hour: '2-digit', minute: '2-digit' } as const
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const
  const full = new Intl.DateTimeFormat(language, { ...zoned, ...day, year: 'numeric', ...clock })
  const short = new Intl.DateTimeFormat(language, { ...zoned, ...day, ...clock })
  const plain = new Intl.DateTimeFormat(language, {
    ...zoned,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...clock,
  })
  const time = new Intl.DateTimeFormat(language, { ...zoned, ...clock })
  const date = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()

  return {
    stretch: (from, to) => `${full.formatRange(from, to)} (${zone})`,
    moment(at, seenFrom) {
      const [then, now] = [date(at), date(seenFrom)]
      if (then.equals(now)) return time.format(at)
      return then.year === now.year ? short.format(at) : full.format(at)
    },
    instant: (at) => plain.format(at),
  }
}
