import { SPOKEN } from '../../language/languages.ts'
import { anyOf } from '../../language/any-of.ts'
import { commandWords } from '../../language/typed-words.ts'
import { WEEK } from '../../subscriptions/days.ts'
import { monthNames } from '../../words/names.ts'
import { foldTerm } from '../name-index.ts'
import { meaningOf, means } from './grammar.ts'
import { readPart, readTime } from './read-time.ts'

const UNITS = ['minutes', 'hours', 'days', 'weeks'] as const

/** Days. A question may reach back somewhat more than a year; anything further is a typing mistake. */
export const FARTHEST_DAYS = 400

/** Days. A briefing sums up, and a month is already a lot; what is older has to be searched for. */
export const BRIEFING_DAYS = 31

/**
 * A moment in ms since 1970, or why there is none: the words mean no moment (`unknown`), one still to come,
 * or one further back than a question may reach.
 */
export type MomentRead =
  | { readonly status: 'read'; readonly at: number }
  | { readonly status: 'unknown' | 'future' | 'too-early' }

/**
 * Reads a moment in the past as people type it, in the asker's zone: `24h`, `3d`, `il y a 3 jours`, `08:00`,
 * `today`, `yesterday`, `friday`, `2026-03-01`, `10 march`, `10.03.2026`, `dünden beri`, `2026-03-01 08:00`,
 * `yesterday 18:00`, `last friday`. Days and units may be in any of our languages. Buttons use
 * `2026-03-01T08:00Z`. `days` is how far back it may lie.
 */
export function readSince(words: string, now: number, zone: string, days = FARTHEST_DAYS): MomentRead {
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone)
  const said = bareMoment(words.trim().toLowerCase())
  if (means(said, 'tomorrow') || means(said, 'next-week')) return { status: 'future' }
  const moment = readMoment(said, here)
  if (moment === null) return { status: 'unknown' }
  const at = moment.epochMilliseconds
  if (at > now) return { status: 'future' }
  return at < daysBefore(now, days, zone) ? { status: 'too-early' } : { status: 'read', at }
}

/**
 * Reads the moment until which somebody asks. A day alone means its end, or now while it lasts; anything else
 * is read by `readSince`.
 */
export function readUntil(words: string, now: number, zone: string): MomentRead {
  const moment = readSince(words, now, zone)
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone)
  const day = moment.status === 'read' ? readDay(bareMoment(words.trim().toLowerCase()), here) : null
  return day === null ? moment : { status: 'read', at: Math.min(now, day.add({ days: 1 }).epochMilliseconds) }
}

/** Returns whether words mean a moment, in any zone and at any distance. */
export function isMoment(words: string, now: number): boolean {
  return readSince(words, now, 'UTC').status !== 'unknown'
}

/**
 * Returns whether words count back from now, as no headline does: `yesterday`, `last week`, `24h`, `3 days
 * ago`.
 */
export function isBackFromNow(words: string): boolean {
  const said = words.trim().toLowerCase()
  if (meaningOf(said, ['today', 'yesterday', 'last-week']) !== null) return true
  return meaningOf(AGO.exec(said)?.[2] ?? '', UNITS) !== null
}

/** Returns the same time of day, a number of days earlier. */
export function daysBefore(now: number, days: number, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).subtract({ days })
    .epochMilliseconds
}

/**
 * Removes Turkish "since" and "until", which follow the moment and add an ending to it: "dünden beri",
 * "cumaya kadar".
 */
