import type { BriefedStory } from '../../../src/briefings/briefing.ts'
import { tellChange } from '../../../src/chat/wording/change.ts'
import { citeOutlet, labelOutlet } from '../../../src/chat/wording/outlet.ts'
import { dotted, own } from '../../../src/chat/wording/pieces.ts'
import { headStory, nameStory, tagStory, tellSentences } from '../../../src/chat/wording/story.ts'
import { say } from '../../../src/words/say.ts'
import { relative } from '../text/clock.ts'
import { aside, heading, small, text, type Line } from '../text/line.ts'
import { COLOURS } from './colours.ts'
import type { Page } from './page.ts'

/** The headline, the sentences with their sources, what was changed, and where, what and how often it is told. */
export function drawStory(story: BriefedStory, number: number, page: Page): readonly Line[] {
  const latest = [own(say('story.latest', page.language, { time: relative(story.lastAt) }))]
  return [
    heading([own(`${page.number(number)}. `), ...headStory(story, page.language, 'headline')]),
    ...drawTelling(story, page),
    small(dotted([...tagStory(story, page), latest, nameStory(story.id, page.language)])),
  ]
}

/** What is told, and what was changed since. */
export function drawTelling(story: BriefedStory, page: Page): readonly Line[] {
  return [
    ...tellSentences(story, page).map(text),
    ...story.changes.map((change) => aside(tellChange(change, story.outlets, relative, page.language))),
  ]
}

/** The outlets, numbered as the sentences cite them, in one line. */
export function drawOutlets(story: BriefedStory, page: Page): Line {
  return small(dotted(tellOutlets(story, page)))
}

/** The outlets, a line each. */
export function listOutlets(story: BriefedStory, page: Page): readonly Line[] {
  return tellOutlets(story, page).map(text)
}

function tellOutlets({ outlets }: BriefedStory, page: Page) {
  return outlets.map((outlet, index) => [
    citeOutlet(index, null, page),
    own(' '),
    ...labelOutlet(outlet, page.language),
  ])
}

export const colourOf = ({ mark }: BriefedStory): number => COLOURS[mark ?? 'plain']
