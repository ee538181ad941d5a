import type { HealthState, SourceHealth } from '../../../src/chat/message.ts'
import stringWidth from 'string-width'
import { flow } from '../text/flow.ts'
import { words } from '../text/phrase.ts'
import { own, quote } from '../text/pieces.ts'
import type { Look } from '../text/span.ts'
import { timesIn } from '../text/times.ts'
import { drawFacts } from './facts.ts'
import { drawOutlet } from './outlet.ts'
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
    own(`${length} ${words(`state.${state}`)}`, LOOKS[state]),
  ])
  const column = Math.max(0, ...[...states.keys()].map((state) => stringWidth(words(`state.${state}`)))) + 2
  return [
    ...flow([own(words('sources.title', { count: sources.length }), 'title')], view),
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
  const state = words(`state.${source.state}`)
  const rest = ' '.repeat(column)
  const answered =
    source.lastSuccessAt === null
      ? words('sources.neverAnswered')
      : words('sources.answered', { time: time(source.lastSuccessAt) })
  const newest =
    source.newestEntryAt === null
      ? []
      : [own(words('sources.newest', { time: time(source.newestEntryAt) }), 'quiet')]
  const about = [
    drawOutlet({ ...source, url: null }, view),
    [own(words('sources.articles', { count: source.articles }), 'quiet')],
    newest,
    [own(answered, 'quiet')],
  ]
  const padding = ' '.repeat(column - stringWidth(state))
  const [label = ''] = flow([own(state, LOOKS[source.state])], view)
  const [first = '', ...more] = drawFacts(about, rest, view)
  return [
    label + padding + first.slice(rest.length),
    ...more,
    ...(source.remark === null ? [] : flow([quote(source.remark)], { ...view, first: rest })),
  ]
}
