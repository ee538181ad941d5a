import type { FeedState } from '../records/feed-state.ts'
import type { Source } from '../records/source.ts'
import type { Coverage } from '../records/briefing.ts'

/**
 * A quiet feed is asked about once an hour. One that last answered this long before a period was not asked in
 * it.
 */
const LONGEST_WAIT_MS = 2 * 3_600_000

/**
 * Returns how many sources answered since `from` (milliseconds since 1970), and why the others did not: "no
 * news" and "not read" must never look alike.
 */
export function coverageOf(
  sources: readonly Source[],
  states: ReadonlyMap<string, FeedState>,
  from: number,
): Coverage {
  const failed = sources.flatMap(({ id, name }): Coverage['failed'] => {
    const state = states.get(id)
    if (state === undefined) return [{ sourceId: id, name, kind: 'unread', reason: 'not read yet' }]
    const { lastFailure, lastSuccessAt } = state
    if (lastFailure === null && (lastSuccessAt ?? 0) < from - LONGEST_WAIT_MS)
      return [{ sourceId: id, name, kind: 'unread', reason: 'not asked in this time' }]
    const answered = lastFailure === null || (lastSuccessAt ?? 0) >= Math.max(from, lastFailure.at)
    return answered ? [] : [{ sourceId: id, name, kind: lastFailure.kind, reason: lastFailure.text }]
  })
  return { sources: sources.length, answered: sources.length - failed.length, failed }
}
