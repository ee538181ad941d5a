import { HOUR_OF, hourIn, type PartOfDay } from '../reading/read-time.ts'
import type { Item } from './items.ts'
import { has, numbered, numberOf, partOf, type ReadTo, valueOf } from './item-signs.ts'

/**
 * Reads "at 8 and 18:30", "8 in the evening", "her sabah 8'de", "um halb acht", "a las 8 y media de la
 * tarde".
 */
export function clocksAt(
  items: readonly Item[],
  at: number,
  isBehindDays: boolean,
): ReadTo<readonly string[]> | null {
  const item = items[at]
  const each = has(item, 'each') && partOf(items[at + 1]) !== null ? 1 : 0
  const first = clockAt(items, at + each, isBehindDays)
  if (first === null) return null
  const times = [first.value.time]
  let next = first.next
  for (;;) {
    const joined = has(items[next], 'and') || items[next - 1]?.words.at(-1)?.closes === true
    const another = joined ? clockAt(items, next + (has(items[next], 'and') ? 1 : 0), true) : null
    if (another === null) return { value: times, next }
    times.push(another.value.time)
    next = another.next
  }
}

/**
 * Returns whether an hour is named that cannot be anything else: "half past nine", "21:30". With `isSaid`, a
 * bare number counts as one.
 */
export const saysHour = (items: readonly Item[], isSaid = false): boolean =>
  items.some((_, at) => clockAt(items, at, isSaid) !== null)

/** Returns all hours that a sentence names, in its order. */
export function clocksIn(items: readonly Item[]): readonly string[] {
  const times: string[] = []
  for (let at = 0; at < items.length;) {
    const found = clockAt(items, at, true)
    if (found === null) at++
    else {
      times.push(found.value.time)
      at = found.next
    }
  }
  return times
}

interface Clock {
  readonly time: string
}

