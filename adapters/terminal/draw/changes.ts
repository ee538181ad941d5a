import type { BriefedStory } from '../../../src/briefings/briefing.ts'
import { flow } from '../text/flow.ts'
import { phrase } from '../text/phrase.ts'
import { quote, spans } from '../text/pieces.ts'
import { showDifference } from '../text/show-difference.ts'
import type { View } from './view.ts'

/** What outlets took back or rewrote of what we had told. */
export function drawChanges(
  story: Pick<BriefedStory, 'changes' | 'outlets'>,
  time: (at: number) => string,
  indent: string,
  view: View,
): string[] {
  return story.changes.flatMap((change) => {
    const { before, after } = showDifference(change.before, change.after)
    const values = {
      time: time(change.at),
      outlet: quote(story.outlets[change.outlet]?.name ?? ''),
      before: quote(before),
      after: quote(after),
    }
    const key = change.kind === 'correction' ? 'story.correction' : 'story.edit'
    return flow(spans(phrase(key, values)), { ...view, first: indent, rest: `${indent}  ` })
  })
}
