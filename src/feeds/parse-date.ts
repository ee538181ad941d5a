import { monthOf } from './month-of.ts'

/**
 * Reads a date as feeds write them: RFC 822 (also with two-digit years, without seconds, with misspelt day names), RFC 3339 and
 * ISO 8601 in its shorter forms, C `asctime`, and plain numeric dates that can be read one way only. A date without a zone is UTC.
 * Returns milliseconds since 1970, or null for what is no date or could mean two: undated is better than invented.
 */
export function parseDate(text: string): number | null {
  const date = text.trim().slice(0, MAX_LENGTH)
  if (date === '') return null
  for (const read of /^\d{4}/.test(date) ? YEAR_FIRST : OTHERS) {
    const parts = read(date)
    if (parts) return toInstant(parts)
  }
  return null
}

/** Ways to read a date that begins with its year, and any other; the usual ones first. */
const YEAR_FIRST = [readIso, readNumeric]
const OTHERS = [readRfc822, readMonthFirst, readAsctime, readNumeric]

/** Longer strings are prose, not dates. */
const MAX_LENGTH = 80

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly clock: string | undefined
  readonly zone: string | undefined
}

// Digits of Persian and Arabic feeds are left alone: their calendars are rarely Gregorian.
const CLOCK = String.raw`(\d{1,2}:\d{1,2}(?::\d{1,2}(?:[.,]\d{1,9})?)?)`
const ZONE = String.raw`((?:GMT|UTC|UT|Z)?\s*[+-]\d{1,2}:?\d{0,2}|[A-Za-z]{1,5})`
const ISO = new RegExp(String.raw`^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?:[Tt\s]+${CLOCK}\s*${ZONE}?)?$`)
const ISO_COMPACT = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})?\s*(Z|[+-]\d{2}:?\d{2})?$/
const ISO_ORDINAL = new RegExp(String.raw`^(\d{4})-?(\d{3})(?:[Tt]${CLOCK}\s*${ZONE}?)?$`)
const DAY_NAME = String.raw`(?:\p{L}+\.?,?\s+)?`
const TIME = String.raw`(?:,?\s+(?:at\s+)?${CLOCK}\s*([AaPp][Mm])?\s*${ZONE}?)?`
const RFC822 = new RegExp(
  String.raw`^${DAY_NAME}(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(\p{L}{3,12})\.?,?[\s-]+(\d{2,4})${TIME}(?:\s*\([^)]*\))?$`,
  'u',
)
const MONTH_FIRST = new RegExp(
  String.raw`^${DAY_NAME}(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${TIME}$`,
  'u',
)
const ASCTIME = new RegExp(
  String.raw`^(?:\p{L}+,?\s+)?(\p{L}{3,12})\s+(\d{1,2})\s+${CLOCK}\s+${ZONE}?\s*(\d{4})$`,
  'u',
)
const NUMERIC = new RegExp(
  String.raw`^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?:,?\s+${CLOCK}\s*([AaPp][Mm])?\s*${ZONE}?)?$`,
)

function readIso(text: string): Parts | null {
  const compact = ISO_COMPACT.exec(text)
  if (compact) {
    const [, year, month, day, hour, minute, second = '00', zone] = compact
    return {
      year: Number(year),
      month: Number(month),
      day: Number(day),
      clock: `${hour}:${minute}:${second}`,
      zone,
    }
  }
  const ordinal = ISO_ORDINAL.exec(text)
  if (ordinal) {
    const [, year, day, clock, zone] = ordinal
    return { year: Number(year), month: 1, day: Number(day), clock, zone }
  }
  const match = ISO.exec(text)
  if (!match) return null
  const [, year, month = '1', day = '1', clock, zone] = match
  return { year: Number(year), month: Number(month), day: Number(day), clock, zone }
}

function readRfc822(text: string): Parts | null {
  const [, day, monthName = '', year = '', clock, half, zone] = RFC822.exec(text) ?? []
  return withMonth(monthName, { year: fullYear(year), day: Number(day), clock: halfDay(clock, half), zone })
}

function readMonthFirst(text: string): Parts | null {
  const [, monthName = '', day, year = '', clock, half, zone] = MONTH_FIRST.exec(text) ?? []
  return withMonth(monthName, { year: Number(year), day: Number(day), clock: halfDay(clock, half), zone })
}

function readAsctime(text: string): Parts | null {
  const [, monthName = '', day, clock, zone, year] = ASCTIME.exec(text) ?? []
  return withMonth(monthName, { year: Number(year), day: Number(day), clock, zone })
}

/** `03/04/2005` could mean March or April and is refused unless one number is above 12; dots are always day first. */
function readNumeric(text: string): Parts | null {
  const match = NUMERIC.exec(text)
  if (!match) return null
  const [, a = '', b = '', c = '', clock, half, zone] = match
  const rest = { clock: halfDay(clock, half), zone }
  if (a.length === 4) return { year: Number(a), month: Number(b), day: Number(c), ...rest }
  if (c.length !== 4) return null
  const year = Number(c)
  if (text.includes('.') || Number(a) > 12) return { year, month: Number(b), day: Number(a), ...rest }
  if (Number(b) > 12 || a === b) return { year, month: Number(a), day: Number(b), ...rest }
  return null
}

function withMonth(name: string, parts: Omit<Parts, 'month'>): Parts | null {
  const month = monthOf(name)
  return month === null ? null : { ...parts, month }
}

/** RFC 2822, 4.3: two digits below 50 mean 20xx. */
function fullYear(year: string): number {
  const value = Number(year)
  if (year.length > 2) return year.length === 3 ? value + 1900 : value
  return value + (value < 50 ? 2000 : 1900)
}

function halfDay(clock: string | undefined, half: string | undefined): string | undefined {
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

/** Feeds are younger than 1970 and older than what follows this century; other years are typing errors. */
const EARLIEST_YEAR = 1970
const LATEST_YEAR = 2099

/** Minutes east of Greenwich; null for a zone we do not know, since guessing could be half a day off. */
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

/** RFC 822 zones and those news feeds use though no standard does; hours east of Greenwich. Ambiguous names (IST, BST as Bangladesh) take the feed habit. */
const ZONES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    Z: 0,
    UT: 0,
    UTC: 0,
    GMT: 0,
    WET: 0,
    WEST: 1,
    BST: 1,
    CET: 1,
    MET: 1,
    MEZ: 1,
    CEST: 2,
    MEST: 2,
    MESZ: 2,
    EET: 2,
    EEST: 3,
    MSK: 3,
    MSD: 4,
    TRT: 3,
    IRST: 3.5,
    IRDT: 4.5,
    PKT: 5,
    SGT: 8,
    HKT: 8,
    JST: 9,
    KST: 9,
    AEST: 10,
    AEDT: 11,
    NZST: 12,
    NZDT: 13,
    EST: -5,
    EDT: -4,
    CST: -6,
    CDT: -5,
    MST: -7,
    MDT: -6,
    PST: -8,
    PDT: -7,
    AKST: -9,
    AKDT: -8,
    HST: -10,
    AST: -4,
    ADT: -3,
    NST: -3.5,
    NDT: -2.5,
    BRT: -3,
    ART: -3,
  }),
)
