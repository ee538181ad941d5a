import type { Days, Subscription } from '../records/subscription.ts'
import { dayOfMonth, periodOf, WEEK, weekdaysOf } from './days.ts'
import { ALERT_FRESH_HOURS } from './limits.ts'

/** What decides when a subscription posts. */
export type Timetable = Pick<Subscription, 'kind' | 'hours' | 'at' | 'days' | 'zone' | 'quiet'>

/**
 * One serving of a subscription, identified by its local date, time and zone: `2026-03-10 08:00
 * Europe/Istanbul`. The same time in another zone is another slot, so a subscription whose zone is changed is
 * served at its new time. If a zone's rules move the instant, the slot stays the same.
 */
export interface Slot {
  readonly slot: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/**
 * Returns the slots of one local date in the order of the day, ignoring quiet hours. Their instants increase,
 * even around a clock change.
 */
export function slotsOn(
  { kind, hours = 1, at, days, zone }: Timetable,
  date: Temporal.PlainDate,
): readonly Slot[] {
  if (kind === 'alert' || kind === 'follow' || (kind === 'briefing' && !fallsOn(date, days))) return []
  const times = kind === 'hourly' ? EVERY_HOUR.filter((_, hour) => hour % hours === 0) : at.toSorted()
  return times.map((time) => ({
    slot: `${date.toString()} ${time} ${zone}`,
    at: slotInstant(date, time, zone).epochMilliseconds,
  }))
}

/** Whether a slot is one of this local date. */
export const isOnDate = (slot: string, date: Temporal.PlainDate): boolean =>
  slot.startsWith(`${date.toString()} `)

const EVERY_HOUR = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)

function fallsOn(date: Temporal.PlainDate, days: Days): boolean {
  const day = dayOfMonth(days)
  if (day !== null) return date.day === Math.min(day, date.daysInMonth)
  return weekdaysOf(days).some((one) => one === WEEK[date.dayOfWeek - 1])
}

/**
 * Returns the instant of a local date and time (`2026-03-29`, `02:30`) in an IANA zone. A time that the clock
 * skips happens right after the jump; a time that comes twice happens the first time.
 */
export function slotInstant(date: Temporal.PlainDate, time: string, zone: string): Temporal.Instant {
  const wanted = date.toPlainDateTime(Temporal.PlainTime.from(time))
  const zoned = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' })
  if (zoned.toPlainDateTime().equals(wanted)) return zoned.toInstant()
  // 'earlier' lands before the gap, so that the next clock change is the jump itself.
  return zoned.getTimeZoneTransition('next')?.toInstant() ?? zoned.toInstant()
}

/** With the quiet hours that apply in its place (`withPlaceQuietHours`). */
type Quiet = Pick<Subscription, 'quiet' | 'zone'>

/** Returns the end of the quiet hours at `now` (ms since 1970); null when posting is allowed. */
export function quietUntil(subscription: Quiet, now: number): number | null {
  const window = windowsUntil(subscription, now, now).find(({ from, to }) => from <= now && now < to)
  return window?.to ?? null
}

/** Returns how many ms of quiet hours lie between two instants. */
export function quietWithin(subscription: Quiet, from: number, to: number): number {
  return windowsUntil(subscription, from, to).reduce(
    (sum, window) => sum + Math.max(0, Math.min(window.to, to) - Math.max(window.from, from)),
    0,
  )
}

/**
 * Returns the instant `ms` before `now`, skipping quiet hours that ended within that time: news that came
 * during them has not grown old meanwhile.
 */
export function subtractOutsideQuiet(subscription: Quiet, now: number, ms: number): number {
  const ended = windowsUntil(subscription, now - ms, now).findLast(({ to }) => now - ms < to && to <= now)
  return ended === undefined ? now - ms : ended.from - (ms - (now - ended.to))
}

/**
 * Returns the quiet stretches that touch the time between two instants. Equal start and end mean no quiet
 * hours.
 */
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

/**
 * Yields the local dates between two instants, and the date before, whose quiet hours may end a day later.
 */
function* datesUntil(from: number, to: number, zone: string): Generator<Temporal.PlainDate> {
  const last = localDate(to, zone)
  let date = localDate(from, zone).subtract({ days: 1 })
  for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) yield date
}

function localDate(at: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()
}

/** Nobody reads a longer list. An hourly subscription has 168 servings in a week. */
const MOST_SERVINGS = 200

/**
 * Returns when a subscription posts in `[from, to)`, oldest first, in ms since 1970: at its local times on
 * its days, or at full hours. What falls into quiet hours comes at their end. Alerts and followed stories
 * have no times.
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

/**
 * Returns the next time a subscription posts after `now`. Null where it is ended or paused, unless it is to
 * resume, and for alerts.
 */
export function nextServing(
  subscription: Timetable & Pick<Subscription, 'state' | 'endsAt' | 'resumesAt'>,
  now: number,
): number | null {
  const { state, endsAt = Number.POSITIVE_INFINITY, resumesAt } = subscription
  if (state === 'ended' || (state === 'paused' && resumesAt === undefined)) return null
  const from = Math.max(now + 1, resumesAt ?? 0)
  // A week or a month away at most, plus quiet hours.
  const farthest = Math.max(periodOf(subscription.days), 7 * DAY_MS) + 2 * DAY_MS
  const to = Math.min(from + farthest, endsAt)
  return servingsBetween(subscription, from, to)[0] ?? null
}

const DAY_MS = 24 * 3_600_000

const HOUR_MS = 3_600_000

/**
 * Returns since when a story must have moved to alert now (ms since 1970). What moved while the subscription
 * was paused does not alert any more.
 */
export function alertsFrom(subscription: Subscription, now: number): number {
  const { createdAt, changedAt = createdAt } = subscription
  return Math.max(changedAt, subtractOutsideQuiet(subscription, now, ALERT_FRESH_HOURS * HOUR_MS))
}

/**
 * Returns where the first briefing starts: one period back, or when it was asked for if that is longer ago.
 * Briefings of the configuration have no such date.
 */
export function firstFrom({ days, createdAt }: Subscription, now: number): number {
  const period = periodOf(days)
  return createdAt === 0 ? now - period : Math.min(now - period, createdAt)
}
