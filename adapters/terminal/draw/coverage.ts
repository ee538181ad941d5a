import type { Briefing } from '../../../src/briefings/briefing.ts'
import { flow } from '../text/flow.ts'
import { phrase, words } from '../text/phrase.ts'
import { listed, own, quote, spans } from '../text/pieces.ts'
import type { Span } from '../text/span.ts'
import type { View } from './view.ts'

/** Quiet is not down: how many sources answered, and which did not and why. Sources that failed alike share a line. */
export function drawCoverage({ coverage, leftOut }: Briefing, view: View): string[] {
  const { answered, sources } = coverage
  const byReason = Map.groupBy(coverage.failed, (failure) => failure.reason)
  return [
    ...flow([own('─'.repeat(view.width), 'quiet')], view),
    ...flow([own(words('coverage.line', { answered, sources, leftOut }))], view),
    ...[...byReason].flatMap(([reason, failures]) =>
      flow(drawFailure(listed(failures.map(({ name }) => [quote(name)])), reason), { ...view, rest: '  ' }),
    ),
  ]
}

function drawFailure(names: readonly Span[], reason: string): readonly Span[] {
  const parts = phrase<{ spans: readonly Span[] }>('coverage.failed', {
    names: { spans: names },
    reason: { spans: [quote(reason)] },
  })
  return parts.flatMap((part) => (typeof part === 'string' ? spans([part]) : part.spans))
}