function clockAt(items: readonly Item[], at: number, isSaid: boolean): ReadTo<Clock> | null {
  let next = at
  let isLed = false
  let part: PartOfDay | null = null
  const pass = (): void => {
    for (
      ;
      has(items[next], 'at', 'clock:before') &&
      numberOf(items[next]) === null &&
      partOf(items[next]) === null;
      next++
    )
      isLed = true
  }
  pass()
  const lead = partOf(items[next])
  if (lead !== null) {
    part = lead
    next++
    // "كل صباح في السابعة" (every morning at seven).
    const isSpoken = items[next + 1]?.first.kind === 'word' && numberOf(items[next + 1]) !== null
    if (isSpoken && has(items[next], 'joint') && numberOf(items[next]) === null) next++
    pass()
  }
  // "Öğlen 12:30'da": "noon" says which half of the day the hour belongs to.
  const isNoon = has(items[next], 'noon') && isNoonHour(items[next + 1])
  if (isNoon) {
    part = 'afternoon'
    isLed = true
    next++
  }
  if (lead === null && !isNoon && has(items[next], 'noon', 'midnight') && (isSaid || isLed))
    return { value: { time: has(items[next], 'noon') ? '12:00' : '00:00' }, next: next + 1 }
  const before = numbered(valueOf(items[next], 'minutes'))
  // "Полдесятого" (half past nine) has both in one word.
  if (before !== null && numberOf(items[next]) === null) next++
  const item = items[next]
  const written = item?.first.kind === 'number' ? CLOCK.exec(item.first.key)?.groups : undefined
  const spoken = item?.first.kind === 'number' ? null : numberOf(item)
  const alone: ReadTo<Clock> | null = lead === null ? null : { value: { time: HOUR_OF[lead] }, next }
  if (item === undefined || (written === undefined && spoken === null)) return alone
  // "The iraq one", "une synthèse": here "one" is no hour.
  const isThing = spoken !== null && has(item, 'noun:story', 'filler') && !isLed
  // "ده شب" (ten at night): a number beside a part of the day.
  const isHour = has(items[next + 1], 'clock:oclock') || partOf(items[next + 1]) !== null
  if (isThing && !isHour) return alone
  const isBare = written === undefined || /^\d+$/u.test(item.first.key)
  next++
  let minute = Number(written?.['minute'] ?? '0')
  const isNamed = has(items[next], 'clock:oclock')
  if (isNamed) next++
  const trailing =
    isNamed && items[next - 1]?.first.closes !== true && items[next]?.first.kind === 'number'
      ? numberOf(items[next])
      : null
  if (trailing !== null && trailing < 60) {
    minute = trailing
    next++
  }
  const said = spoken === null ? null : minutesAt(items, next, isSaid || isLed || isNamed)
  if (said !== null) {
    minute = said.value
    next = said.next
  }
  const behind = numbered(valueOf(items[next], 'minutes-behind'))
  if (behind !== null) next++
  const half = written?.['half'] ?? halfAt(items, next)
  if (written?.['half'] === undefined && half !== undefined) next += items[next]?.first.key === half ? 1 : 2
  const ofDay = part === null && half === undefined ? partBehind(items, next) : null
  if (ofDay !== null) {
    part = ofDay.value
    next = ofDay.next
  }
  const isEnding = /^[dt][ae]$/u.test(item.first.ending)
  const isSure =
    isSaid ||
    isLed ||
    part !== null ||
    half !== undefined ||
    before !== null ||
    behind !== null ||
    isNamed ||
    isEnding ||
    !isBare
  // "8 days", "3 outlets" and a year count something else.
  const counts = (valueOf(items[next], 'unit') !== null && !isNamed) || has(items[next], 'outlets')
  const hour = hourOf(spoken ?? Number(written?.['hour']), half, part)
  if (!isSure || counts || hour === null) return alone
  const total = (hour * 60 + minute + (before ?? 0) + (behind ?? 0) + 1440) % 1440
  const time = `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
  return minute > 59 ? alone : { value: { time }, next }
}

const isNoonHour = (item: Item | undefined): boolean => {
  const hour = hourAt(item, true)?.hour ?? numberOf(item)
  return hour !== null && NOON_HOURS.has(hour)
}

const NOON_HOURS: ReadonlySet<number> = new Set([11, 12, 13, 14, 1, 2])

/** Reads minutes in words after an hour in words: "seven thirty", "las ocho y veinte", "هفت و بیست دقیقه". */
function minutesAt(items: readonly Item[], at: number, isSure: boolean): ReadTo<number> | null {
  const joined = has(items[at], 'and') ? 1 : 0
  const item = items[at + joined]
  const count = item?.first.kind === 'word' ? numberOf(item) : null
  if (count === null || count > 59) return null
  if (valueOf(items[at + joined + 1], 'unit') === 'minutes') return { value: count, next: at + joined + 2 }
  // "At eight and ten" is two hours. People do not say fewer than ten minutes like this.
  const isMinutes = isSure && (joined === 1 ? count > 12 : count >= 10)
  return isMinutes ? { value: count, next: at + joined + 1 } : null
}

function hourOf(hour: number, half: string | undefined, part: PartOfDay | null): number | null {
  if (hour > 23) return null
  if (half !== undefined) return hour > 12 ? null : (hour % 12) + (half.startsWith('p') ? 12 : 0)
  // "6 in the afternoon", "8 de la tarde": where no hour of the part fits, its half of the day counts.
  if (part !== null && hour > 12 && hourIn(part, hour) === null) return null
  return part === null
    ? hour
    : (hourIn(part, hour) ?? (part === 'morning' ? hour : hour < 12 ? hour + 12 : hour))
}

function halfAt(items: readonly Item[], at: number): string | undefined {
  const key = items[at]?.first.key
  if (key === 'am' || key === 'pm') return key
  const isSpelled = (key === 'a' || key === 'p') && items[at + 1]?.first.key === 'm'
  return isSpelled ? `${key}m` : undefined
}

/** Reads "in the morning" after "8", with small words in between. */
function partBehind(items: readonly Item[], at: number): ReadTo<PartOfDay> | null {
  for (let gap = 0; gap <= 2; gap++) {
    const part = partOf(items[at + gap])
    if (part !== null) return { value: part, next: at + gap + 1 }
    if (!has(items[at + gap], 'filler', 'in')) return null
  }
  return null
}

/** Reads a time of day written as one word. */
export function hourAt(item: Item | undefined, isSaid: boolean): Temporal.PlainTime | null {
  if (item?.first.kind !== 'number') return null
  const { hour = '', minute = '0', half = '' } = CLOCK.exec(item.first.key)?.groups ?? {}
  const isBare = /^\d+$/u.test(item.first.key)
  if (hour === '' || (isBare && !isSaid)) return null
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + (half.startsWith('p') ? 12 : 0)
  return hours > 23 || Number(minute) > 59
    ? null
    : Temporal.PlainTime.from({ hour: hours, minute: Number(minute) })
}

/** "8", "08:30", "8.30", "20h", "20h30", "8pm". */
const CLOCK = /^(?<hour>\d{1,2})(?:[:.h](?<minute>\d{2})?)?(?:(?<half>[ap]m)|uhr)?$/u
