import type { StoryCard, StoryReport } from '../../../src/records/briefing.ts'
import type { Action } from '../../../src/records/message.ts'
import { citeOutlet, labelOutlet } from '../../../src/chat/wording/outlet.ts'
import { dotted, own, quote } from '../../../src/chat/wording/pieces.ts'
import {
  headStory,
  nameArticle,
  nameStory,
  tagStory,
  tellSentences,
} from '../../../src/chat/wording/story.ts'
import { say } from '../../../src/words/say.ts'
import { webAddress } from '../../../src/words/web-address.ts'
import type { DiscordPart } from './discord-message.ts'
import { dated, relative } from '../text/clock.ts'
import { heading, small, text, title, type Line } from '../text/line.ts'
import { packCard } from './pack-card.ts'
import type { Page } from './page.ts'
import { colourOf, drawChanges } from './story.ts'

/** One story whole: what is told of it, what was changed, and every report in the order of time. */
export function drawStoryCard(
  story: StoryCard,
  actions: readonly Action[],
  page: Page,
): readonly DiscordPart[] {
  const times = [
    [own(say('story.first', page.language, { time: dated(story.firstAt) }))],
    [own(say('story.latest', page.language, { time: relative(story.lastAt) }))],
  ]
  const told = [
    title(headStory(story, page.language)),
    ...tellSentences(story, page).map(text),
    small(dotted([...tagStory(story, page), ...times, nameStory(story.id, page.language)])),
    ...drawChanges(story, page),
  ]
  const [first = [], ...others] = story.reports.map((report) => drawReport(report, page))
  const timeline = heading([own(say('story.timeline', page.language))])
  const pieces = [told, [timeline, ...first], ...others].map((lines) => ({ lines }))
  return packCard(pieces, colourOf(story), actions, page)
}

function drawReport(report: StoryReport, page: Page): readonly Line[] {
  const mark = report.outlet === null ? [] : [citeOutlet(report.outlet, null, page), own(' ')]
  const { publishedAt, title: named, lead } = report
  const when = publishedAt === null ? say('story.undated', page.language) : dated(publishedAt)
  return [
    text([nameArticle(named, page.language, 'headline', webAddress(report.url))]),
    ...(lead === null ? [] : [text([quote(lead)])]),
    small(dotted([[...mark, ...labelOutlet({ ...report, url: null }, page.language)], [own(when)]])),
  ]
}
