import { monthOf } from './month-of.ts'
import zoneHours from './zone-hours.json' with { type: 'json' }

/**
 * Reads a date as feeds write it: RFC 822 (also with two-digit years, without seconds, with misspelt day
 * names), RFC 3339, the shorter forms of ISO 8601, C `asctime`, and plain numeric dates that can be read in
 * one way only. A date without a zone is UTC. Of what feedparser reads
 * (https://feedparser.readthedocs.io/en/latest/date-parsing.html) it leaves out days and hours that do not
 * exist and the dates of two Korean and one Hungarian publishing system. Returns milliseconds since 1970, or
 * null for what is no date or is ambiguous: no date is better than an invented one.
 */
export function parseDate(text: string): number | null {
  const date = text.trim().slice(0, MAX_LENGTH)
  if (date === '') return null
  const parts = readForms(/^\d{4}/.test(date) ? YEAR_FIRST : DAY_OR_MONTH_FIRST, date) ?? readNumeric(date)
  const instant = parts && toInstant(parts)
  // Six digits are a year and month if that year is plausible; otherwise a short year, month and day.
  const short = instant === null ? readForms(SHORT_YEAR, date) : null
  return short ? toInstant(short) : instant
}

/** Longer strings are prose, not dates. */
const MAX_LENGTH = 80

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly clock: string | undefined
  readonly zone: string | undefined
}

// Persian and Arabic digits are not read: the calendars of such feeds are rarely Gregorian.
const CLOCK = String.raw`(?<clock>\d{1,2}:\d{1,2}(?::\d{1,2}(?:[.,]\d{1,9})?)?)`
const ZONE = String.raw`(?<zone>(?:GMT|UTC|UT|Z)?\s*[+-]\d{1,2}:?\d{0,2}|[A-Za-z]{1,5})`
const AM_PM = String.raw`(?<half>[AaPp][Mm])`
const NAME = String.raw`(?<name>\p{L}{3,12})`

/** Dates that begin with the year, the most common forms first. */
const YEAR_FIRST = [
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})T(?<compact>\d{4}(?:\d{2})?)\s*(?<zone>Z|[+-]\d{2}:?\d{2})?$/,
  // Year and day of the year.
  new RegExp(String.raw`^(?<year>\d{4})-?(?<day>\d{3})(?:[Tt]${CLOCK}\s*${ZONE}?)?$`),
  new RegExp(
    String.raw`^(?<year>\d{4})(?:-?(?<month>\d{2})(?:-?(?<day>\d{2}))?)?(?:[Tt\s]+${CLOCK}\s*${ZONE}?)?$`,
  ),
]

/**
 * ISO 8601 with a two-digit year: `-03-12`, `-0312`, `-03-12-31`, `031231`, and the day of the year, `03335`.
 */
const SHORT_YEAR = [
  /^-(?<year>\d{2})-?(?<month>\d{2})(?:-?(?<day>\d{2}))?$/,
  /^(?<year>\d{2})(?<month>\d{2})(?<day>\d{2})$/,
  /^-?(?<year>\d{2})-?(?<day>\d{3})$/,
]

const DAY_NAME = String.raw`(?:\p{L}+\.?,?\s+)?`
const TIME = String.raw`${CLOCK}\s*${AM_PM}?\s*${ZONE}?`
const TRAILING_TIME = String.raw`(?:,?\s+(?:at\s+)?${TIME})?`

/** All other forms: RFC 822, month first, `asctime`. */
const DAY_OR_MONTH_FIRST = [
  String.raw`^${DAY_NAME}(?<day>\d{1,2})(?:st|nd|rd|th|\.)?,?[\s-]+${NAME}\.?,?[\s-]+(?<year>\d{2,4})${TRAILING_TIME}(?:\s*\([^)]*\))?$`,
  String.raw`^${DAY_NAME}${NAME}\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})${TRAILING_TIME}$`,
  String.raw`^(?:\p{L}+,?\s+)?${NAME}\s+(?<day>\d{1,2})\s+${CLOCK}\s+${ZONE}?\s*(?<year>\d{4})$`,
].map((form) => new RegExp(form, 'u'))

