import type { StoryReport } from '../../../../src/records/briefing.ts'
import type { StoryCard } from '../../../../src/records/briefing.ts'
import type { RootContent } from 'mdast'
import { citeOutlet, labelOutlet } from '../../../../src/chat/wording/outlet.ts'
import { say } from '../../../../src/words/say.ts'
import { dotted, own, quote } from '../../../../src/chat/wording/pieces.ts'
import { headStory, nameStory, tagStory } from '../../../../src/chat/wording/story.ts'
import { timesIn } from '../../../../src/words/times.ts'
import { writeTelling } from './briefing.ts'
import { heading, list, paragraph, phrasing, text } from './nodes.ts'
import type { Page } from './page.ts'

/** One story whole, its reports as a list. */
export function writeStoryCard(story: StoryCard, zone: string, page: Page): RootContent[] {
  const time = timesIn(zone, page.language).instant
  const times = [
    [own(say('story.first', page.language, { time: time(story.firstAt) }))],
    [own(say('story.latest', page.language, { time: time(story.lastAt) }))],
  ]
  return [
    heading(1, phrasing(headStory(story, page.language), page.rightToLeft)),
    ...writeTelling(story, time, page),
    paragraph(
      phrasing(
        dotted([...tagStory(story, page), nameStory(story.id, page.language), ...times]),
        page.rightToLeft,
      ),
    ),
    heading(2, [text(say('story.timeline', page.language))]),
    list(
      story.reports.map((report) => writeReport(report, time, page)),
      false,
    ),
  ]
}

function writeReport(report: StoryReport, time: (at: number) => string, page: Page) {
  const mark = report.outlet === null ? [] : [citeOutlet(report.outlet, report.url, page), own(' ')]
  const when = report.publishedAt === null ? say('story.undated', page.language) : time(report.publishedAt)
  const about = dotted([[...mark, ...labelOutlet(report, page.language)], [own(when)]])
  const lines = [about, [quote(report.title)], ...(report.lead === null ? [] : [[quote(report.lead)]])]
  return lines.map((spans) => paragraph(phrasing(spans, page.rightToLeft)))
}
