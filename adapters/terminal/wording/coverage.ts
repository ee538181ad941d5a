import type { Briefing } from '../../../src/briefings/briefing.ts'
import { phrase, words } from './phrase.ts'
import { listed, own, quote } from './pieces.ts'
import type { Span } from './span.ts'

/** Quiet is not down: how many sources answered, then which did not and why. Sources that failed alike share a line. */
export function tellCoverage({ coverage, leftOut }: Briefing): readonly (readonly Span[])[] {
  const { answered, sources, failed } = coverage
  const byReason = Map.groupBy(failed, (failure) => failure.reason)
  return [
    [own(words('coverage.line', { answered, sources, leftOut }))],
    ...[...byReason].map(([reason, failures]) =>
      phrase<readonly Span[]>('coverage.failed', {
        names: listed(failures.map(({ name }) => [quote(name)])),
        reason: [quote(reason)],
      }).flatMap((part) => (typeof part === 'string' ? [own(part)] : part)),
    ),
  ]
}
