import type { RootContent } from 'mdast'
import { tellCoverage } from '../../../../src/chat/wording/coverage.ts'
import { dotted, own, quote } from '../../../../src/chat/wording/span.ts'
import {
  citeOutlet,
  headStory,
  labelOutlet,
  nameStory,
  tagStory,
  tellChange,
  tellSentences,
} from '../../../../src/chat/wording/story.ts'
import type {
  BriefedOutlet,
  BriefedStory,
  Briefing,
  Section,
  StoryCard,
  StoryReport,
} from '../../../../src/records/briefing.ts'
import { say } from '../../../../src/words/say.ts'
import { timesIn } from '../../../../src/words/times.ts'
import { heading, list, type Page, paragraph, phrasing, text } from './nodes.ts'

/** The briefing as a document: a heading for each region and each story. */
export function writeBriefing(briefing: Briefing, page: Page): RootContent[] {
  const times = timesIn(briefing.zone, briefing.language)
  const time = (at: number) => times.moment(at, briefing.to)
  let number = 0
  const writeSection = ({ name, stories, leftOut }: Section): RootContent[] => [
    heading(2, phrasing([quote(name)], page.rightToLeft)),
    ...stories.flatMap((story) => writeStory(story, ++number, time, page)),
    ...(stories.length === 0 ? [paragraph([text(say('section.empty', page.language))])] : []),
    ...(leftOut === 0 ? [] : [paragraph([text(say('section.leftOut', page.language, { count: leftOut }))])]),
  ]
  return [
    heading(1, phrasing([quote(briefing.title)], page.rightToLeft)),
    paragraph([text(times.stretch(briefing.from, briefing.to))]),
    ...briefing.sections.flatMap(writeSection),
    { type: 'thematicBreak' },
    ...writeCoverage(briefing, page),
  ]
}

function writeStory(
  story: BriefedStory,
  number: number,
  time: (at: number) => string,
  page: Page,
): RootContent[] {
  const latest = [own(say('story.latest', page.language, { time: time(story.lastAt) }))]
  return [
    heading(3, phrasing([own(`${number}. `), ...headStory(story, page.language)], page.rightToLeft)),
    ...writeTelling(story, time, page),
    paragraph(
      phrasing(
        dotted([...tagStory(story, page), latest, nameStory(story.id, page.language)]),
        page.rightToLeft,
      ),
    ),
    writeOutlets(story.outlets, page),
  ]
}

/** What is told, and what was changed since. */
function writeTelling(story: BriefedStory, time: (at: number) => string, page: Page): RootContent[] {
  const changes = story.changes.map((change) => tellChange(change, story.outlets, time, page.language))
  return [
    ...tellSentences(story, page).map((spans) => paragraph(phrasing(spans, page.rightToLeft))),
    ...(changes.length === 0
      ? []
      : [
          list(
            changes.map((spans) => [paragraph(phrasing(spans, page.rightToLeft))]),
            false,
          ),
        ]),
  ]
}

/** The numbers of the list are those by which the sentences cite. */
function writeOutlets(outlets: readonly BriefedOutlet[], page: Page): RootContent {
  return list(
    outlets.map((outlet) => [paragraph(phrasing(labelOutlet(outlet, page.language), page.rightToLeft))]),
    true,
  )
}

function writeCoverage(briefing: Briefing, page: Page): RootContent[] {
  const [line = paragraph([]), ...failures] = tellCoverage(briefing).map((spans) =>
    paragraph(phrasing(spans, page.rightToLeft)),
  )
  return failures.length === 0
    ? [line]
    : [
        line,
        list(
          failures.map((failure) => [failure]),
          false,
        ),
      ]
}

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