const NUMERIC = new RegExp(String.raw`^(?<a>\d{1,4})[./-](?<b>\d{1,2})[./-](?<c>\d{1,4})(?:,?\s+${TIME})?$`)

function readForms(forms: readonly RegExp[], text: string): Parts | null {
  for (const form of forms) {
    const parts = readForm(form, text)
    if (parts) return parts
  }
  return null
}

function readForm(form: RegExp, text: string): Parts | null {
  const { year = '', month = '1', name, day = '1', clock, compact, half, zone } = groupsOf(form, text) ?? {}
  const number = name === undefined ? Number(month) : monthOf(name)
  if (year === '' || number === null) return null
  const time = compact?.replace(/(?<=^\d\d|^\d{4})(?=\d)/g, ':') ?? to24Hours(clock, half)
  return { year: fullYear(year), month: number, day: Number(day), clock: time, zone }
}

/**
 * Reads a numeric date. `03/04/2005` could mean March or April and is refused unless one number is above 12.
 * With dots the day always comes first.
 */
function readNumeric(text: string): Parts | null {
  const groups = groupsOf(NUMERIC, text)
  if (groups === undefined) return null
  const { a = '', b = '', c = '', clock, half, zone } = groups
  const rest = { clock: to24Hours(clock, half), zone }
  if (a.length === 4) return { year: Number(a), month: Number(b), day: Number(c), ...rest }
  if (c.length !== 4) return null
  const year = Number(c)
  if (text.includes('.') || Number(a) > 12) return { year, month: Number(b), day: Number(a), ...rest }
  if (Number(b) > 12 || a === b) return { year, month: Number(a), day: Number(b), ...rest }
  return null
}

const groupsOf = (form: RegExp, text: string): Readonly<Partial<Record<string, string>>> | undefined =>
  form.exec(text)?.groups

/** Two digits below 50 mean 20xx (RFC 2822, 4.3). */
function fullYear(year: string): number {
  const value = Number(year)
  if (year.length > 2) return year.length === 3 ? value + 1900 : value
  return value + (value < 50 ? 2000 : 1900)
}

function to24Hours(clock: string | undefined, half: string | undefined): string | undefined {
  if (clock === undefined || half === undefined) return clock
  const [hour = '', ...rest] = clock.split(':')
  const base = Number(hour) % 12
  return [base + (half.toLowerCase() === 'pm' ? 12 : 0), ...rest].join(':')
}

function toInstant(parts: Parts): number | null {
  const offsetMinutes = offsetOf(parts.zone)
  const [hour = 0, minute = 0, second = 0] = (parts.clock ?? '').replace(',', '.').split(':').map(Number)
  if (offsetMinutes === null || hour > 24 || minute > 59 || second >= 61) return null
  if (parts.year < EARLIEST_YEAR || parts.year > LATEST_YEAR || parts.month < 1 || parts.month > 12)
    return null
  const isOrdinal = parts.month === 1 && parts.day > 31
  const start = Date.UTC(parts.year, parts.month - 1, parts.day)
  const landed = new Date(start)
  if (isOrdinal ? landed.getUTCFullYear() !== parts.year : landed.getUTCDate() !== parts.day) return null
  return start + ((hour * 60 + minute - offsetMinutes) * 60 + second) * 1000
}

/** No feed is older than 1970, and none will be dated after this century. Other years are typing errors. */
const EARLIEST_YEAR = 1970
const LATEST_YEAR = 2099

/** Returns minutes east of Greenwich, or null for an unknown zone, since a guess could be half a day off. */
function offsetOf(zone: string | undefined): number | null {
  const name = zone?.trim().toUpperCase() ?? ''
  if (name === '') return 0
  const numeric = /^(?:GMT|UTC|UT|Z)?\s*([+-])(\d{1,2}):?(\d{2})?$/.exec(name)
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0)
    return minutes > 15 * 60 ? null : numeric[1] === '-' ? -minutes : minutes
  }
  const hours = ZONES.get(name)
  return hours === undefined ? null : hours * 60
}

/**
 * Zones of RFC 822 and others that news feeds use without a standard, in hours east of Greenwich. Ambiguous
 * names (IST, BST as Bangladesh) have the meaning usual in feeds.
 */
const ZONES: ReadonlyMap<string, number> = new Map(Object.entries(zoneHours))
