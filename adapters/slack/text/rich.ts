import type { types } from '@slack/bolt'
import type { Look, Span } from '../../../src/chat/wording/span.ts'
import { TEXT } from '../limits.ts'
import { weigh } from './weigh.ts'
import { cut } from './cut.ts'
import { linkable } from './linkable.ts'
import { lead } from './lead.ts'
import { channelId } from './channel-id.ts'
import { shown } from './plain.ts'

/** A line of a rich text; a set-off one has a bar at its side. */
export interface Line {
  readonly spans: readonly Span[]
  readonly setOff?: boolean
}

type Style = NonNullable<types.RichTextText['style']>

const STYLES: Readonly<Partial<Record<Look, Style>>> = {
  title: { bold: true },
  section: { bold: true },
  headline: { bold: true },
  new: { bold: true },
  updated: { bold: true },
  mark: { code: true },
  warning: { bold: true },
  error: { bold: true },
}

/**
 * Lines as rich text, in as few blocks as hold them. A rich text has no markup: whatever a feed writes is shown as it is, and
 * no mention, link or emoji can come of it. Only a channel that we name ourselves is shown by its name.
 */
export function richText(lines: readonly Line[], rightToLeft: boolean): readonly types.RichTextBlock[] {
  const blocks: types.RichTextBlock[] = []
  let room = 0
  for (const { spans, setOff = false } of lines) {
    for (const run of cut(lead(spans.map(linkable), rightToLeft), TEXT)) {
      const element: types.RichTextBlockElement = {
        type: setOff ? 'rich_text_quote' : 'rich_text_section',
        elements: richElements(run, rightToLeft),
      }
      if (element.elements.length === 0) continue
      const weight = weigh(element)
      const last = blocks.at(-1)
      if (last !== undefined && weight <= room) last.elements.push(element)
      else {
        blocks.push({ type: 'rich_text', elements: [element] })
        room = TEXT
      }
      room -= weight
    }
  }
  return blocks
}

/** Spans as the elements of one line. */
export function richElements(spans: readonly Span[], rightToLeft: boolean): types.RichTextElement[] {
  const elements: types.RichTextElement[] = []
  for (const span of spans) {
    const text = shown(span, rightToLeft)
    if (text === '') continue
    const { look, url = null, whole = false } = span
    // The number of an outlet is a mark that stays whole; what one can type is set as code.
    const style = look === undefined || (look === 'mark' && whole) ? undefined : STYLES[look]
    const styled = style === undefined ? {} : { style }
    const last = elements.at(-1)
    const id = channelId(span.channel)
    if (id !== null) elements.push({ type: 'channel', channel_id: id })
    else if (url !== null) elements.push({ type: 'link', url, text, ...styled })
    else if (last?.type === 'text' && last.style === style) last.text += text
    else elements.push({ type: 'text', text, ...styled })
  }
  return elements
}
