import type { Tense } from './tense.ts'
import type { TimeMatch } from './time-patterns.ts'

/** Types of TIMEX3. */
export type TimeType = 'DATE' | 'TIME' | 'DURATION' | 'SET'

/** What a time is: type and value as TIMEX3 has them. The value is null where it cannot be known. */
export interface TimeValue {
  readonly type: TimeType
  readonly value: string | null
}

/** What a time is read against. */
export interface Anchor {
  /** The article's own day; null where nobody knows it. */
  readonly day: Temporal.PlainDate | null
  /** Whether the sentence speaks of what is to come, of what is over, or of neither as far as is known. */
  readonly tense: () => Tense | null
  /** Of a language whose years may be Iranian ones. */
  readonly isPersian: boolean
}

type Day = Temporal.PlainDate
type Relation = 'past' | 'next' | 'this'

/** The value of a match; null where it is no time after all. */
export function valueOfTime(match: TimeMatch, anchor: Anchor): TimeValue | null {
  const { parts } = match
  const read = READERS.find(([name]) => parts.has(name))
  return read === undefined ? null : read[1](new Roles(match), anchor)
}

class Roles {
  readonly #match: TimeMatch
  constructor(match: TimeMatch) {
    this.#match = match
  }
  sign(part: string, letter: string): string | null {
    return this.#match.parts.get(part)?.signs.get(letter) ?? null
  }
  has(part: string): boolean {
    return this.#match.parts.has(part)
  }
  number(part: string): number | null {
    const value = this.sign(part, 'N') ?? this.sign(part, 'O') ?? this.sign(part, 'Y')
    return value === null ? null : Number(value)
  }
  relation(part = 'rel'): Relation | null {
    const item = this.#match.parts.get(part) ?? (part === 'rel' ? this.#match.parts.get('season') : undefined)
    if (item === undefined) return null
    if (item.signs.has('P')) return 'past'
    return item.signs.has('X') ? 'next' : 'this'
  }
  /** "X" for a vague number; null where none is told. */
  count(): number | 'X' | null {
    const item = this.#match.parts.get('n')
    if (item === undefined) return null
    if (item.signs.has('N')) return Number(item.signs.get('N'))
    return item.signs.has('Q') ? 'X' : 1
  }
}

type Reader = (roles: Roles, anchor: Anchor) => TimeValue | null

const date = (value: string | null): TimeValue => ({ type: 'DATE', value })

