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
import { COLOURS, type DiscordPart, type DrawContext } from './drawing.ts'
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
  context: DrawContext,
): readonly MarkedLine[] {
  const { developments, sentences, changes, tags, also, latest } = tellStory(story, relative, context)
  return [
    ...drawHeadline(story, number, heading, context),
    ...developments.flatMap((line) => onOwnLines(line, context.rightToLeft)).map(text),
    ...sentences.map(text),
    small(dotted([...tags, latest])),
    small(dotted(outlets === 'all' ? listWithTitles(story, context) : tellCited(story, context))),
    ...onOwnLines(also, context.rightToLeft).map(small),
    // Last, because after a quoted line Discord may show the markup of the next line as text.
    ...changes.flatMap((change) => onOwnLines(change, context.rightToLeft)).map(aside),
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
  { language, number: write, rightToLeft }: DrawContext,
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
export function listOutlets(story: BriefedStory, context: DrawContext): readonly MarkedLine[] {
  return listWithTitles(story, context).map(text)
}

function listWithTitles({ outlets }: BriefedStory, context: DrawContext): readonly Line[] {
  return outlets.map((outlet, index) => nameOutlet(outlet, index, context))
}

function tellCited({ outlets, sentences }: BriefedStory, context: DrawContext): readonly Line[] {
  const cited = new Set(sentences.map(({ outlet }) => outlet))
  return outlets.flatMap((outlet, index) =>
    cited.has(index) ? [nameOutlet({ ...outlet, url: null }, index, context)] : [],
  )
}

function nameOutlet(outlet: BriefedOutlet, index: number, context: DrawContext): Line {
  return [citeOutlet(index, null, context), own(' '), ...labelOutlet(outlet, context.language)]
}

export const colourOf = ({ mark }: BriefedStory): number => COLOURS[mark ?? 'told']

/** Draws a complete story: its summary, what changed, and every report in chronological order. */
export function drawStoryCard(story: StoryCard, context: DrawContext): readonly DiscordPart[] {
  const times = tellTimes(story, dated, context.language, relative)
  const { sentences, changes, tags, id } = tellStory(story, relative, context)
  const told = [
    ...drawHeadline(story, null, title, context),
    ...sentences.map(text),
    small(dotted([...tags, ...times, ...id])),
    ...changes.flatMap((change) => onOwnLines(change, context.rightToLeft)).map(aside),
  ]
  const [first = [], ...others] = story.reports.map((report) => drawReport(report, context))
  const timeline = heading([own(say('story.timeline', context.language))])
  const pieces = [told, [timeline, ...first], ...others].map((lines) => ({ lines }))
  return packCard(pieces, colourOf(story), context)
}

function drawReport(report: StoryReport, context: DrawContext): readonly MarkedLine[] {
  const { outlet, when } = tellReport({ ...report, url: null }, dated, context)
  return [
    text([nameArticle(report.title, context.language, 'headline', webAddress(report.url))]),
    ...(report.lead === null ? [] : [text([quote(report.lead)])]),
    small(dotted([outlet, when])),
  ]
}
