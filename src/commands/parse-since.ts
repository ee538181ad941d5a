import { foldTerm } from './vocabulary.ts'

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
const UNITS = new Map([
  ['m', 'minutes'],
  ['min', 'minutes'],
  ['h', 'hours'],
  ['d', 'days'],
  ['w', 'weeks'],
] as const)

/** A year and some back is as far as a question may reach; more is a typing mistake. */
const FARTHEST = { days: 400 } as const

/**
 * Reads a moment in the past as people type it: `24h`, `3d`, `2w`, `08:00`, `today`, `yesterday`, `friday`, `2026-03-01`,
 * `2026-03-01 08:00`, in the asker's zone. Returns milliseconds since 1970, or null when it is none of these.
 */
export function parseSince(words: string, now: number, zone: string): number | null {
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone)
  const moment = readMoment(words.trim().toLowerCase(), here)
  if (moment === null) return null
  const inReach = Temporal.ZonedDateTime.compare(moment, here.subtract(FARTHEST)) >= 0
  return inReach && moment.epochMilliseconds <= now ? moment.epochMilliseconds : null
}

function readMoment(words: string, here: Temporal.ZonedDateTime): Temporal.ZonedDateTime | null {
  const span = /^(\d{1,4})\s*([a-z]+)$/u.exec(words)
  if (span !== null) {
    const [, amount = '', typed = ''] = span
    const unit = [...UNITS].find(([short]) => short === typed)?.[1]
    return unit === undefined ? null : here.subtract({ [unit]: Number(amount) })
  }
  if (/^\d{1,2}:\d{2}$/u.test(words)) return atTime(here, words)
  if (words === 'today' || words === 'midnight') return here.startOfDay()
  if (words === 'yesterday') return here.subtract({ days: 1 }).startOfDay()
  const day = foldTerm(words)
  const index = DAYS.findIndex((name) => day.length >= 3 && name.startsWith(day))
  if (index >= 0) return here.subtract({ days: (here.dayOfWeek - (index + 1) + 7) % 7 || 7 }).startOfDay()
  if (/^\d{4}-\d{2}-\d{2}(?:[ t]\d{2}:\d{2})?$/u.test(words)) return atDate(words, here.timeZoneId)
  return null
}

/** The last time the clock here showed it. */
function atTime(here: Temporal.ZonedDateTime, time: string): Temporal.ZonedDateTime | null {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  if (hour > 23 || minute > 59) return null
  const today = here.withPlainTime({ hour, minute })
  return Temporal.ZonedDateTime.compare(today, here) <= 0
    ? today
    : here.subtract({ days: 1 }).withPlainTime({ hour, minute })
}

function atDate(words: string, zone: string): Temporal.ZonedDateTime | null {
  try {
    return Temporal.PlainDateTime.from(words.replace(' ', 't')).toZonedDateTime(zone)
  } catch {
    return null
  }
}
