import stringWidth from 'string-width'
import { type Notice, tellNotice } from '../../../src/chat/wording/notice.ts'
import { tellSearch, type ToldHit } from '../../../src/chat/wording/search.ts'
import { type SheetMessage, sheetOf } from '../../../src/chat/wording/sheet.ts'
import { countSources, tellFinding, tellHealth } from '../../../src/chat/wording/source.ts'
import { type Look, own, quote, tellFact } from '../../../src/chat/wording/span.ts'
import { labelOutlet, tellReport, tellStory, tellTimes } from '../../../src/chat/wording/story.ts'
import type { StoryCard, StoryReport } from '../../../src/records/briefing.ts'
import type { CommandHelp, SearchResults, SourceHealth } from '../../../src/records/message.ts'
import type { HealthState } from '../../../src/records/source.ts'
import { say } from '../../../src/words/say.ts'
import { timesIn } from '../../../src/words/times.ts'
import { flow } from '../text/flow.ts'
import { paint } from '../text/paint.ts'
import { drawBriefing, drawChanges } from './briefing.ts'
import { drawAddress, drawFacts, drawHeading, type View } from './parts.ts'

/** Draws a short text and keeps its line breaks. */
export function drawNotice(notice: Notice, view: View): string[] {
  return tellNotice(notice).flatMap((line) => {
    const lines = flow(line, view)
    return lines.length === 0 ? [''] : lines
  })
}

/** Draws the help: all commands with examples. */
export function drawHelp(commands: readonly CommandHelp[], view: View): string[] {
  return [
    ...flow([own(say('help.title', view.language), 'title')], view),
    ...commands.flatMap((command) => [
      '',
      ...flow([quote(command.words, 'headline')], { ...view, first: '  ', rest: '    ' }),
      ...flow([own(command.summary)], { ...view, first: '    ' }),
      ...command.examples.flatMap((example) =>
        flow([own(say('help.example', view.language, { example }), 'quiet')], { ...view, first: '    ' }),
      ),
      ...(command.options ?? []).flatMap(({ name, help }) =>
        flow(tellFact(own(name, 'mark'), own(help), view.language), {
          ...view,
          first: '    ',
          rest: '      ',
        }),
      ),
    ]),
  ]
}

/** Draws search results in the given order (best first). */
export function drawSearch(results: SearchResults, zone: string, view: View): string[] {
  const { title, hits, after } = tellSearch(results, timesIn(zone, view.language).instant, view.language)
  return [
    ...flow(title, view),
    ...hits.flatMap((hit, index) => ['', ...drawHit(hit, index + 1, view)]),
    ...(after.length === 0 ? [] : ['', ...after.flatMap((line) => flow(line, view))]),
  ]
}

function drawHit({ title, facts, snippet, url }: ToldHit, number: number, view: View): string[] {
  const first = `${view.number(number).padStart(2)}  `
  const indent = ' '.repeat(first.length)
  return [
    ...flow([title], { ...view, first, rest: indent }),
    ...drawFacts(facts, indent, view),
    ...flow(snippet, { ...view, first: indent }),
    ...drawAddress(url, indent, view),
  ]
}

/** Draws a document of facts: title, lines, parts. A new subscription is followed by its first briefing. */
export function drawSheet(message: SheetMessage, view: View): string[] {
  const { title, lines, parts } = sheetOf(message)
  const first = message.kind === 'subscription' ? message.first : null
  const indented = { ...view, first: '  ', rest: '  ' }
  return [
    ...flow(title, view),
    ...lines.flatMap((line) => flow(line, view)),
    ...parts.flatMap((part) => [
      '',
      ...flow(part.heading, view),
      ...part.lines.flatMap((line) => flow(line, indented)),
    ]),
    ...(first === null ? [] : ['', ...drawBriefing(first, view)]),
  ]
}

const LOOKS: Readonly<Record<HealthState, Look>> = {
  active: 'new',
  failing: 'error',
  gone: 'error',
  silent: 'updated',
  moved: 'updated',
  paused: 'quiet',
  unread: 'quiet',
}

/** Draws the state of the sources: a count of each state, then every source. */
export function drawSources(sources: readonly SourceHealth[], zone: string, view: View): string[] {
  const time = timesIn(zone, view.language).instant
  const { title, counts } = countSources(sources, view.language, (state) => LOOKS[state])
  const widths = sources.map(({ state }) => stringWidth(say(`state.${state}`, view.language)))
  const column = Math.max(0, ...widths) + 2
  return [
    ...flow(title, view),
    ...drawFacts(counts, '', view),
    '',
    ...sources.flatMap((source) => drawSource(source, column, time, view)),
  ]
}

function drawSource(
  source: SourceHealth,
  column: number,
  time: (at: number) => string,
  view: View,
): string[] {
  const state = say(`state.${source.state}`, view.language)
  const indent = ' '.repeat(column)
  const numbers = Object.values(tellHealth(source, time, view.language))
    .filter((text) => text !== null)
    .map((text) => [own(text, 'quiet')])
  const label = paint(state, LOOKS[source.state], null, view) + ' '.repeat(column - stringWidth(state))
  const facts = [labelOutlet({ ...source, url: null }, view.language), ...numbers]
  const { finding } = source
  return [
    ...drawFacts(facts, indent, view, label),
    ...(finding === null
      ? []
      : flow([own(tellFinding(finding, time, view.language))], { ...view, first: indent })),
  ]
}

/** Draws a complete story: its summary, what changed, and every report in chronological order. */
export function drawStoryCard(story: StoryCard, zone: string, view: View): string[] {
  const time = timesIn(zone, view.language).instant
  const { headline, sentences, changes, tags, id } = tellStory(story, time, view, 'title')
  return [
    ...flow(headline, view),
    ...drawFacts([...tags, ...id], '', view),
    ...drawFacts(tellTimes(story, time, view.language), '', view),
    ...spaced(sentences.flatMap((paragraph) => flow(paragraph, view))),
    ...spaced(drawChanges(changes, '', view)),
    ...spaced(drawHeading(say('story.timeline', view.language), view)),
    ...story.reports.flatMap((report) => ['', ...drawReport(report, time, view)]),
  ]
}

function drawReport(report: StoryReport, time: (at: number) => string, view: View): string[] {
  const { outlet, when } = tellReport(report, time, view)
  const indent = '    '
  return [
    ...drawFacts([outlet, when], '', view),
    ...flow([quote(report.title, 'headline')], { ...view, first: indent }),
    ...(report.lead === null ? [] : flow([quote(report.lead)], { ...view, first: indent })),
    ...drawAddress(report.url, indent, view),
  ]
}

/** Adds a blank line before the lines, if there are any. */
function spaced(lines: string[]): string[] {
  return lines.length === 0 ? [] : ['', ...lines]
}
