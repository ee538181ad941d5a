import type { Days } from './briefing-request.ts'
import type { Quiet, Subscription } from './subscription.ts'

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** Past this many servings nobody reads on; an hourly subscription has 168 in a week. */
const MOST_SERVINGS = 200

/**
 * When a subscription speaks in `[from, to)`, oldest first, in milliseconds since 1970: its local times on its days, or
 * every full hour; what falls into quiet hours comes at their end. An alert has no times.
 */
export function servingsBetween(
  { kind, at, days, zone, quiet }: Pick<Subscription, 'kind' | 'at' | 'days' | 'zone' | 'quiet'>,
  from: number,
  to: number,
): readonly number[] {
  if (kind === 'alert') return []
  const times = kind === 'hourly' ? HOURS : at
  const moments = new Set<number>()
  const last = localDate(to, zone)
  // Quiet hours of yesterday may end today.
  let date = localDate(from, zone).subtract({ days: 1 })
  for (
    ;
    Temporal.PlainDate.compare(date, last) <= 0 && moments.size < MOST_SERVINGS;
    date = date.add({ days: 1 })
  ) {
    if (!fallsOn(date, kind === 'hourly' ? 'daily' : days)) continue
    for (const time of times) {
      const moment = afterQuiet(date.toPlainDateTime(Temporal.PlainTime.from(time)), zone, quiet)
      if (moment >= from && moment < to) moments.add(moment)
    }
  }
  return [...moments].sort((a, b) => a - b).slice(0, MOST_SERVINGS)
}

/** The next time a subscription speaks after `now`; null where it is not active, or an alert. */
export function nextServing(
  subscription: Pick<Subscription, 'kind' | 'at' | 'days' | 'zone' | 'quiet' | 'state'>,
  now: number,
): number | null {
  if (subscription.state !== 'active') return null
  return servingsBetween(subscription, now + 1, now + NINE_DAYS_MS)[0] ?? null
}

/** A weekly one is at most eight days away, with quiet hours behind it. */
const NINE_DAYS_MS = 9 * 24 * 3_600_000

const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)

const localDate = (at: number, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()

function fallsOn(date: Temporal.PlainDate, days: Days): boolean {
  if (days === 'daily') return true
  const isWeekend = date.dayOfWeek >= 6
  if (days === 'weekdays') return !isWeekend
  if (days === 'weekends') return isWeekend
  return days === `weekly:${WEEK[date.dayOfWeek - 1] ?? 'mon'}`
}

function afterQuiet(local: Temporal.PlainDateTime, zone: string, quiet: Quiet | null): number {
  if (quiet === null) return instantOf(local, zone)
  const [time, from, to] = [local.toPlainTime().toString().slice(0, 5), quiet.from, quiet.to]
  const overnight = from > to
  const isQuiet = overnight ? time >= from || time < to : time >= from && time < to
  if (!isQuiet) return instantOf(local, zone)
  const day = overnight && time >= from ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate()
  return instantOf(day.toPlainDateTime(Temporal.PlainTime.from(to)), zone)
}

/** A time that the clock skips happens right after the jump; one that comes twice, the first time. */
function instantOf(local: Temporal.PlainDateTime, zone: string): number {
  const zoned = local.toZonedDateTime(zone, { disambiguation: 'earlier' })
  if (zoned.toPlainDateTime().equals(local)) return zoned.epochMilliseconds
  return (zoned.getTimeZoneTransition('next') ?? zoned).epochMilliseconds
}
