import type { types } from '@slack/bolt'
import { dotted } from '../../../src/chat/wording/pieces.ts'
import type { Span } from '../../../src/chat/wording/span.ts'
import { CONTEXT_ELEMENTS, TEXT } from '../limits.ts'
import { cut } from '../text/cut.ts'
import { escape } from '../text/escape.ts'
import { hasMarkup } from '../text/has-markup.ts'
import { lead } from '../text/lead.ts'
import { plainText, shown } from '../text/plain.ts'
import { weigh } from '../text/weigh.ts'

/**
 * Short facts in small print, a dot between neighbours. Links need mrkdwn here; text that would be markup in it is drawn plain,
 * without its link.
 */
export function drawContext(
  facts: readonly (readonly Span[])[],
  rightToLeft: boolean,
): readonly types.ContextBlock[] {
  const blocks: types.ContextBlock[] = []
  for (const element of drawElements(lead(dotted(facts), rightToLeft), rightToLeft)) {
    const last = blocks.at(-1)
    const fits =
      last !== undefined && last.elements.length < CONTEXT_ELEMENTS && weigh(last) + weigh(element) <= TEXT
    if (fits) last.elements.push(element)
    else blocks.push({ type: 'context', elements: [element] })
  }
  return blocks
}

function drawElements(spans: readonly Span[], rightToLeft: boolean): readonly types.TextObject[] {
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

/** Of a name, so that with every sign escaped (`&amp;`) and its address it stays below `TEXT`. */
const PIECE = 300
const LONGEST_ADDRESS = 1000

function link(label: string, url: string | null): string {
  const address = url === null ? null : escape(url).replaceAll('|', '%7C')
  return address === null || address.length > LONGEST_ADDRESS || label.trim() === ''
    ? label
    : `<${address}|${label}>`
}
