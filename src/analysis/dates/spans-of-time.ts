import { type Anchor, type Day, type Roles, shift } from './time-parts.ts'
import { date, monthText, quarterText, type TimeValue, weekText, yearText } from './timex-values.ts'

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

/** Returns a duration such as "P3D"; null for a unit without one. */
export const durationText = (count: number | 'X', unit: string | null): string | null => {
  const [prefix, suffix] = LENGTHS[unit ?? ''] ?? []
  return prefix === undefined ? null : `${prefix}${count}${suffix}`
}

/** Reads "three days". */
export const readDuration = (roles: Roles): TimeValue => ({
  type: 'DURATION',
  value: durationText(roles.count() ?? 'X', roles.sign('unit', 'U')),
})

/** Reads "3 days ago", "in 13 days", "two years later". */
export function readDistance(roles: Roles, { day, tense, isPersian }: Anchor): TimeValue | null {
  const count = roles.count() ?? 1
  const unit = roles.sign('unit', 'U') ?? ''
  // "In three days they built it", "the first visit in six years": how long it took.
  const isLong = unit === 'year' || unit === 'decade'
  if (roles.sign('dir', 'I') !== null && (count === 'X' || isLong || tense() !== 'future'))
    return readDuration(roles)
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

/** Reads "last week", "the next two months". */
export function readRelativeUnit(roles: Roles, { day, isPersian }: Anchor): TimeValue | null {
  const count = roles.count() ?? (roles.has('n') ? 1 : null)
  const unit = roles.sign('unit', 'U') ?? ''
  const isMany = roles.sign('unit', 'l') !== null
  if (count !== 1 && (count !== null || isMany))
    return { type: 'DURATION', value: durationText(count ?? 'X', unit) }
  return day === null ? date(null) : atUnit(unit, shift(roles.relation()), day, isPersian)
}
