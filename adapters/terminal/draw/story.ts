import type { BriefedStory } from '../../../src/records/briefing.ts'
import { flow } from '../text/flow.ts'
import { tellChange } from '../../../src/chat/wording/change.ts'
import { say } from '../../../src/words/say.ts'
import { own } from '../../../src/chat/wording/pieces.ts'
import { headStory, nameStory, tagStory, tellSentences } from '../../../src/chat/wording/story.ts'
import { drawFacts } from './facts.ts'
import { drawOutlets } from './outlets.ts'
import type { View } from './view.ts'

/** A story as a briefing tells it. `time` writes an instant as seen from the briefing. */
export function drawStory(
  story: BriefedStory,
  number: number,
  time: (at: number) => string,
  view: View,
): string[] {
  const first = `${view.number(number).padStart(2)}  `
  const indent = ' '.repeat(first.length)
  const latest = [own(say('story.latest', view.language, { time: time(story.lastAt) }), 'quiet')]
  const told = [
    ...tellSentences(story, view).flatMap((paragraph) => flow(paragraph, { ...view, first: indent })),
    ...drawChanges(story, time, indent, view),
  ]
  return [
    ...flow(headStory(story, view.language, 'headline'), { ...view, first, rest: indent }),
    ...told,
    ...(told.length === 0 ? [] : ['']),
    ...drawFacts([...tagStory(story, view), latest, nameStory(story.id, view.language)], indent, view),
    ...drawOutlets(story, indent, view),
  ]
}

/** Corrections and edits, one a line. */
export function drawChanges(
  { changes, outlets }: BriefedStory,
  time: (at: number) => string,
  indent: string,
  view: View,
): string[] {
  const shape = { ...view, first: indent, rest: `${indent}  ` }
  return changes.flatMap((change) => flow(tellChange(change, outlets, time, view.language), shape))
}
