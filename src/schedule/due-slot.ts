import type { Subscription } from '../subscriptions/subscription.ts'
import { quietUntil, quietWithin } from './quiet-hours.ts'
import { slotInstant } from './slot-instant.ts'

/** A slot missed by more than this is not served late any more: its news goes into the next one. Quiet hours do not count. */
const LATE_LIMIT_MS = 6 * 3_600_000

/** Local dates back on which such a slot can stand: six hours, and up to a day of quiet before. */
const LOOK_BACK_DAYS = 2

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** Latest first. */
const EVERY_HOUR = Array.from({ length: 24 }, (_, hour) => `${String(23 - hour).padStart(2, '0')}:00`)

/** When a subscription speaks. */
export type Timetable = Pick<Subscription, 'kind' | 'at' | 'days' | 'zone' | 'quiet'>

/** One serving of a subscription, named by its local date and time: `2026-03-10 08:00`. */
export interface Slot {
  readonly slot: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/**
 * The slot that may be served now, or null: the newest one that is past and at most six hours late, when no quiet hours forbid it. Older missed
 * slots merge into it, since its briefing tells everything since the last one decided.
 */
export function newestSlot(timetable: Timetable, now: number): Slot | null {
  if (quietUntil(timetable, now) !== null) return null
  const newest = newestUntil(timetable, now)
  if (newest === null) return null
  const late = now - newest.at - quietWithin(timetable, newest.at, now)
  return late <= LATE_LIMIT_MS ? newest : null
}

/**
 * Whether a slot still has to be served. The ledger of decided slots is the truth, so it does not matter how often or how late this is
 * asked. A slot that should have come before the last decision was merged into that one; so one that a change of the zone's rules moves is
 * not served again, and neither is the elder of two that the clock skips together. `startsAt`: when it was made, resumed or got its times.
 */
export function isDue(
  slot: Slot,
  ledger: { readonly served: ReadonlySet<string>; readonly lastAt: number } | undefined,
  startsAt: number,
): boolean {
  if (slot.at < startsAt) return false
  return ledger === undefined || (!ledger.served.has(slot.slot) && slot.at > ledger.lastAt)
}

/** Instants grow with local times, also round a change of the clock, so the first one found backwards is the newest. */
function newestUntil({ kind, at: times, days, zone }: Timetable, now: number): Slot | null {
  const descending = kind === 'hourly' ? EVERY_HOUR : times.toSorted().toReversed()
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate()
  for (let back = 0; back <= LOOK_BACK_DAYS; back++) {
    const date = today.subtract({ days: back })
    if (kind !== 'hourly' && !fallsOn(date, days)) continue
    for (const time of descending) {
      const at = slotInstant(date, time, zone).epochMilliseconds
      if (at <= now) return { slot: `${date.toString()} ${time}`, at }
    }
  }
  return null
}

function fallsOn(date: Temporal.PlainDate, days: Subscription['days']): boolean {
  if (days === 'daily') return true
  const weekend = date.dayOfWeek >= 6
  if (days === 'weekdays') return !weekend
  if (days === 'weekends') return weekend
  return days === `weekly:${WEEKDAYS[date.dayOfWeek - 1]}`
}
