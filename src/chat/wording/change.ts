import type { BriefedOutlet, Change } from '../../records/briefing.ts'
import { phrase } from '../../words/say.ts'
import { quote, spans } from './pieces.ts'
import { showDifference } from './show-difference.ts'
import type { Span } from './span.ts'

/** What an outlet took back or rewrote, when, and how. */
export function tellChange(
  change: Change,
  outlets: readonly BriefedOutlet[],
  time: (at: number) => string,
  language: string,
): readonly Span[] {
  const { before, after } = showDifference(change.before, change.after)
  const key = change.kind === 'correction' ? 'story.correction' : 'story.edit'
  const values = {
    time: time(change.at),
    outlet: quote(outlets[change.outlet]?.name ?? ''),
    before: quote(before),
    after: quote(after),
  }
  return spans(phrase(key, language, values))
}
