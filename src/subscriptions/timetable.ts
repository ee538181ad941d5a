import type { Days, Subscription } from '../records/subscription.ts'
import { dayOfMonth, periodOf, WEEK, weekdaysOf } from './days.ts'
import { ALERT_FRESH_HOURS } from './limits.ts'

/** When a subscription speaks. */
export type Timetable = Pick<Subscription, 'kind' | 'hours' | 'at' | 'days' | 'zone' | 'quiet'>

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
export function slotsOn(
  { kind, hours = 1, at, days, zone }: Timetable,
  date: Temporal.PlainDate,
): readonly Slot[] {
  if (kind === 'alert' || (kind === 'briefing' && !fallsOn(date, days))) return []
  const times = kind === 'hourly' ? EVERY_HOUR.filter((_, hour) => hour % hours === 0) : at.toSorted()
  return times.map((time) => ({
    slot: `${date.toString()} ${time} ${zone}`,
    at: slotInstant(date, time, zone).epochMilliseconds,
  }))
}

const EVERY_HOUR = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)

function fallsOn(date: Temporal.PlainDate, days: Days): boolean {
  const day = dayOfMonth(days)
  if (day !== null) return date.day === Math.min(day, date.daysInMonth)
  return weekdaysOf(days).some((one) => one === WEEK[date.dayOfWeek - 1])
}

/**
 * When a local date and time (`2026-03-29`, `02:30`) happens in an IANA zone. A time the clock skips happens right after
 * the jump; one that comes twice happens the first time.
 */
export function slotInstant(date: Temporal.PlainDate, time: string, zone: string): Temporal.Instant {
  const wanted = date.toPlainDateTime(Temporal.PlainTime.from(time))
  const zoned = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' })
  if (zoned.toPlainDateTime().equals(wanted)) return zoned.toInstant()
  // 'earlier' lands before the gap, so that the next change of the clock is the jump itself.
  return zoned.getTimeZoneTransition('next')?.toInstant() ?? zoned.toInstant()
}

/** As its place lets it speak: `inItsPlace`. */
type Quiet = Pick<Subscription, 'quiet' | 'zone'>

/** End of the quiet hours at `now` (milliseconds since 1970), or null when nothing forbids to speak. */
export function quietUntil(subscription: Quiet, now: number): number | null {
  const window = windowsUntil(subscription, now, now).find(({ from, to }) => from <= now && now < to)
  return window?.to ?? null
}

/** Milliseconds of quiet between two instants. */
export function quietWithin(subscription: Quiet, from: number, to: number): number {
  return windowsUntil(subscription, from, to).reduce(
    (sum, window) => sum + Math.max(0, Math.min(window.to, to) - Math.max(window.from, from)),
    0,
  )
}

/** `ms` before an instant, quiet hours not counted where they ended within that time: what came in them has not grown old meanwhile. */
export function wakingBefore(subscription: Quiet, now: number, ms: number): number {
  const ended = windowsUntil(subscription, now - ms, now).findLast(({ to }) => now - ms < to && to <= now)
  return ended === undefined ? now - ms : ended.from - (ms - (now - ended.to))
}

/** Quiet stretches that touch the time between two instants. Equal times mean no quiet. */
function windowsUntil(subscription: Quiet, from: number, to: number): { from: number; to: number }[] {
  const { quiet } = subscription
  if (quiet === null || quiet === 'off' || quiet.from === quiet.to) return []
  const zone = quiet.zone ?? subscription.zone
  const overMidnight = quiet.to < quiet.from ? 1 : 0
  const windows: { from: number; to: number }[] = []
  for (const date of datesUntil(from, to, zone))
    windows.push({
      from: slotInstant(date, quiet.from, zone).epochMilliseconds,
      to: slotInstant(date.add({ days: overMidnight }), quiet.to, zone).epochMilliseconds,
    })
  return windows
}

/** Local dates between two instants and the one before: its quiet hours may end the day after. */
function* datesUntil(from: number, to: number, zone: string): Generator<Temporal.PlainDate> {
  const last = localDate(to, zone)
  let date = localDate(from, zone).subtract({ days: 1 })
  for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) yield date
}

function localDate(at: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()
}

/** Past this many servings nobody reads on; an hourly subscription has 168 in a week. */
const MOST_SERVINGS = 200

/**
 * When a subscription speaks in `[from, to)`, oldest first, in milliseconds since 1970: its local times on its days, or
 * every full hour; what falls into quiet hours comes at their end. An alert has no times.
 */
export function servingsBetween(timetable: Timetable, from: number, to: number): readonly number[] {
  const moments = new Set<number>()
  for (const date of datesUntil(from, to, timetable.zone)) {
    if (moments.size >= MOST_SERVINGS) break
    for (const { at } of slotsOn(timetable, date)) {
      const moment = quietUntil(timetable, at) ?? at
      if (moment >= from && moment < to) moments.add(moment)
    }
  }
  return [...moments].sort((a, b) => a - b).slice(0, MOST_SERVINGS)
}

/** The next time a subscription speaks after `now`; null where it is not active, or an alert. */
export function nextServing(
  subscription: Timetable & Pick<Subscription, 'state' | 'endsAt' | 'resumesAt'>,
  now: number,
): number | null {
  const { state, endsAt = Number.POSITIVE_INFINITY, resumesAt } = subscription
  if (state === 'ended' || (state === 'paused' && resumesAt === undefined)) return null
  const from = Math.max(now + 1, resumesAt ?? 0)
  // A week or a month away at most, with quiet hours behind it.
  const farthest = Math.max(periodOf(subscription.days), 7 * DAY_MS) + 2 * DAY_MS
  const to = Math.min(from + farthest, endsAt)
  return servingsBetween(subscription, from, to)[0] ?? null
}

const DAY_MS = 24 * 3_600_000

const HOUR_MS = 3_600_000

/** Since when a story must have moved to alert now, in milliseconds since 1970: what moved while it was paused is no alert any more. */
export function alertsFrom(subscription: Subscription, now: number): number {
  const { createdAt, changedAt = createdAt } = subscription
  return Math.max(changedAt, wakingBefore(subscription, now, ALERT_FRESH_HOURS * HOUR_MS))
}

/** A first briefing tells one period, and all since it was asked for; those of the configuration do not say when that was. */
export function firstFrom({ days, createdAt }: Subscription, now: number): number {
  const period = periodOf(days)
  return createdAt === 0 ? now - period : Math.min(now - period, createdAt)
}
