import type { BriefedOutlet } from '../../../../src/records/briefing.ts'
import type { BriefedStory } from '../../../../src/records/briefing.ts'
import type { Section } from '../../../../src/records/briefing.ts'
import type { Briefing } from '../../../../src/records/briefing.ts'
import type { RootContent } from 'mdast'
import { tellChange } from '../../../../src/chat/wording/change.ts'
import { tellCoverage } from '../../../../src/chat/wording/coverage.ts'
import { labelOutlet } from '../../../../src/chat/wording/outlet.ts'
import { say } from '../../../../src/words/say.ts'
import { dotted, own, quote } from '../../../../src/chat/wording/pieces.ts'
import { headStory, nameStory, tagStory, tellSentences } from '../../../../src/chat/wording/story.ts'
import { timesIn } from '../../../../src/words/times.ts'
import { heading, list, paragraph, phrasing, text } from './nodes.ts'
import type { Page } from './page.ts'

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
export function writeTelling(story: BriefedStory, time: (at: number) => string, page: Page): RootContent[] {
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
