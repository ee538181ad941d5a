import { quietUntil } from './quiet-hours.ts'
import { slotsOn, type Timetable } from './slots-on.ts'
import type { Subscription } from '../records/subscription.ts'

/** Past this many servings nobody reads on; an hourly subscription has 168 in a week. */
const MOST_SERVINGS = 200

/**
 * When a subscription speaks in `[from, to)`, oldest first, in milliseconds since 1970: its local times on its days, or
 * every full hour; what falls into quiet hours comes at their end. An alert has no times.
 */
export function servingsBetween(timetable: Timetable, from: number, to: number): readonly number[] {
  const moments = new Set<number>()
  const last = localDate(to, timetable.zone)
  // Quiet hours of yesterday may end today.
  let date = localDate(from, timetable.zone).subtract({ days: 1 })
  for (
    ;
    Temporal.PlainDate.compare(date, last) <= 0 && moments.size < MOST_SERVINGS;
    date = date.add({ days: 1 })
  ) {
    for (const { at } of slotsOn(timetable, date)) {
      const moment = quietUntil(timetable, at) ?? at
      if (moment >= from && moment < to) moments.add(moment)
    }
  }
  return [...moments].sort((a, b) => a - b).slice(0, MOST_SERVINGS)
}

/** The next time a subscription speaks after `now`; null where it is not active, or an alert. */
export function nextServing(
  subscription: Timetable & Pick<Subscription, 'state'>,
  now: number,
): number | null {
  if (subscription.state !== 'active') return null
  return servingsBetween(subscription, now + 1, now + NINE_DAYS_MS)[0] ?? null
}

/** A weekly one is at most eight days away, with quiet hours behind it. */
const NINE_DAYS_MS = 9 * 24 * 3_600_000

const localDate = (at: number, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()
