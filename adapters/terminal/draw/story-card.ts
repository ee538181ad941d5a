import type { StoryCard, StoryReport } from '../../../src/records/briefing.ts'
import { flow } from '../text/flow.ts'
import { citeOutlet, labelOutlet } from '../../../src/chat/wording/outlet.ts'
import { say } from '../../../src/words/say.ts'
import { own, quote } from '../../../src/chat/wording/pieces.ts'
import { headStory, nameStory, tagStory, tellSentences } from '../../../src/chat/wording/story.ts'
import { timesIn } from '../../../src/words/times.ts'
import { drawAddress } from './address.ts'
import { drawFacts } from './facts.ts'
import { drawHeading } from './heading.ts'
import { drawChanges } from './story.ts'
import type { View } from './view.ts'

/** One story whole: what is told of it, what was changed, and every report in the order of time. */
export function drawStoryCard(story: StoryCard, zone: string, view: View): string[] {
  const time = timesIn(zone, view.language).instant
  const times = [
    [own(say('story.first', view.language, { time: time(story.firstAt) }), 'quiet')],
    [own(say('story.latest', view.language, { time: time(story.lastAt) }), 'quiet')],
  ]
  return [
    ...flow(headStory(story, view.language, 'title'), view),
    ...drawFacts([...tagStory(story, view), nameStory(story.id, view.language)], '', view),
    ...drawFacts(times, '', view),
    ...spaced(tellSentences(story, view).flatMap((paragraph) => flow(paragraph, view))),
    ...spaced(drawChanges(story, time, '', view)),
    ...spaced(drawHeading(say('story.timeline', view.language), view)),
    ...story.reports.flatMap((report) => ['', ...drawReport(report, time, view)]),
  ]
}

function drawReport(report: StoryReport, time: (at: number) => string, view: View): string[] {
  const mark = report.outlet === null ? [] : [citeOutlet(report.outlet, report.url, view), own(' ')]
  const when = report.publishedAt === null ? say('story.undated', view.language) : time(report.publishedAt)
  const indent = '    '
  return [
    ...drawFacts([[...mark, ...labelOutlet(report, view.language)], [own(when, 'quiet')]], '', view),
    ...flow([quote(report.title, 'headline')], { ...view, first: indent }),
    ...(report.lead === null ? [] : flow([quote(report.lead)], { ...view, first: indent })),
    ...drawAddress(report.url, indent, view),
  ]
}

/** Lines with a blank line before them, if there are any. */
function spaced(lines: string[]): string[] {
  return lines.length === 0 ? [] : ['', ...lines]
}