/** By the part that a match must have, the most telling first. */
const READERS: readonly (readonly [string, Reader])[] = [
  ['bc', (roles) => date(`BC${String(roles.number('bc') ?? 0).padStart(4, '0')}`)],
  [
    'daypart',
    (roles, anchor) => {
      const [wanted, part] = (roles.sign('daypart', 'p') ?? '').split(' ')
      const found = weekdayNear(Number(wanted), null, anchor)
      return { type: 'TIME', value: found === null ? null : `${String(found)}T${part}` }
    },
  ],
  [
    'weekend',
    (_, { day, tense }) => {
      if (day === null) return date(null)
      const saturday = day.add({
        days: tense() === 'ahead' ? (13 - day.dayOfWeek) % 7 : -((day.dayOfWeek + 1) % 7),
      })
      return date(`${weekText(saturday)}-WE`)
    },
  ],
  ['full', (roles, anchor) => fullDate(roles.sign('full', 'F') ?? '', anchor)],
  [
    'half',
    (roles, { day }) => {
      const year = roles.number('year') ?? (day === null ? null : day.year + shift(roles.relation()))
      const nth = roles.number('nth')
      return nth === null || nth > 2 ? null : date(year === null ? null : `${year}-H${nth}`)
    },
  ],
  ['quarter', quarter],
  ['month', (roles, anchor) => (roles.has('day') ? dayOfMonth(roles, anchor) : month(roles, anchor))],
  [
    'every',
    (roles) => {
      const part = roles.sign('every', 'r') ?? 'day'
      if (roles.has('weekday'))
        return {
          type: 'SET',
          value: `XXXX-WXX-${roles.sign('weekday', 'W')}${part === 'day' ? '' : `T${part}`}`,
        }
      return { type: 'SET', value: length(roles.number('n') ?? 1, roles.sign('unit', 'U')) }
    },
  ],
  ['weekday', weekday],
  ['t', (roles, { day }) => onDay(day?.add({ days: Number(roles.sign('t', 'T')) }) ?? null, roles)],
  [
    'named',
    (roles, { day }) => {
      const [days, part] = (roles.sign('named', 'E') ?? '').split(' ')
      return {
        type: 'TIME',
        value: day === null ? null : `${String(day.add({ days: Number(days) }))}T${part}`,
      }
    },
  ],
  [
    'whole',
    (roles, { day, isPersian }) => {
      const back = roles.sign('whole', 'w') === 'last year' ? 1 : 0
      return date(day === null ? null : yearText(day.subtract({ years: back }), isPersian))
    },
  ],
  [
    'season',
    (roles, { day }) => {
      const year = roles.number('year') ?? (day === null ? null : day.year + shift(roles.relation()))
      return date(year === null ? null : `${year}-${roles.sign('season', 'Z')}`)
    },
  ],
  [
    'clock',
    (roles, { day }) =>
      clock((roles.sign('clock', 'K') ?? roles.sign('clock', 'k') ?? '').replace('.', ':'), day),
  ],
  [
    'hour',
    (roles, { day }) => {
      const [hour, minute] = [roles.number('hour'), roles.number('minute')]
      if (hour === null || hour > 24 || (minute ?? 0) > 59) return null
      return clock(`${hour}:${String(minute ?? 0).padStart(2, '0')}`, day)
    },
  ],
  ['ten', (roles) => date((roles.sign('ten', 't') ?? '').slice(0, 3))],
  [
    'century',
    (roles) => {
      const number = roles.number('hundred')
      return roles.sign('century', 'U') !== 'century' || number === null
        ? null
        : date(String(number - 1).padStart(2, '0'))
    },
  ],
  ['dir', away],
  ['unit', (roles, anchor) => (roles.has('rel') ? relativeUnit(roles, anchor) : duration(roles))],
  ['year', (roles, anchor) => year(roles, anchor)],
  [
    'part',
    (roles, { day }) => ({
      type: 'TIME',
      value: day === null ? null : `${String(day)}T${roles.sign('part', 'H')}`,
    }),
  ],
  ['set', (roles) => ({ type: 'SET', value: roles.sign('set', 'J') })],
  ['ref', (roles) => date(roles.sign('ref', 'R'))],
]

const shift = (relation: Relation | null): number => (relation === 'past' ? -1 : relation === 'next' ? 1 : 0)

function clock(time: string, day: Day | null): TimeValue {
  return { type: 'TIME', value: day === null ? null : `${String(day)}T${time.padStart(5, '0')}` }
}

const onDay = (day: Day | null, roles: Roles): TimeValue => {
  const part = roles.sign('part', 'H')
  if (part === null) return date(day === null ? null : String(day))
  return { type: 'TIME', value: day === null ? null : `${String(day)}T${part}` }
}

