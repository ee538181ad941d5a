import type { StoryCard, StoryReport } from '../../../src/briefings/story-card.ts'
import { flow } from '../text/flow.ts'
import { words } from '../text/phrase.ts'
import { own, quote } from '../text/pieces.ts'
import { timesIn } from '../text/times.ts'
import { drawAddress } from './address.ts'
import { drawChanges } from './changes.ts'
import { drawFacts } from './facts.ts'
import { drawHeading } from './heading.ts'
import { drawMark, drawOutlet } from './outlet.ts'
import { drawSentences, idOf, tagsOf } from './story.ts'
import type { View } from './view.ts'

/** One story whole: what is told of it, what was changed, and every report in the order of time. */
export function drawStoryCard(story: StoryCard, zone: string, view: View): string[] {
  const time = timesIn(zone, view.language).instant
  const span = [
    [own(words('story.first', { time: time(story.firstAt) }), 'quiet')],
    [own(words('story.latest', { time: time(story.lastAt) }), 'quiet')],
  ]
  return [
    ...flow([quote(story.headline, 'title')], view),
    ...drawFacts([...tagsOf(story, view), idOf(story)], '', view),
    ...drawFacts(span, '', view),
    ...spaced(drawSentences(story, '', view)),
    ...spaced(drawChanges(story, time, '', view)),
    ...spaced(drawHeading(words('story.timeline'), view)),
    ...story.reports.flatMap((report) => ['', ...drawReport(report, story, time, view)]),
  ]
}

function drawReport(
  report: StoryReport,
  story: StoryCard,
  time: (at: number) => string,
  view: View,
): string[] {
  const index = story.outlets.findIndex((outlet) => outlet.sourceId === report.sourceId)
  const mark = index === -1 ? [] : [drawMark(index, report), own(' ')]
  const when = report.publishedAt === null ? words('story.undated') : time(report.publishedAt)
  const indent = '    '
  return [
    ...drawFacts([[...mark, ...drawOutlet(report, view)], [own(when, 'quiet')]], '', view),
    ...flow([quote(report.title, 'headline')], { ...view, first: indent }),
    ...(report.lead === null ? [] : flow([quote(report.lead)], { ...view, first: indent })),
    ...drawAddress(report.url, indent, view),
  ]
}

/** Lines with a blank line before them, if there are any. */
function spaced(lines: string[]): string[] {
  return lines.length === 0 ? [] : ['', ...lines]
}
