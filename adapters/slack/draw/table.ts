import type { types } from '@slack/bolt'
import type { Span } from '../../../src/chat/wording/span.ts'
import { MESSAGE_TEXT, TABLE_ROWS, TABLE_TEXT, TEXT } from '../limits.ts'
import { cut } from '../text/cut.ts'
import { linkable } from '../text/linkable.ts'
import { lead } from '../text/lead.ts'
import { richElements } from '../text/rich.ts'
import { weigh } from '../text/weigh.ts'

/** A row as its cells. */
type Row = readonly (readonly Span[])[]

type Cells = types.TableBlock['rows'][number]

/**
 * Rows as a table, the first of them its titles; as several with the titles repeated where one is too small. A cell that is longer
 * than a text may be goes on in the next row.
 */
export function drawTables(rows: readonly Row[], rightToLeft: boolean): readonly types.TableBlock[] {
  const [titles = [], ...body] = rows
  const head = drawRow(titles, rightToLeft)
  const tables: { rows: Cells[]; room: number }[] = []
  for (const cells of body
    .flatMap((row) => continued(row, rightToLeft))
    .map((row) => drawRow(row, rightToLeft))) {
    const last = tables.at(-1)
    const weight = weigh(cells)
    if (last !== undefined && last.rows.length < TABLE_ROWS && weight <= last.room) {
      last.rows.push(cells)
      last.room -= weight
    } else tables.push({ rows: [head, cells], room: ROOM - weigh(head) - weight })
  }
  return tables.map((table) => ({
    type: 'table',
    rows: table.rows,
    column_settings: titles.map(() => ({ is_wrapped: true, align: rightToLeft ? 'right' : 'left' })),
  }))
}

/** Below Slack's limit, so that titles and small print of the same message find room. */
const ROOM = Math.min(TABLE_TEXT, MESSAGE_TEXT - TEXT)

function drawRow(row: Row, rightToLeft: boolean): Cells {
  return row.map((spans): Cells[number] => {
    const elements = richElements(spans, rightToLeft)
    // An empty cell is refused.
    if (elements.length === 0) return { type: 'raw_text', text: ' ' }
    return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }
  })
}

function continued(row: Row, rightToLeft: boolean): readonly Row[] {
  const cells = row.map((spans) => cut(lead(spans.map(linkable), rightToLeft), TEXT))
  const height = Math.max(1, ...cells.map((runs) => runs.length))
  return Array.from({ length: height }, (_, index) => cells.map((runs) => runs[index] ?? []))
}