const bareMoment = (words: string): string =>
  words
    .replace(/^(.{2,}?)['’]?[dt][ae]n\s(?:beri|itibaren)$/u, '$1')
    .replace(/^(.{2,}?)['’]?y?[ae]\s(?:kadar|değin|dek)$/u, '$1')

const around = (what: 'ago' | 'last', where: 'before' | 'behind'): string =>
  anyOf(commandWords.languages().flatMap((language) => commandWords.of(language)?.[what]?.[where] ?? []))

/** `il y a 3 jours`, `منذ 3 أيام`, `last 3 days`, `3 days ago`, `3 روز پیش`. */
const AGO = new RegExp(
  String.raw`^(?:${around('ago', 'before')} )?(\d{1,4})\s*([\p{L}\p{M}]+)(?:\s${around('ago', 'behind')})?$`,
  'u',
)

function readMoment(words: string, here: Temporal.ZonedDateTime): Temporal.ZonedDateTime | null {
  const [, amount, typed = ''] = AGO.exec(words) ?? []
  const unit = amount === undefined ? null : meaningOf(typed, UNITS)
  if (unit !== null) return here.subtract({ [unit]: Number(amount) })
  if (words === 'midnight') return here.startOfDay()
  if (meaningOf(words, ['last-week']) !== null) return here.subtract({ weeks: 1 }).startOfDay()
  const day = readDay(words, here)
  if (day !== null) return day
  if (/^\d{4}-\d{2}-\d{2}t\d{2}:\d{2}$/u.test(words)) return atDate(words, here.timeZoneId)
  if (/^\d{4}-\d{2}-\d{2}t\d{2}:\d{2}z$/u.test(words)) return atDate(words.slice(0, -1), 'UTC')
  const time = isPlainTime(words) ? readTime(words) : null
  return time === null ? readDayAndTime(words, here) : lastTime(here, time)
}

function readDay(words: string, here: Temporal.ZonedDateTime): Temporal.ZonedDateTime | null {
  const meant = meaningOf(words, ['today', 'yesterday']) ?? meaningOf(words.replace(LAST, ''), WEEK)
  if (meant === 'today') return here.startOfDay()
  if (meant === 'yesterday') return here.subtract({ days: 1 }).startOfDay()
  if (meant !== null) return dayBefore(here, WEEK.indexOf(meant) + 1)
  return readDate(words, here.toPlainDate())?.toZonedDateTime(here.timeZoneId) ?? null
}

/** "Last", as people say it with a day of the week. */
const LAST = new RegExp(String.raw`^${around('last', 'before')}\s+|\s+${around('last', 'behind')}$`, 'u')

/**
 * Reads `yesterday 18:00`, `yesterday evening`, `friday at 8`. A bare number after a day counts something
 * else.
 */
function readDayAndTime(words: string, here: Temporal.ZonedDateTime): Temporal.ZonedDateTime | null {
  const pieces = words.split(/\s+/u)
  for (let cut = pieces.length - 1; cut > 0; cut--) {
    const day = readDay(pieces.slice(0, cut).join(' '), here)
    if (day === null) continue
    const joint = means(pieces[cut] ?? '', 'at') ? 1 : 0
    const typed = pieces.slice(cut + joint).join(' ')
    const time = joint === 1 || isPlainTime(typed) || readPart(typed) !== null ? readTime(typed) : null
    return time === null ? null : day.withPlainTime(time)
  }
  return null
}

const isPlainTime = (words: string): boolean => /\d\D/u.test(words) || words === 'noon'

/** Returns the beginning of the last such day before today. */
function dayBefore(here: Temporal.ZonedDateTime, dayOfWeek: number): Temporal.ZonedDateTime {
  return here.subtract({ days: (here.dayOfWeek - dayOfWeek + 7) % 7 || 7 }).startOfDay()
}

function lastTime(here: Temporal.ZonedDateTime, time: string): Temporal.ZonedDateTime {
  const today = here.withPlainTime(time)
  return Temporal.ZonedDateTime.compare(today, here) <= 0
    ? today
    : here.subtract({ days: 1 }).withPlainTime(time)
}

function atDate(words: string, zone: string): Temporal.ZonedDateTime | null {
  try {
    return Temporal.PlainDateTime.from(words).toZonedDateTime(zone)
  } catch {
    return null
  }
}

/**
 * Reads a date as people write it: `10 March`, `March 10, 2026`, `10. März 2026`, `10.03.2026`, `2026-03-10`.
 */
function readDate(words: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(words)
  if (iso !== null) return dateOf(iso[1], Number(iso[2]), iso[3])
  // With dots the month comes second everywhere; with slashes that depends on the country.
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

/**
 * Returns the months of the Gregorian calendar by their names in our languages. Iraq and the Levant have
 * their own Arabic names.
 */
function months(): ReadonlyMap<string, number> {
  byName ??= new Map(
    Array.from(monthNames([...SPOKEN, 'ar-IQ'], ['long', 'short']), ([name, month]) => [
      foldTerm(name),
      month,
    ]),
  )
  return byName
}

let byName: ReadonlyMap<string, number> | undefined
