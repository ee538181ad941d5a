import { citeOutlet } from '../../../src/chat/wording/cite-outlet.ts'
import { dotted, type Line, own, quote } from '../../../src/chat/wording/span.ts'
import {
  addressOf,
  headStory,
  labelOutlet,
  nameArticle,
  tellReport,
  tellStory,
  tellTimes,
} from '../../../src/chat/wording/story.ts'
import type { BriefedOutlet, BriefedStory, StoryCard, StoryReport } from '../../../src/records/briefing.ts'
import { startsRightToLeft } from '../../../src/words/direction.ts'
import { harmless } from '../../../src/words/harmless.ts'
import { say } from '../../../src/words/say.ts'
import { webAddress } from '../../../src/words/web-address.ts'
import { onOwnLines } from '../text/own-lines.ts'
import { aside, dated, heading, type MarkedLine, relative, small, text, title } from '../text/write.ts'
import { COLOURS, type DiscordPart, type Page } from './draft.ts'
import { packCard } from './pack.ts'

/**
 * Draws a story: headline linked to its report, sentences with sources, places, topics, number of reports,
 * outlets, and changes. The story's id is in the menu below. Outlets that are only cited have no link,
 * because the sentences link to them.
 */
export function drawStory(
  story: BriefedStory,
  number: number | null,
  outlets: 'all' | 'cited',
  page: Page,
): readonly MarkedLine[] {
  const { developments, sentences, changes, tags, also, latest } = tellStory(story, relative, page)
  return [
    ...drawHeadline(story, number, heading, page),
    ...developments.flatMap((line) => onOwnLines(line, page.rightToLeft)).map(text),
    ...sentences.map(text),
    small(dotted([...tags, latest])),
    small(dotted(outlets === 'all' ? tellOutlets(story, page) : tellCited(story, page))),
    ...onOwnLines(also, page.rightToLeft).map(small),
    // Last, because after a quoted line Discord may show the markup of the next line as text.
    ...changes.flatMap((change) => onOwnLines(change, page.rightToLeft)).map(aside),
  ]
}

/**
 * Draws number, mark and linked headline on one line. A marked headline in the other writing direction gets a
 * line of its own, below number and mark.
 */
function drawHeadline(
  story: BriefedStory,
  number: number | null,
  as: typeof heading,
  { language, number: write, rightToLeft }: Page,
): readonly MarkedLine[] {
  const told = headStory(story, language, 'headline').map((span, index, all) =>
    index === all.length - 1 ? { ...span, url: addressOf(story) } : span,
  )
  const numbered = number === null ? [] : [own(`${write(number)}. `)]
  const runsOtherwise =
    harmless(story.headline).trim() !== '' && startsRightToLeft(story.headline) !== rightToLeft
  return story.mark !== null && runsOtherwise
    ? [small([...numbered, ...told.slice(0, 1)]), as(told.slice(-1))]
    : [as([...numbered, ...told])]
}

/** The outlets, one on each line. */
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

/** Draws a complete story: its summary, what changed, and every report in chronological order. */
export function drawStoryCard(story: StoryCard, page: Page): readonly DiscordPart[] {
  const times = tellTimes(story, dated, page.language, relative)
  const { sentences, changes, tags, id } = tellStory(story, relative, page)
  const told = [
    ...drawHeadline(story, null, title, page),
    ...sentences.map(text),
    small(dotted([...tags, ...times, ...id])),
    ...changes.flatMap((change) => onOwnLines(change, page.rightToLeft)).map(aside),
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
