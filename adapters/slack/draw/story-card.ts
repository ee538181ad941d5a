import type { StoryCard, StoryReport } from '../../../src/records/briefing.ts'
import { citeOutlet, labelOutlet } from '../../../src/chat/wording/outlet.ts'
import { own, quote } from '../../../src/chat/wording/pieces.ts'
import { headStory, nameStory, tagStory } from '../../../src/chat/wording/story.ts'
import { say } from '../../../src/words/say.ts'
import { timesIn } from '../../../src/words/times.ts'
import { webAddress } from '../../../src/words/web-address.ts'
import { plain } from '../text/plain.ts'
import { richText } from '../text/rich.ts'
import { drawContext } from './context.ts'
import type { Draft } from './draft.ts'
import { drawHeading, drawTitle } from './heading.ts'
import type { Page } from './page.ts'
import { tellStory } from './story.ts'
import { drawTables } from './table.ts'

/** One story whole: what is told of it, what was changed, and its outlets side by side in the order of time. */
export function drawStoryCard(story: StoryCard, zone: string, page: Page): Draft {
  const { language, rightToLeft } = page
  const time = timesIn(zone, language).instant
  const title = headStory(story, language)
  const times = [
    [own(say('story.first', language, { time: time(story.firstAt) }))],
    [own(say('story.latest', language, { time: time(story.lastAt) }))],
  ]
  const titles = (['outlet', 'time', 'report'] as const).map((name) => [
    own(say(`story.column.${name}`, language), 'title'),
  ])
  const rows = story.reports.map((report) => drawReport(report, time, page))
  const [first, ...others] = drawTables([titles, ...rows], rightToLeft)
  return {
    text: plain(title, rightToLeft),
    main: [
      [
        ...drawTitle(title, rightToLeft),
        ...drawContext([...tagStory(story, page), nameStory(story.id, language), ...times], rightToLeft),
        ...richText(tellStory(story, time, page), rightToLeft),
      ],
      [
        ...drawHeading([own(say('story.timeline', language), 'section')], rightToLeft),
        ...(first === undefined ? [] : [first]),
      ],
      ...others.map((table) => [table]),
    ],
    thread: [],
  }
}

function drawReport(report: StoryReport, time: (at: number) => string, page: Page) {
  const { language } = page
  const mark = report.outlet === null ? [] : [citeOutlet(report.outlet, report.url, page), own(' ')]
  const when = report.publishedAt === null ? say('story.undated', language) : time(report.publishedAt)
  return [
    [...mark, ...labelOutlet(report, language)],
    [own(when)],
    [
      { ...quote(report.title, 'headline'), url: webAddress(report.url) },
      ...(report.lead === null ? [] : [own(' '), quote(report.lead)]),
    ],
  ]
}
