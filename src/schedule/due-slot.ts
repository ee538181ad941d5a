import { quietUntil, quietWithin, type Slot, slotsOn, type Timetable } from '../subscriptions/timetable.ts'

/**
 * A slot missed by more than this is not served late: its news goes into the next one. Quiet hours do not
 * count.
 */
const LATE_LIMIT_MS = 6 * 3_600_000

/** How many local dates back such a slot can be: six hours, and before that up to a day of quiet. */
const LOOK_BACK_DAYS = 2

/**
 * Returns the slot to serve now: the newest past one, at most six hours late, outside quiet hours; null where
 * there is none. Older missed slots merge into it, since its briefing tells everything since the last one
 * decided.
 */
export function newestSlot(timetable: Timetable, now: number): Slot | null {
  if (quietUntil(timetable, now) !== null) return null
  const newest = newestUntil(timetable, now)
  if (newest === null) return null
  const late = now - newest.at - quietWithin(timetable, newest.at, now)
  return late <= LATE_LIMIT_MS ? newest : null
}

/**
 * Returns whether a slot still has to be served. The ledger of decided slots is authoritative, so it does not
 * matter how often or how late this is asked. A slot earlier than the last decision was merged into that one.
 * Therefore a slot that a change of the zone's rules moves is not served again, nor is the earlier of two
 * that the clock skips together. `startsAt`: when the subscription was made or resumed, or got its times.
 */
export function isDue(
  slot: Slot,
  ledger: { readonly served: ReadonlySet<string>; readonly lastAt: number } | undefined,
  startsAt: number,
): boolean {
  if (slot.at < startsAt) return false
  return ledger === undefined || (!ledger.served.has(slot.slot) && slot.at > ledger.lastAt)
}

function newestUntil(timetable: Timetable, now: number): Slot | null {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timetable.zone).toPlainDate()
  for (let back = 0; back <= LOOK_BACK_DAYS; back++) {
    const newest = slotsOn(timetable, today.subtract({ days: back })).findLast(({ at }) => at <= now)
    if (newest !== undefined) return newest
  }
  return null
}

/**
 * Returns a function that finds the slot of a subscription at one moment. Equal timetables are computed once.
 */
export function createTimetables(now: number): (timetable: Timetable) => Slot | null {
  const slots = new Map<string, Slot | null>()
  return (timetable) => {
    const { kind, hours, at, days, zone, quiet } = timetable
    const key = JSON.stringify([kind, hours, at, days, zone, quiet])
    return slots.getOrInsertComputed(key, () => newestSlot(timetable, now))
  }
}
