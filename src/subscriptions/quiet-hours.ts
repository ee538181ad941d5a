import type { Subscription } from '../records/subscription.ts'
import { slotInstant } from './slot-instant.ts'

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
  let date = localDate(from, zone).subtract({ days: 1 })
  for (
    const last = localDate(to, zone);
    Temporal.PlainDate.compare(date, last) <= 0;
    date = date.add({ days: 1 })
  ) {
    windows.push({
      from: slotInstant(date, quiet.from, zone).epochMilliseconds,
      to: slotInstant(date.add({ days: overMidnight }), quiet.to, zone).epochMilliseconds,
    })
  }
  return windows
}

function localDate(at: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()
}
