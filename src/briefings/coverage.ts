import type { FeedState } from '../feeds/read-outcome.ts'
import type { Source } from '../feeds/source.ts'
import type { Coverage } from './briefing.ts'

/**
 * How many of the sources answered since `from` (milliseconds since 1970), and why the others did not: no news and
 * not read must never look alike.
 */
export function coverageOf(
  sources: readonly Source[],
  states: ReadonlyMap<string, FeedState>,
  from: number,
): Coverage {
  const failed = sources.flatMap((source) => {
    const state = states.get(source.id)
    if (state === undefined) return [{ sourceId: source.id, name: source.name, reason: 'not read yet' }]
    const answered =
      state.lastFailure === null || (state.lastSuccessAt ?? 0) >= Math.max(from, state.lastFailure.at)
    if (answered) return []
    return [{ sourceId: source.id, name: source.name, reason: state.lastFailure?.text ?? 'did not answer' }]
  })
  return { sources: sources.length, answered: sources.length - failed.length, failed }
}
