import { readDayOfMonth, readFullDate, readMonth, weekdayNear, readYear } from './calendar-days.ts'
import { readDistance, readDuration, durationText, readRelativeUnit } from './spans-of-time.ts'
import type { TimeMatch } from './time-patterns.ts'
import { type Anchor, type Day, Roles, shift } from './time-parts.ts'
import { date, pad, quarterText, time, type TimeValue, weekText, yearText } from './timex-values.ts'

/** Returns the value of a match, or null if it is not a time after all. */
export function valueOfTime(match: TimeMatch, anchor: Anchor): TimeValue | null {
  const { parts } = match
  const read = READERS.find(([name]) => parts.has(name))
  return read === undefined ? null : read[1](new Roles(match), anchor)
}

type Reader = (roles: Roles, anchor: Anchor) => TimeValue | null

/** Readers by the part that a match must have, the most telling first. */
const READERS: readonly (readonly [string, Reader])[] = [
  ['bc', (roles) => date(`BC${String(roles.number('bc') ?? 0).padStart(4, '0')}`)],
  [
    'daypart',
    (roles, anchor) => {
      const [wanted, part] = (roles.sign('daypart', 'p') ?? '').split(' ')
      return time(weekdayNear(Number(wanted), null, anchor), part)
    },
  ],
  [
    'weekend',
    (_, { day, tense }) => {
      if (day === null) return date(null)
      const saturday = day.add({
        days: tense() === 'future' ? (13 - day.dayOfWeek) % 7 : -((day.dayOfWeek + 1) % 7),
      })
      return date(`${weekText(saturday)}-WE`)
    },
  ],
  ['full', (roles, anchor) => readFullDate(roles.sign('full', 'F') ?? '', anchor)],
  [
    'half',
    (roles, { day }) => {
      const year = yearOf(roles, day)
      const nth = roles.number('nth')
      return nth === null || nth > 2 ? null : date(year === null ? null : `${year}-H${nth}`)
    },
  ],
  ['quarter', quarter],
  ['month', (roles, anchor) => (roles.has('day') ? readDayOfMonth(roles, anchor) : readMonth(roles, anchor))],
  [
    'every',
    (roles) => {
      const part = roles.sign('every', 'r') ?? 'day'
      if (roles.has('weekday'))
        return {
          type: 'SET',
          value: `XXXX-WXX-${roles.sign('weekday', 'W')}${part === 'day' ? '' : `T${part}`}`,
        }
      return { type: 'SET', value: durationText(roles.number('n') ?? 1, roles.sign('unit', 'U')) }
    },
  ],
  ['weekday', weekday],
  ['t', (roles, { day }) => onDay(day?.add({ days: Number(roles.sign('t', 'T')) }) ?? null, roles)],
  [
    'named',
    (roles, { day }) => {
      const [days, part] = (roles.sign('named', 'E') ?? '').split(' ')
      return time(day && day.add({ days: Number(days) }), part)
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
      const year = yearOf(roles, day)
      return date(year === null ? null : `${year}-${roles.sign('season', 'Z')}`)
    },
  ],
  [
    'clock',
    (roles, { day }) =>
      time(
        day,
        (roles.sign('clock', 'K') ?? roles.sign('clock', 'k') ?? '').replace('.', ':').padStart(5, '0'),
      ),
  ],
  [
    'hour',
    (roles, { day }) => {
      const [hour, minute] = [roles.number('hour'), roles.number('minute')]
      if (hour === null || hour > 24 || (minute ?? 0) > 59) return null
      return time(day, `${pad(hour)}:${pad(minute ?? 0)}`)
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
  ['dir', readDistance],
  ['unit', (roles, anchor) => (roles.has('rel') ? readRelativeUnit(roles, anchor) : readDuration(roles))],
  ['year', (roles, anchor) => readYear(roles, anchor)],
  ['part', (roles, { day }) => time(day, roles.sign('part', 'H'))],
  ['set', (roles) => ({ type: 'SET', value: roles.sign('set', 'J') })],
  ['ref', (roles) => date(roles.sign('ref', 'R'))],
]

/** Returns the year that is named, or else the one that is meant on a day. */
const yearOf = (roles: Roles, day: Day | null, relation = roles.relation()): number | null =>
  roles.number('year') ?? (day === null ? null : day.year + shift(relation))

const onDay = (day: Day | null, roles: Roles): TimeValue => {
  const part = roles.sign('part', 'H')
  return part === null ? date(day && String(day)) : time(day, part)
}

function weekday(roles: Roles, anchor: Anchor): TimeValue {
  return onDay(weekdayNear(Number(roles.sign('weekday', 'W')), roles.relation(), anchor), roles)
}

function quarter(roles: Roles, { day }: Anchor): TimeValue | null {
  const nth = roles.number('nth')
  if (roles.has('back') && nth === null)
    return date(day === null ? null : quarterText(day.subtract({ months: 15 })))
  if (nth !== null) {
    const year = yearOf(roles, day, roles.has('back') ? 'past' : roles.relation())
    return nth > 4 ? null : date(year === null ? null : `${year}-Q${nth}`)
  }
  // "The quarter" is the last one that has ended.
  return date(day === null ? null : quarterText(day.subtract({ months: 3 })))
}
