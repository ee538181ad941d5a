import { tellComingWeek } from '../../../src/chat/wording/coming.ts'
import { tellCoverage } from '../../../src/chat/wording/coverage.ts'
import { citeOutlet } from '../../../src/chat/wording/cite-outlet.ts'
import { type Line, own, quote } from '../../../src/chat/wording/span.ts'
import { labelOutlet, tellStory } from '../../../src/chat/wording/story.ts'
import { tellTimeline } from '../../../src/chat/wording/timeline.ts'
import type { BriefedStory, Briefing, Section, Timeline } from '../../../src/records/briefing.ts'
import { say } from '../../../src/words/say.ts'
import { timesIn } from '../../../src/words/times.ts'
import { MAX_ADDRESSES } from '../limits.ts'
import { flow } from '../text/flow.ts'
import { drawAddress, drawFacts, drawHeading, type View } from './parts.ts'

/** Draws a briefing: title, the stories of each region, and the coverage. */
export function drawBriefing(briefing: Briefing, view: View): string[] {
  const times = timesIn(briefing.zone, briefing.language)
  const time = (at: number) => times.moment(at, briefing.to)
  let number = 0
  const remark = (text: string) => flow([own(text, 'quiet')], { ...view, first: '    ' })
  const drawSection = (section: Section): string[] => [
    '',
    ...(briefing.timeline === undefined ? drawHeading(section.name, view) : []),
    ...section.stories.flatMap((story) => ['', ...drawStory(story, ++number, time, view)]),
    ...(section.stories.length === 0 ? remark(say('section.empty', view.language)) : []),
    ...(section.leftOut === 0
      ? []
      : ['', ...remark(say('section.leftOut', view.language, { count: section.leftOut }))]),
  ]
  return [
    ...flow([quote(briefing.title, 'title')], view),
    ...(briefing.timeline === undefined
      ? flow([own(times.stretch(briefing.from, briefing.to), 'quiet')], view)
      : []),
    ...briefing.sections.flatMap(drawSection),
    '',
    ...(briefing.timeline === undefined
      ? [...drawComing(briefing, view), ...drawCoverage(briefing, view)]
      : drawTimeline(briefing.timeline, time, view)),
  ]
}

/** How a followed story developed. */
function drawTimeline(timeline: Timeline, time: (at: number) => string, view: View): string[] {
  const { heading, lines } = tellTimeline(timeline, time, view.language)
  return [
    ...flow(heading, view),
    ...lines.flatMap((line, index) => [
      ...flow(line, { ...view, first: '    ', rest: '      ' }),
      ...drawAddress(
        timeline.entries[index - (lines.length - timeline.entries.length)]?.url ?? null,
        '      ',
        view,
      ),
    ]),
  ]
}

/** What takes place in the coming week. */
function drawComing(briefing: Briefing, view: View): string[] {
  const coming = tellComingWeek(briefing)
  if (coming === null) return []
  const { heading, lines } = coming
  const drawn = lines.flatMap((line, index) => [
    ...flow(line, { ...view, first: '    ', rest: '      ' }),
    ...drawAddress(briefing.coming?.[index]?.url ?? null, '      ', view),
  ])
  return [...flow(heading, view), ...drawn, '']
}

/** The closing lines, below a rule. */
function drawCoverage(briefing: Briefing, view: View): string[] {
  return [
    ...flow([own('─'.repeat(view.width), 'quiet')], view),
    ...tellCoverage(briefing).flatMap((line) => flow(line, { ...view, rest: '  ' })),
  ]
}

/** Draws a story of a briefing. `time` formats an instant relative to the briefing. */
export function drawStory(
  story: BriefedStory,
  number: number,
  time: (at: number) => string,
  view: View,
): string[] {
  const first = `${view.number(number).padStart(2)}  `
  const indent = ' '.repeat(first.length)
  const { headline, developments, sentences, changes, tags, also, latest, id } = tellStory(story, time, view)
  const told = [
    ...developments.flatMap((line) => flow(line, { ...view, first: indent, rest: `${indent}  ` })),
    ...sentences.flatMap((paragraph) => flow(paragraph, { ...view, first: indent })),
    ...drawChanges(changes, indent, view),
  ]
  return [
    ...flow(headline, { ...view, first, rest: indent }),
    ...told,
    ...(told.length === 0 ? [] : ['']),
    ...drawFacts([...tags, latest, ...id], indent, view),
    ...drawOutlets(story, indent, view),
    ...flow(also, { ...view, first: indent, rest: indent }),
    ...(story.alsoRunning?.stories ?? []).flatMap(({ url }) => drawAddress(url, indent, view)),
  ]
}

/** Corrections and edits, one on each line. */
export const drawChanges = (changes: readonly Line[], indent: string, view: View): string[] =>
  changes.flatMap((line) => flow(line, { ...view, first: indent, rest: `${indent}  ` }))

/**
 * The outlets of a story, numbered as its sentences cite them: in one paragraph, or one on each line if
 * addresses are printed. After the first few, uncited ones have no address; `story ID` shows them all.
 */
function drawOutlets(
  { outlets, sentences }: Pick<BriefedStory, 'outlets' | 'sentences'>,
  indent: string,
  view: View,
): string[] {
  const drawn = outlets.map((outlet, index): Line => [
    citeOutlet(index, outlet.url, view),
    own(' '),
    ...labelOutlet(outlet, view.language),
  ])
  if (view.links !== 'text') return drawFacts(drawn, indent, view)
  const addressed = Math.max(MAX_ADDRESSES, ...sentences.map(({ outlet }) => outlet + 1))
  const lines = drawn.slice(0, addressed).flatMap((spans, index) => {
    const hang = indent + ' '.repeat(String(index + 1).length + 3)
    return [
      ...flow(spans, { ...view, first: indent, rest: hang }),
      ...drawAddress(outlets[index]?.url ?? null, hang, view),
    ]
  })
  return [...lines, ...drawFacts(drawn.slice(addressed), indent, view)]
}
