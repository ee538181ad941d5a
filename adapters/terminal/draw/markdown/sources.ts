import type { SourceHealth } from '../../../../src/records/message.ts'
import type { RootContent } from 'mdast'
import { labelOutlet } from '../../../../src/chat/wording/outlet.ts'
import { say } from '../../../../src/words/say.ts'
import { tellFinding } from '../../../../src/chat/wording/finding.ts'
import { dotted, own } from '../../../../src/chat/wording/pieces.ts'
import { tellHealth } from '../../../../src/chat/wording/source.ts'
import { timesIn } from '../../../../src/words/times.ts'
import { heading, phrasing, row, text } from './nodes.ts'
import type { Page } from './page.ts'

/** What is read and how it fares, as a table. */
export function writeSources(sources: readonly SourceHealth[], zone: string, page: Page): RootContent[] {
  const time = timesIn(zone, page.language).instant
  const titles = (['state', 'source', 'news', 'remark'] as const).map((name) => [
    text(say(`sources.column.${name}`, page.language)),
  ])
  const rows = sources.map((source) => {
    const health = Object.values(tellHealth(source, time, page.language)).filter((told) => told !== null)
    return row(
      [
        [own(say(`state.${source.state}`, page.language))],
        labelOutlet({ ...source, url: null }, page.language),
        dotted(health.map((told) => [own(told)])),
        [own(source.finding === null ? '' : tellFinding(source.finding, page.language))],
      ].map((spans) => phrasing(spans, page.rightToLeft)),
    )
  })
  return [
    heading(1, [text(say('sources.title', page.language, { count: sources.length }))]),
    { type: 'table', children: [row(titles), ...rows] },
  ]
}
