import type { Briefing, Section } from '../../../src/records/briefing.ts'
import { flow } from '../text/flow.ts'
import { say } from '../../../src/words/say.ts'
import { own, quote } from '../../../src/chat/wording/pieces.ts'
import { timesIn } from '../../../src/words/times.ts'
import { drawCoverage } from './coverage.ts'
import { drawHeading } from './heading.ts'
import { drawStory } from './story.ts'
import type { View } from './view.ts'

/** The briefing: title, the stories of each region, and how complete it is. */
export function drawBriefing(briefing: Briefing, view: View): string[] {
  const times = timesIn(briefing.zone, briefing.language)
  const time = (at: number) => times.moment(at, briefing.to)
  let number = 0
  const drawSection = (section: Section): string[] => [
    '',
    ...drawHeading(section.name, view),
    ...section.stories.flatMap((story) => ['', ...drawStory(story, ++number, time, view)]),
    ...(section.stories.length === 0
      ? flow([own(say('section.empty', view.language), 'quiet')], { ...view, first: '    ' })
      : []),
    ...(section.leftOut === 0
      ? []
      : [
          '',
          ...flow([own(say('section.leftOut', view.language, { count: section.leftOut }), 'quiet')], {
            ...view,
            first: '    ',
          }),
        ]),
  ]
  return [
    ...flow([quote(briefing.title, 'title')], view),
    ...flow([own(times.stretch(briefing.from, briefing.to), 'quiet')], view),
    ...briefing.sections.flatMap(drawSection),
    '',
    ...drawCoverage(briefing, view),
  ]
}
