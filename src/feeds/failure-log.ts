import { FAILURE_KINDS, type FailureKind, type FailureLog } from '../records/feed-state.ts'
import type { FailureCount } from '../records/source.ts'

const DAY = 86_400_000
const DAYS_KEPT = 30

/** The log with one more failure at `at` (milliseconds since 1970). */
export function noteFailure(log: FailureLog, kind: FailureKind, at: number): FailureLog {
  const day = Math.floor(at / DAY)
  const kept = recent(log, at)
  const times = kept.find((entry) => entry.day === day)?.times ?? {}
  return [
    ...kept.filter((entry) => entry.day !== day),
    { day, times: { ...times, [kind]: (times[kind] ?? 0) + 1 } },
  ]
}

/** Sums of the log by kind, the most frequent first; `now` in milliseconds since 1970. */
export function countFailures(log: FailureLog, now: number): readonly FailureCount[] {
  const sums = new Map<FailureKind, number>()
  for (const { times } of recent(log, now)) {
    for (const kind of FAILURE_KINDS) sums.set(kind, (sums.get(kind) ?? 0) + (times[kind] ?? 0))
  }
  return [...sums]
    .filter(([, times]) => times > 0)
    .map(([kind, times]) => ({ kind, times }))
    .toSorted((a, b) => b.times - a.times)
}

const recent = (log: FailureLog, now: number): FailureLog =>
  log.filter(({ day }) => day > Math.floor(now / DAY) - DAYS_KEPT)
