import { dotted, type Line, own, quote } from '../../../src/chat/wording/span.ts'
import {
  citeOutlet,
  labelOutlet,
  nameArticle,
  tellReport,
  tellStory,
  tellTimes,
} from '../../../src/chat/wording/story.ts'
import type { BriefedOutlet, BriefedStory, StoryCard, StoryReport } from '../../../src/records/briefing.ts'
import { say } from '../../../src/words/say.ts'
import { webAddress } from '../../../src/words/web-address.ts'
import { aside, dated, heading, type MarkedLine, relative, small, text, title } from '../text/write.ts'
import { COLOURS, type DiscordPart, type Page } from './draft.ts'
import { packCard } from './pack.ts'

/**
 * The headline, the sentences with their sources, where, what and how often it is told, by whom, and what was changed. The menu below has
 * its id. Outlets that are only cited have no link: the sentences have it.
 */
export function drawStory(
  story: BriefedStory,
  number: number,
  outlets: 'all' | 'cited',
  page: Page,
): readonly MarkedLine[] {
  const { headline, sentences, changes, tags, also, latest } = tellStory(story, relative, page)
  return [
    heading([own(`${page.number(number)}. `), ...headline]),
    ...sentences.map(text),
    small(dotted([...tags, latest])),
    small(dotted(outlets === 'all' ? tellOutlets(story, page) : tellCited(story, page))),
    small(also),
    // Last: behind a bar Discord may read the marks of the next line as text.
    ...changes.map(aside),
  ]
}

/** The outlets, a line each. */
export function listOutlets(story: BriefedStory, page: Page): readonly MarkedLine[] {
  return tellOutlets(story, page).map(text)
}

function tellOutlets({ outlets }: BriefedStory, page: Page): readonly Line[] {
  return outlets.map((outlet, index) => nameOutlet(outlet, index, page))
}

function tellCited({ outlets, sentences }: BriefedStory, page: Page): readonly Line[] {
  const cited = new Set(sentences.map(({ outlet }) => outlet))
  return outlets.flatMap((outlet, index) =>
    cited.has(index) ? [nameOutlet({ ...outlet, url: null }, index, page)] : [],
  )
}

function nameOutlet(outlet: BriefedOutlet, index: number, page: Page): Line {
  return [citeOutlet(index, null, page), own(' '), ...labelOutlet(outlet, page.language)]
}

export const colourOf = ({ mark }: BriefedStory): number => COLOURS[mark ?? 'told']

/** One story whole: what is told of it, what was changed, and every report in the order of time. */
export function drawStoryCard(story: StoryCard, page: Page): readonly DiscordPart[] {
  const times = tellTimes(story, dated, page.language, relative)
  const { headline, sentences, changes, tags, id } = tellStory(story, relative, page, 'title')
  const told = [
    title(headline),
    ...sentences.map(text),
    small(dotted([...tags, ...times, ...id])),
    ...changes.map(aside),
  ]
  const [first = [], ...others] = story.reports.map((report) => drawReport(report, page))
  const timeline = heading([own(say('story.timeline', page.language))])
  const pieces = [told, [timeline, ...first], ...others].map((lines) => ({ lines }))
  return packCard(pieces, colourOf(story), page)
}

function drawReport(report: StoryReport, page: Page): readonly MarkedLine[] {
  const { outlet, when } = tellReport({ ...report, url: null }, dated, page)
  return [
    text([nameArticle(report.title, page.language, 'headline', webAddress(report.url))]),
    ...(report.lead === null ? [] : [text([quote(report.lead)])]),
    small(dotted([outlet, when])),
  ]
}
