import { HOUR_OF } from '../reading/read-time.ts'
import { clocksAt } from './clocks.ts'
import type { Item } from './items.ts'
import { partOf, type ReadTo, valueOf } from './item-signs.ts'
import { daysFrom, type Moment, nextWeekday } from './stretch.ts'

/**
 * Adds the hour that follows a day: "until tomorrow at 9", "bis Montag früh". Without one, the day stays as
 * it is.
 */
export function hourOf(items: readonly Item[], { value, next }: ReadTo<Moment>): ReadTo<Moment> {
  const found = timeAt(items, next)
  return found === null
    ? { value, next }
    : { value: value.withPlainTime(Temporal.PlainTime.from(found.value)), next: found.next }
}

/**
 * Reads an hour without a day before it: "until 5pm", "until tonight", "до утра понедельника" (until Monday
 * morning). It is an hour of today, of tomorrow if it has passed, or of the weekday named after it. Null for
 * none.
 */
export function hourAlone(items: readonly Item[], at: number, here: Moment): ReadTo<Moment> | null {
  const found = timeAt(items, at)
  if (found === null) return null
  const time = Temporal.PlainTime.from(found.value)
  const weekday = valueOf(items[found.next], 'weekday')
  const today = here.startOfDay()
  if (weekday !== null)
    return { value: nextWeekday(today, Number(weekday)).withPlainTime(time), next: found.next + 1 }
  const moment = today.withPlainTime(time)
  const isOver = moment.epochMilliseconds <= here.epochMilliseconds
  return { value: isOver ? daysFrom(today, 1).withPlainTime(time) : moment, next: found.next }
}

function timeAt(items: readonly Item[], at: number): ReadTo<string> | null {
  const clocks = clocksAt(items, at, true)
  const [time, ...more] = clocks?.value ?? []
  if (clocks !== null && time !== undefined && more.length === 0) return { value: time, next: clocks.next }
  const named = NAMED[valueOf(items[at], 'time') ?? '']
  const part = named ?? partOf(items[at])
  return part === null ? null : { value: HOUR_OF[part], next: at + 1 }
}

const NAMED: Readonly<Record<string, 'afternoon' | 'evening'>> = {
  'this-afternoon': 'afternoon',
  'this-evening': 'evening',
}
