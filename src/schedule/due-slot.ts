import type { BriefingRequest } from '../subscriptions/briefing-request.ts'
import { slotInstant } from './slot-instant.ts'

/** A slot missed by more than this is not served late any more: its news goes into the next one. */
const LATE_LIMIT = Temporal.Duration.from({ hours: 6 })

/** Local dates on which a slot of the last six hours can stand: today and yesterday. */
const LOOK_BACK_DAYS = 1

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** One serving of a subscription, named by its local date and time: `2026-03-10 08:00`. */
export interface Slot {
  readonly slot: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/**
 * The slot that has to be served now, or null. It is the newest one that is past, at most six hours ago and not yet
 * decided; older missed slots merge into it, since its briefing tells everything since the last one decided.
 * The ledger of decided slots (`served`) is the truth, so it does not matter how often or how late this is asked.
 */
export function dueSlot(
  request: Pick<BriefingRequest, 'at' | 'days' | 'zone'>,
  now: number,
  served: ReadonlySet<string>,
): Slot | null {
  const newest = slotsUntil(request, now).findLast(({ at }) => at <= now)
  if (newest === undefined || served.has(newest.slot)) return null
  const late = Temporal.Instant.fromEpochMilliseconds(newest.at).until(
    Temporal.Instant.fromEpochMilliseconds(now),
  )
  return Temporal.Duration.compare(late, LATE_LIMIT) <= 0 ? newest : null
}

/** Slots of yesterday and today, oldest first. */
function slotsUntil(request: Pick<BriefingRequest, 'at' | 'days' | 'zone'>, now: number): Slot[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(request.zone).toPlainDate()
  const slots: Slot[] = []
  for (let back = LOOK_BACK_DAYS; back >= 0; back--) {
    const date = today.subtract({ days: back })
    if (!fallsOn(date, request.days)) continue
    for (const time of request.at) {
      slots.push({
        slot: `${date.toString()} ${time}`,
        at: slotInstant(date, time, request.zone).epochMilliseconds,
      })
    }
  }
  return slots.sort((a, b) => a.at - b.at)
}

function fallsOn(date: Temporal.PlainDate, days: BriefingRequest['days']): boolean {
  if (days === 'daily') return true
  const weekend = date.dayOfWeek >= 6
  if (days === 'weekdays') return !weekend
  if (days === 'weekends') return weekend
  return days === `weekly:${WEEKDAYS[date.dayOfWeek - 1]}`
}
