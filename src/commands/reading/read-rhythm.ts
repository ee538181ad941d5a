import type { Rhythm } from '../../subscriptions/rhythm.ts'
import { meaningOf, WEEK } from './grammar.ts'

/** How often, from what people type: `daily`, `every weekday`, `fridays`, `weekly:fri`, `weekly on friday`, `hourly`, `alert`. Null where it is none. */
export function readRhythm(typed: string): Rhythm | null {
  const plain = meaningOf(typed, ['daily', 'weekdays', 'weekends', 'hourly', 'alert'])
  if (plain !== null) return plain
  const day = meaningOf(typed, WEEK)
  if (day !== null) return `weekly:${day}`
  if (meaningOf(typed, ['weekly']) !== null) return 'weekly:mon'
  const [, rest] = /^(?:weekly[:\s]+(?:on\s+)?)(.+)$/iu.exec(typed.trim()) ?? []
  const weekly = rest === undefined ? null : meaningOf(rest, WEEK)
  return weekly === null ? null : `weekly:${weekly}`
}
