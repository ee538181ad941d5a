import type { SourceHealth } from '../../../src/records/message.ts'
import { tellFinding } from '../../../src/chat/wording/finding.ts'
import { labelOutlet } from '../../../src/chat/wording/outlet.ts'
import { dotted, own } from '../../../src/chat/wording/pieces.ts'
import { tellHealth } from '../../../src/chat/wording/source.ts'
import { say } from '../../../src/words/say.ts'
import { timesIn } from '../../../src/words/times.ts'
import { MOST_SOURCES } from '../limits.ts'
import { plain } from '../text/plain.ts'
import { drawContext } from './context.ts'
import type { Draft } from './draft.ts'
import { drawTitle } from './heading.ts'
import type { Page } from './page.ts'
import { drawTables } from './table.ts'

/** What is read and how it fares: a count of each state, then the sources in a table. */
export function drawSources(sources: readonly SourceHealth[], zone: string, page: Page): Draft {
  const { language, rightToLeft } = page
  const time = timesIn(zone, language).instant
  const title = [own(say('sources.title', language, { count: sources.length }))]
  const counts = [...Map.groupBy(sources, ({ state }) => state)].map(([state, { length }]) => [
    own(say('sources.count', language, { count: length, state: say(`state.${state}`, language) })),
  ])
  const titles = (['state', 'source', 'news', 'remark'] as const).map((name) => [
    own(say(`sources.column.${name}`, language), 'title'),
  ])
  const shown = mostWanted(sources)
  const rest = sources.length - shown.length
  const rows = shown.map((source) => [
    [own(say(`state.${source.state}`, language))],
    labelOutlet({ ...source, url: null }, language),
    dotted(
      Object.values(tellHealth(source, time, language))
        .filter((told) => told !== null)
        .map((told) => [own(told)]),
    ),
    [own(source.finding === null ? '' : tellFinding(source.finding, language))],
  ])
  return {
    text: plain(title, rightToLeft),
    main: [
      [...drawTitle(title, rightToLeft), ...drawContext(counts, rightToLeft)],
      ...drawTables([titles, ...rows], rightToLeft).map((table) => [table]),
      ...(rest === 0
        ? []
        : [drawContext([[own(say('sources.more', language, { count: rest }))]], rightToLeft)]),
    ],
    thread: [],
  }
}

/** All of them, or those that somebody should look at before the others, where all would fill a channel. */
function mostWanted(sources: readonly SourceHealth[]): readonly SourceHealth[] {
  if (sources.length <= MOST_SOURCES) return sources
  const [ill = [], well = []] = [true, false].map((isIll) =>
    sources.filter(({ finding }) => (finding !== null) === isIll),
  )
  return [...ill, ...well].slice(0, MOST_SOURCES)
}
