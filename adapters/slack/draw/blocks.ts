import type { types } from '@slack/bolt'
import { inGroups } from '../../../src/chat/in-groups.ts'
import { dotted, type Line } from '../../../src/chat/wording/span.ts'
import { CONTEXT_ELEMENTS, HEADER_TEXT, MESSAGE_TEXT, TABLE_ROWS, TABLE_TEXT, TEXT } from '../limits.ts'
import { escape, hasMarkup, plain, plainText, shown } from '../text/plain.ts'
import { cut, lead, linkable, richElements, richText, weigh } from '../text/rich.ts'
import type { Block } from './drawing.ts'

/** Draws the title of a message: as a header if Slack's header can hold it, else in bold. */
export function drawTitle(spans: Line, rightToLeft: boolean): readonly Block[] {
  const text = plain(spans, rightToLeft)
  const isLarge =
    text.trim() !== '' && text.length <= HEADER_TEXT && spans.every(({ url = null }) => url === null)
  if (isLarge) return [{ type: 'header', text: plainText(text) }]
  return richText([spans.map((span) => ({ ...span, look: 'title' }))], rightToLeft)
}

/** Draws the title of a part of a message, below a rule. */
export function drawHeading(spans: Line, rightToLeft: boolean): readonly Block[] {
  return [{ type: 'divider' }, ...richText([spans], rightToLeft)]
}

/**
 * Draws short facts in small print, separated by dots. Links need mrkdwn here; text that mrkdwn would
 * interpret is drawn as plain text without its link.
 */
export function drawContext(facts: readonly Line[], rightToLeft: boolean): readonly types.ContextBlock[] {
  const elements = drawElements(lead(dotted(facts), rightToLeft), rightToLeft)
  return inGroups(elements, (those) => those.length <= CONTEXT_ELEMENTS && weigh(those) <= TEXT).map(
    (those) => ({ type: 'context', elements: those }),
  )
}

function drawElements(spans: Line, rightToLeft: boolean): readonly types.TextObject[] {
  const elements: types.TextObject[] = []
  for (const { url = null, ...span } of spans) {
    for (const piece of cut([span], PIECE).flat()) {
      const text = shown(piece, rightToLeft)
      const type = hasMarkup(text) ? 'plain_text' : 'mrkdwn'
      const drawn = type === 'plain_text' ? text : link(escape(text), url)
      const last = elements.at(-1)
      if (last?.type === type && last.text.length + drawn.length <= TEXT) last.text += drawn
      else if (drawn.trim() !== '')
        elements.push(type === 'plain_text' ? plainText(drawn) : { type, text: drawn, verbatim: true })
    }
  }
  return elements
}

/** Longest piece of a name: with every character escaped (`&amp;`) and its address it stays below `TEXT`. */
const PIECE = 300
const LONGEST_ADDRESS = 1000

function link(label: string, url: string | null): string {
  const address = url === null ? null : escape(url).replaceAll('|', '%7C')
  return address === null || address.length > LONGEST_ADDRESS || label.trim() === ''
    ? label
    : `<${address}|${label}>`
}

/** The cells of a row. */
type Row = readonly Line[]

type Cells = types.TableBlock['rows'][number]

/**
 * Draws rows as tables; the first row holds the titles. If one table is too small, further ones repeat the
 * titles. A cell longer than the text limit continues in the next row.
 */
export function drawTables(rows: readonly Row[], rightToLeft: boolean): readonly types.TableBlock[] {
  const [titles = [], ...body] = rows
  const head = drawRow(titles, rightToLeft)
  const drawn = body.flatMap((row) => continued(row, rightToLeft)).map((row) => drawRow(row, rightToLeft))
  const fits = (those: readonly Cells[]): boolean =>
    those.length < TABLE_ROWS && weigh(head) + weigh(those) <= TABLE_ROOM
  return inGroups(drawn, fits).map((those) => ({
    type: 'table',
    rows: [head, ...those],
    column_settings: titles.map(() => ({ is_wrapped: true, align: rightToLeft ? 'right' : 'left' })),
  }))
}

/** Below Slack's limit, to leave room for titles and small print in the same message. */
const TABLE_ROOM = Math.min(TABLE_TEXT, MESSAGE_TEXT - TEXT)

function drawRow(row: Row, rightToLeft: boolean): Cells {
  return row.map((spans): Cells[number] => {
    const elements = richElements(spans, rightToLeft)
    // Slack rejects an empty cell.
    if (elements.length === 0) return { type: 'raw_text', text: ' ' }
    return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }
  })
}

function continued(row: Row, rightToLeft: boolean): readonly Row[] {
  const cells = row.map((spans) => cut(lead(spans.map(linkable), rightToLeft), TEXT))
  const height = Math.max(1, ...cells.map((runs) => runs.length))
  return Array.from({ length: height }, (_, index) => cells.map((runs) => runs[index] ?? []))
}
