import { isDue, newestSlot } from '../../src/schedule/due-slot.ts'
import type { Timetable } from '../../src/subscriptions/timetable.ts'

/** A served slot, and when it was served, in milliseconds since 1970. */
interface Served {
  readonly slot: string
  readonly servedAt: number
}

/**
 * Lets the clock run from tick to tick and serves what is due, as the bot does. Returns the slots in order
 * with the times at which they were served. Several timetables with different zones stand for one zone whose
 * rules change, so slots are identified by local date and time only: `2026-03-10 08:00`.
 */
export function letTheClockRun(
  timetableAt: Timetable | ((now: number) => Timetable),
  from: number,
  until: number,
  stepMs: number,
  isDown: (now: number) => boolean = () => false,
): Served[] {
  const served: Served[] = []
  const slots = new Set<string>()
  for (let now = from; now <= until; now += stepMs) {
    if (isDown(now)) continue
    const newest = newestSlot(typeof timetableAt === 'function' ? timetableAt(now) : timetableAt, now)
    const slot = newest === null ? null : { ...newest, slot: newest.slot.slice(0, 16) }
    const lastAt = served.at(-1)?.servedAt
    const ledger = lastAt === undefined ? undefined : { served: slots, lastAt }
    if (slot === null || !isDue(slot, ledger, from - 1)) continue
    slots.add(slot.slot)
    served.push({ slot: slot.slot, servedAt: now })
  }
  return served
}

export const slotsOf = (served: readonly Served[]): string[] => served.map(({ slot }) => slot)
export const ms = (time: string): number => Date.parse(time)
/** Formats a time to the minute, in UTC. */
export const iso = (at: number): string => new Date(at).toISOString().slice(0, 16)
