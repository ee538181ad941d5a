import type { Tense } from './tense.ts'
import { type Anchor, type Day, type Relation, type Roles, shift } from './time-parts.ts'
import { date, monthText, pad, type TimeValue } from './timex-values.ts'

/** "30.11.2013", "2013-11-30", "11/30/2013", "1399-03-02"; "3/10/14", which may be two days, is the one nearer to the article's own. */
export function fullDate(text: string, { isPersian, day: own }: Anchor): TimeValue | null {
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

/** A day of a calendar as one of ISO 8601; null where there is none. */
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

/** "9 March", "9 March 2025", "۱۵ اسفند"; null where the month has no such day. */
export function dayOfMonth(roles: Roles, { day, tense }: Anchor): TimeValue | null {
  const month = monthOf(roles)
  const number = roles.number('day')
  if (month === null || number === null || number < 1 || number > 31) return null
  const told = roles.number('year') ?? toldYear(roles, month.calendar, day)
  if (told !== null) {
    const found = dayIn(calendarOf(month, told), told, month.month, number)
    return found === null ? null : date(String(found))
  }
  if (day === null) {
    if (month.calendar !== 'iso8601') return date(null)
    return date(`XXXX-${pad(month.month)}-${pad(number)}`)
  }
  const here = day.withCalendar(month.calendar).year
  const days = [-1, 0, 1].flatMap((years) => dayIn(month.calendar, here + years, month.month, number) ?? [])
  const found = nearest(days, day, tense())
  return found === null ? null : date(String(found))
}

/** Behind a month of the Iranian calendar a year above 1900 is a Gregorian one all the same. */
const calendarOf = ({ calendar }: Month, year: number): string => (year > 1700 ? 'iso8601' : calendar)

const toldYear = (roles: Roles, calendar: string, day: Day | null): number | null => {
  const relation = roles.relation()
  return relation === null || day === null ? null : day.withCalendar(calendar).year + shift(relation)
}

/** What a day costs that is on the other side of now than the sentence speaks of, and what one to come where it does not say. Chosen leaving each set out: the first may be 2 to 8, of the second English wants 2 to 4, German 1 to 2. */
const PAST_COSTS = 4
const AHEAD_COSTS = 2

/**
 * The day nearest to another, days to come counting twice; in a sentence about what is to come those that are over count four times: "the 7 August blasts" of a
 * week ago are not next year's.
 */
function nearest(days: readonly Day[], to: Day, tense: Tense | null): Day | null {
  const weighed = (day: Day): number => {
    const distance = to.until(day, { largestUnit: 'day' }).days
    if (tense === 'ahead') return distance < 0 ? -distance * PAST_COSTS : distance
    return distance < 0 ? -distance : distance * AHEAD_COSTS
  }
  return days.toSorted((one, other) => weighed(one) - weighed(other))[0] ?? null
}

/** "last March", "March 2025", "March". */
export function month(roles: Roles, { day, tense }: Anchor): TimeValue | null {
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
  const found = nearest(months, start, tense())
  return found === null ? null : date(monthText(found))
}

/** The last such weekday, today's own included; in a sentence about what is to come the next one. */
export function weekdayNear(wanted: number, relation: Relation | null, { day, tense }: Anchor): Day | null {
  if (day === null) return null
  const back = (day.dayOfWeek - wanted + 7) % 7
  const before = day.subtract({ days: relation === 'past' && back === 0 ? 7 : back })
  const behind = day.add({ days: back === 0 ? (relation === 'next' ? 7 : 0) : 7 - back })
  const isNext =
    relation === 'next' || (relation !== 'past' && tense() === 'ahead') || (relation === 'this' && back > 0)
  return isNext ? behind : before
}

/** "2025"; "1404" in a Persian text. */
export function year(roles: Roles, { isPersian }: Anchor): TimeValue | null {
  const number = roles.number('year')
  if (number === null) return null
  if (isPersianYear(number, isPersian)) return date(String(dayIn('persian', number, 1, 1)?.year ?? number))
  return date(String(number))
}