/** "30.11.2013", "2013-11-30", "11/30/2013", "1399-03-02"; "3/10/14", which may be two days, is the one nearer to the article's own. */
function fullDate(text: string, { isPersian, day: own }: Anchor): TimeValue | null {
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

function dayOfMonth(roles: Roles, { day, tense }: Anchor): TimeValue | null {
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

const pad = (number: number): string => String(number).padStart(2, '0')

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

function month(roles: Roles, { day, tense }: Anchor): TimeValue | null {
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

const monthText = (day: Day): string => String(day).slice(0, 7)

function weekday(roles: Roles, anchor: Anchor): TimeValue {
  return onDay(weekdayNear(Number(roles.sign('weekday', 'W')), roles.relation(), anchor), roles)
}

/** The last such weekday, today's own included; in a sentence about what is to come the next one. */
function weekdayNear(wanted: number, relation: Relation | null, { day, tense }: Anchor): Day | null {
  if (day === null) return null
  const back = (day.dayOfWeek - wanted + 7) % 7
  const before = day.subtract({ days: relation === 'past' && back === 0 ? 7 : back })
  const behind = day.add({ days: back === 0 ? (relation === 'next' ? 7 : 0) : 7 - back })
  const isNext =
    relation === 'next' || (relation !== 'past' && tense() === 'ahead') || (relation === 'this' && back > 0)
  return isNext ? behind : before
}

function quarter(roles: Roles, { day }: Anchor): TimeValue | null {
  const nth = roles.number('nth')
  if (roles.has('back') && nth === null)
    return date(day === null ? null : quarterText(day.subtract({ months: 15 })))
  if (nth !== null) {
    const relation = roles.has('back') ? 'past' : roles.relation()
    const year = roles.number('year') ?? (day === null ? null : day.year + shift(relation))
    return nth > 4 ? null : date(year === null ? null : `${year}-Q${nth}`)
  }
  // "The quarter" is the last one that is over.
  return date(day === null ? null : quarterText(day.subtract({ months: 3 })))
}

const quarterText = (day: Day): string => `${day.year}-Q${Math.ceil(day.month / 3)}`

const LENGTHS: Readonly<Record<string, readonly [prefix: string, suffix: string]>> = {
  second: ['PT', 'S'],
  minute: ['PT', 'M'],
  hour: ['PT', 'H'],
  day: ['P', 'D'],
  week: ['P', 'W'],
  month: ['P', 'M'],
  quarter: ['P', 'Q'],
  year: ['P', 'Y'],
  decade: ['P', 'DE'],
  century: ['P', 'CE'],
  weekend: ['P', 'WE'],
}

const length = (count: number | 'X', unit: string | null): string | null => {
  const [prefix, suffix] = LENGTHS[unit ?? ''] ?? []
  return prefix === undefined ? null : `${prefix}${count}${suffix}`
}

const duration = (roles: Roles): TimeValue => ({
  type: 'DURATION',
  value: length(roles.count() ?? 'X', roles.sign('unit', 'U')),
})

/** "3 days ago", "in 13 days", "two years later". */
function away(roles: Roles, { day, tense, isPersian }: Anchor): TimeValue | null {
  const count = roles.count() ?? 1
  const unit = roles.sign('unit', 'U') ?? ''
  // "In three days they built it", "the first visit in six years": how long it took.
  const isLong = unit === 'year' || unit === 'decade'
  if (roles.sign('dir', 'I') !== null && (count === 'X' || isLong || tense() !== 'ahead'))
    return duration(roles)
  if (count === 'X' || day === null || count > 10_000)
    return date(day === null ? null : count === 'X' ? 'PAST_REF' : null)
  const isBack = roles.sign('dir', 'A') !== null || roles.sign('dir', 'B') !== null
  const steps = isBack ? -count : count
  return atUnit(unit, steps, day, isPersian)
}

function atUnit(unit: string, steps: number, day: Day, isPersian: boolean): TimeValue | null {
  switch (unit) {
    case 'day':
      return date(String(day.add({ days: steps })))
    case 'week':
      return date(weekText(day.add({ days: 7 * steps })))
    case 'weekend':
      return date(`${weekText(day.add({ days: 7 * steps }))}-WE`)
    case 'month':
      return date(monthText(day.add({ months: steps })))
    case 'quarter':
      return date(quarterText(day.add({ months: 3 * steps })))
    case 'year':
      return date(yearText(day.add({ years: steps }), isPersian))
    case 'decade':
      return date(String(day.year + 10 * steps).slice(0, 3))
    case 'century':
      return date(String(day.year + 100 * steps).slice(0, 2))
    default:
      return { type: 'TIME', value: null }
  }
}

const weekText = (day: Day): string => `${day.yearOfWeek ?? day.year}-W${pad(day.weekOfYear ?? 1)}`

/** An Iranian year is told by the Gregorian one in which it begins: TIMEX3 has no other. */
const yearText = (day: Day, isPersian: boolean): string =>
  isPersian
    ? String(day.withCalendar('persian').with({ month: 1, day: 1 }).withCalendar('iso8601').year)
    : String(day.year)

function relativeUnit(roles: Roles, { day, isPersian }: Anchor): TimeValue | null {
  const count = roles.count() ?? (roles.has('n') ? 1 : null)
  const unit = roles.sign('unit', 'U') ?? ''
  const isMany = roles.sign('unit', 'l') !== null
  if (count !== 1 && (count !== null || isMany))
    return { type: 'DURATION', value: length(count ?? 'X', unit) }
  return day === null ? date(null) : atUnit(unit, shift(roles.relation()), day, isPersian)
}

function year(roles: Roles, { isPersian }: Anchor): TimeValue | null {
  const number = roles.number('year')
  if (number === null) return null
  if (isPersianYear(number, isPersian)) return date(String(dayIn('persian', number, 1, 1)?.year ?? number))
  return date(String(number))
}
