import type { BriefedOutlet, BriefedStory } from '../../../src/records/briefing.ts'
import { tellChange } from '../../../src/chat/wording/change.ts'
import { citeOutlet, labelOutlet } from '../../../src/chat/wording/outlet.ts'
import { dotted, own } from '../../../src/chat/wording/pieces.ts'
import type { Span } from '../../../src/chat/wording/span.ts'
import { headStory, tagStory, tellSentences } from '../../../src/chat/wording/story.ts'
import { say } from '../../../src/words/say.ts'
import { relative } from '../text/clock.ts'
import { aside, heading, small, text, type Line } from '../text/line.ts'
import { COLOURS } from './colours.ts'
import type { Page } from './page.ts'

/**
 * The headline, the sentences with their sources, where, what and how often it is told, by whom, and what was changed. The menu below has
 * its id. Outlets that are only cited have no link: the sentences have it.
 */
export function drawStory(
  story: BriefedStory,
  number: number,
  outlets: 'all' | 'cited',
  page: Page,
): readonly Line[] {
  const latest = [own(say('story.latest', page.language, { time: relative(story.lastAt) }))]
  return [
    heading([own(`${page.number(number)}. `), ...headStory(story, page.language, 'headline')]),
    ...tellSentences(story, page).map(text),
    small(dotted([...tagStory(story, page), latest])),
    small(dotted(outlets === 'all' ? tellOutlets(story, page) : tellCited(story, page))),
    ...drawChanges(story, page),
  ]
}

/** What was changed since. These lines stand last: behind a bar Discord may read the marks of the next line as text. */
export function drawChanges({ changes, outlets }: BriefedStory, { language }: Page): readonly Line[] {
  return changes.map((change) => aside(tellChange(change, outlets, relative, language)))
}

/** The outlets, a line each. */
export function listOutlets(story: BriefedStory, page: Page): readonly Line[] {
  return tellOutlets(story, page).map(text)
}

function tellOutlets({ outlets }: BriefedStory, page: Page): readonly (readonly Span[])[] {
  return outlets.map((outlet, index) => nameOutlet(outlet, index, page))
}

function tellCited({ outlets, sentences }: BriefedStory, page: Page): readonly (readonly Span[])[] {
  const cited = new Set(sentences.map(({ outlet }) => outlet))
  return outlets.flatMap((outlet, index) =>
    cited.has(index) ? [nameOutlet({ ...outlet, url: null }, index, page)] : [],
  )
}

function nameOutlet(outlet: BriefedOutlet, index: number, page: Page): readonly Span[] {
  return [citeOutlet(index, null, page), own(' '), ...labelOutlet(outlet, page.language)]
}

export const colourOf = ({ mark }: BriefedStory): number => COLOURS[mark ?? 'told']
