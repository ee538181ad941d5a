import type { Tense } from './tense.ts'
import { type Anchor, type Day, type Relation, type Roles, shift } from './time-parts.ts'
import { date, monthText, pad, type TimeValue } from './timex-values.ts'

/**
 * Reads "30.11.2013", "2013-11-30", "11/30/2013", "1399-03-02". If two days are possible ("3/10/14"), the one
 * nearer to the article's day is returned.
 */
export function readFullDate(text: string, { isPersian, day: own }: Anchor): TimeValue | null {
  const [one = 0, two = 0, three = 0] = text.split(/[-./]/u).map(Number)
  const tries =
    text.includes('-') || one > 31
      ? [[one, two, three]]
      : [
          [three, two, one],
          [three, one, two],
        ]
  const days: Day[] = []
  for (const [year = 0, month = 0, day = 0] of tries) {
    const whole = year < 100 ? year + (isPersian ? 1300 : year < 70 ? 2000 : 1900) : year
    const found = dayIn(isPersianYear(whole, isPersian) ? 'persian' : 'iso8601', whole, month, day)
    if (found !== null) days.push(found)
  }
  const [first, second] = days
  if (first === undefined) return null
  if (second === undefined || own === null) return date(String(first))
  const away = (one: Day): number => Math.abs(own.until(one).days)
  return date(String(away(second) < away(first) ? second : first))
}

const isPersianYear = (year: number, isPersian: boolean): boolean => isPersian && year > 1200 && year < 1500

/** Returns a day of a calendar in ISO 8601; null if it does not exist. */
function dayIn(calendar: string, year: number, month: number, day: number): Day | null {
  try {
    return Temporal.PlainDate.from({ calendar, year, month, day }, { overflow: 'reject' }).withCalendar(
      'iso8601',
    )
  } catch {
    return null
  }
}

interface Month {
  readonly calendar: string
  readonly month: number
}

const CALENDARS: Readonly<Record<string, string>> = {
  gregorian: 'iso8601',
  persian: 'persian',
  islamic: 'islamic-umalqura',
}

function monthOf(roles: Roles): Month | null {
  const [kind = '', number] = (roles.sign('month', 'm') ?? roles.sign('month', 'M') ?? '').split(':')
  const calendar = CALENDARS[kind] ?? 'iso8601'
  const value = Number(number ?? kind)
  return Number.isInteger(value) && value > 0 ? { calendar, month: value } : null
}

/** Reads "9 March", "9 March 2025", "۱۵ اسفند"; null if the month has no such day. */
export function readDayOfMonth(roles: Roles, { day, tense }: Anchor): TimeValue | null {
  const month = monthOf(roles)
  const number = roles.number('day')
  if (month === null || number === null || number < 1 || number > 31) return null
  const year = roles.number('year') ?? yearOfRelation(roles, month.calendar, day)
  if (year !== null) {
    const found = dayIn(calendarOf(month, year), year, month.month, number)
    return found === null ? null : date(String(found))
  }
  if (day === null) {
    if (month.calendar !== 'iso8601') return date(null)
    return date(`XXXX-${pad(month.month)}-${pad(number)}`)
  }
  const here = day.withCalendar(month.calendar).year
  const days = [-1, 0, 1].flatMap((years) => dayIn(month.calendar, here + years, month.month, number) ?? [])
  const found = nearestByCost(days, day, tense())
  return found === null ? null : date(String(found))
}

/** A year above 1700 is Gregorian even after a month of another calendar. */
const calendarOf = ({ calendar }: Month, year: number): string => (year > 1700 ? 'iso8601' : calendar)

const yearOfRelation = (roles: Roles, calendar: string, day: Day | null): number | null => {
  const relation = roles.relation()
  return relation === null || day === null ? null : day.withCalendar(calendar).year + shift(relation)
}

/**
 * Factors on the distance of a day: for past days in a sentence about the future, and for future days in any
 * other. Chosen by leaving out each set: the first may be 2 to 8; for the second English needs 2 to 4, German
 * 1 to 2.
 */
const PAST_COSTS = 4
const FUTURE_COSTS = 2

/**
 * Returns the day nearest to another, with the distance of future days doubled. In a sentence about the
 * future past days count four times instead: "the 7 August blasts" of a week ago are not next year's.
 */
function nearestByCost(days: readonly Day[], to: Day, tense: Tense | null): Day | null {
  const weighed = (day: Day): number => {
    const distance = to.until(day, { largestUnit: 'day' }).days
    if (tense === 'future') return distance < 0 ? -distance * PAST_COSTS : distance
    return distance < 0 ? -distance : distance * FUTURE_COSTS
  }
  return days.toSorted((one, other) => weighed(one) - weighed(other))[0] ?? null
}

/** Reads "last March", "March 2025", "March". */
export function readMonth(roles: Roles, { day, tense }: Anchor): TimeValue | null {
  const own = monthOf(roles)
  if (own === null) return null
  const ofYear = roles.relation('ofYear')
  const told =
    roles.number('year') ??
    (ofYear === null || day === null ? null : day.withCalendar(own.calendar).year + shift(ofYear))
  const first = (year: number): Day | null => dayIn(calendarOf(own, year), year, own.month, 1)
  if (told !== null) {
    const found = first(told)
    return found === null
      ? null
      : date(own.calendar === 'iso8601' ? monthText(found) : String(found).slice(0, 7))
  }
  if (day === null) return date(own.calendar === 'iso8601' ? `XXXX-${pad(own.month)}` : null)
  const here = day.withCalendar(own.calendar)
  const start = dayIn(own.calendar, here.year, here.month, 1) ?? day
  const relation = roles.relation()
  const months = [-1, 0, 1].flatMap((years) => first(here.year + years) ?? [])
  if (relation === 'past')
    return date(monthText(months.findLast((one) => Temporal.PlainDate.compare(one, start) < 0) ?? start))
  if (relation === 'next')
    return date(monthText(months.find((one) => Temporal.PlainDate.compare(one, start) > 0) ?? start))
  const found = nearestByCost(months, start, tense())
  return found === null ? null : date(monthText(found))
}

/** Returns the last such weekday, including today, or in a sentence about the future the next one. */
export function weekdayNear(wanted: number, relation: Relation | null, { day, tense }: Anchor): Day | null {
  if (day === null) return null
  const back = (day.dayOfWeek - wanted + 7) % 7
  const before = day.subtract({ days: relation === 'past' && back === 0 ? 7 : back })
  const behind = day.add({ days: back === 0 ? (relation === 'next' ? 7 : 0) : 7 - back })
  const isNext =
    relation === 'next' || (relation !== 'past' && tense() === 'future') || (relation === 'this' && back > 0)
  return isNext ? behind : before
}

/** Reads "2025", and "1404" in a Persian text. */
export function readYear(roles: Roles, { isPersian }: Anchor): TimeValue | null {
  const number = roles.number('year')
  if (number === null) return null
  if (isPersianYear(number, isPersian)) return date(String(dayIn('persian', number, 1, 1)?.year ?? number))
  return date(String(number))
}
