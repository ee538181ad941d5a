import type { Briefing } from '../../briefings/briefing.ts'
import { joinNames } from '../../words/join-names.ts'
import { phrase } from '../../words/phrase.ts'
import { say } from '../../words/say.ts'
import { own, quote, spans } from './pieces.ts'
import type { Span } from './span.ts'

/** Quiet is not down: that nothing is new, where nothing is; how many sources answered, then which did not and why. Sources that failed alike share a line. */
export function tellCoverage({
  coverage,
  leftOut,
  sections,
  language,
}: Briefing): readonly (readonly Span[])[] {
  const { answered, sources, failed } = coverage
  const byKind = Map.groupBy(failed, (failure) => failure.kind)
  return [
    [
      // A section without stories says so itself.
      ...(sections.length === 0 ? [own(`${say('section.empty', language)} `)] : []),
      own(say('coverage.line', language, { answered, sources, leftOut })),
    ],
    ...[...byKind].map(([kind, failures]) => {
      const names = failures.map(({ name }) => quote(name))
      return phrase<'coverage.failed', readonly Span[]>('coverage.failed', language, {
        names: spans(joinNames(names, language)),
        reason: say(`failure.${kind}`, language),
      }).flatMap((part) => (typeof part === 'string' ? [own(part)] : part))
    }),
  ]
}
