import { describe, expect, it } from 'vitest'
import { countFailures, noteFailure } from '../../src/feeds/source-health.ts'
import type { FailureKind, FailureLog } from '../../src/records/feed-state.ts'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const DAY = 86_400_000

const logOf = (...failures: readonly [FailureKind, daysAgo: number][]): FailureLog =>
  failures.reduce<FailureLog>((log, [kind, days]) => noteFailure(log, kind, NOW - days * DAY), [])

describe('countFailures', () => {
  it('sums up by kind, the most frequent first', () => {
    const log = logOf(['timeout', 3], ['refused', 3], ['timeout', 2], ['timeout', 0])
    expect(countFailures(log, NOW)).toEqual([
      { kind: 'timeout', times: 3 },
      { kind: 'refused', times: 1 },
    ])
  })

  it('forgets what is older than thirty days, also where nothing failed since', () => {
    const log = logOf(['timeout', 40], ['gone', 29], ['refused', 0])
    expect(log).toHaveLength(2)
    expect(countFailures(log, NOW).map(({ kind }) => kind)).toEqual(['gone', 'refused'])
    expect(countFailures(log, NOW + 30 * DAY)).toEqual([])
  })

  it('stays small, however often a source fails', () => {
    let log: FailureLog = []
    for (let hour = 0; hour < 24 * 90; hour += 1) log = noteFailure(log, 'timeout', NOW + (hour * DAY) / 24)
    expect(log).toHaveLength(30)
  })
})
