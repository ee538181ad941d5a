import type { Slot, Timetable } from '../subscriptions/slots-on.ts'
import { newestSlot } from './due-slot.ts'

/** The slot of each subscription at one moment. Those with equal times share one look at the calendar. */
export function createTimetables(now: number): (timetable: Timetable) => Slot | null {
  const slots = new Map<string, Slot | null>()
  return (timetable) => {
    const { kind, at, days, zone, quiet } = timetable
    const key = JSON.stringify([kind, at, days, zone, quiet])
    const known = slots.get(key)
    if (known !== undefined) return known
    const slot = newestSlot(timetable, now)
    slots.set(key, slot)
    return slot
  }
}
