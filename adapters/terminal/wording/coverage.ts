import type { Briefing } from '../../../src/briefings/briefing.ts'
import { joinNames } from '../../../src/words/join-names.ts'
import { phrase } from '../../../src/words/phrase.ts'
import { say } from '../../../src/words/say.ts'
import { own, quote, spans } from './pieces.ts'
import type { Span } from './span.ts'

/** Quiet is not down: how many sources answered, then which did not and why. Sources that failed alike share a line. */
export function tellCoverage({ coverage, leftOut, language }: Briefing): readonly (readonly Span[])[] {
  const { answered, sources, failed } = coverage
  const byReason = Map.groupBy(failed, (failure) => failure.reason)
  return [
    [own(say('coverage.line', language, { answered, sources, leftOut }))],
    ...[...byReason].map(([reason, failures]) => {
      const names = failures.map(({ name }) => quote(name))
      return phrase<'coverage.failed', readonly Span[]>('coverage.failed', language, {
        names: spans(joinNames(names, language)),
        reason: [quote(reason)],
      }).flatMap((part) => (typeof part === 'string' ? [own(part)] : part))
    }),
  ]
}
