import { HOUR_OF } from '../reading/read-time.ts'
import { clocksAt } from './clocks.ts'
import type { Item } from './items.ts'
import { partOf, type ReadTo, valueOf } from './item-signs.ts'
import { daysFrom, type Moment } from './stretch.ts'

/** "Until tomorrow at 9", "bis Montag früh": the hour of a day behind it, or the day itself where none is said. */
export function hourOf(items: readonly Item[], { value, next }: ReadTo<Moment>): ReadTo<Moment> {
  const found = timeAt(items, next)
  return found === null
    ? { value, next }
    : { value: value.withPlainTime(Temporal.PlainTime.from(found.value)), next: found.next }
}

/** "Until 5pm", "until tonight", "до утра понедельника": an hour of today, of tomorrow where it is over, or of the day behind it; null where none is said. */
export function hourAlone(items: readonly Item[], at: number, here: Moment): ReadTo<Moment> | null {
  const found = timeAt(items, at)
  if (found === null) return null
  const time = Temporal.PlainTime.from(found.value)
  const weekday = valueOf(items[found.next], 'weekday')
  const today = here.startOfDay()
  if (weekday !== null)
    return {
      value: daysFrom(today, (Number(weekday) - today.dayOfWeek + 7) % 7 || 7).withPlainTime(time),
      next: found.next + 1,
    }
  const moment = today.withPlainTime(time)
  const isOver = moment.epochMilliseconds <= here.epochMilliseconds
  return { value: isOver ? daysFrom(today, 1).withPlainTime(time) : moment, next: found.next }
}

/** An hour, or the one that a part of the day stands for. */
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
