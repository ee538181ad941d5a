import stringWidth from 'string-width'
import type { HealthState } from '../../../src/records/source.ts'
import type { SourceHealth } from '../../../src/records/message.ts'
import { flow } from '../text/flow.ts'
import { paint } from '../text/paint.ts'
import { labelOutlet } from '../../../src/chat/wording/outlet.ts'
import { say } from '../../../src/words/say.ts'
import { tellFinding } from '../../../src/chat/wording/finding.ts'
import { own } from '../../../src/chat/wording/pieces.ts'
import { tellHealth } from '../../../src/chat/wording/source.ts'
import type { Look } from '../../../src/chat/wording/span.ts'
import { timesIn } from '../../../src/words/times.ts'
import { drawFacts } from './facts.ts'
import type { View } from './view.ts'

const LOOKS: Readonly<Record<HealthState, Look>> = {
  active: 'new',
  failing: 'error',
  gone: 'error',
  silent: 'updated',
  moved: 'updated',
  paused: 'quiet',
  unread: 'quiet',
}

/** What is read and how it fares: a count of each state, then every source. */
export function drawSources(sources: readonly SourceHealth[], zone: string, view: View): string[] {
  const time = timesIn(zone, view.language).instant
  const states = Map.groupBy(sources, (source) => source.state)
  const counts = [...states].map(([state, { length }]) => [
    own(
      say('sources.count', view.language, { count: length, state: say(`state.${state}`, view.language) }),
      LOOKS[state],
    ),
  ])
  const column =
    Math.max(0, ...[...states.keys()].map((state) => stringWidth(say(`state.${state}`, view.language)))) + 2
  return [
    ...flow([own(say('sources.title', view.language, { count: sources.length }), 'title')], view),
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
    ...(finding === null ? [] : flow([own(tellFinding(finding, view.language))], { ...view, first: indent })),
  ]
}
