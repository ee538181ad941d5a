import { WEEK, weekdaysOf } from './days.ts'
import { slotInstant } from './slot-instant.ts'
import type { Days, Subscription } from '../records/subscription.ts'

/** When a subscription speaks. */
export type Timetable = Pick<Subscription, 'kind' | 'at' | 'days' | 'zone' | 'quiet'>

/**
 * One serving of a subscription, named by its local date and time and where they are meant: `2026-03-10 08:00 Europe/Istanbul`. The same
 * time elsewhere is another moment, which whoever changes the zone is promised; where the rules of a zone move it, it stays the same slot.
 */
export interface Slot {
  readonly slot: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** The slots of one local date in the order of the day, quiet hours not looked at; instants grow with it, also round a change of the clock. */
export function slotsOn({ kind, at, days, zone }: Timetable, date: Temporal.PlainDate): readonly Slot[] {
  if (kind === 'alert' || (kind === 'briefing' && !fallsOn(date, days))) return []
  const times = kind === 'hourly' ? EVERY_HOUR : at.toSorted()
  return times.map((time) => ({
    slot: `${date.toString()} ${time} ${zone}`,
    at: slotInstant(date, time, zone).epochMilliseconds,
  }))
}

const EVERY_HOUR = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)

const fallsOn = (date: Temporal.PlainDate, days: Days): boolean =>
  weekdaysOf(days).some((day) => day === WEEK[date.dayOfWeek - 1])
