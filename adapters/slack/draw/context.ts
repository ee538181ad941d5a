import type { types } from '@slack/bolt'
import { dotted } from '../../../src/chat/wording/pieces.ts'
import type { Span } from '../../../src/chat/wording/span.ts'
import { CONTEXT_ELEMENTS, LINK, TEXT } from '../limits.ts'
import { weigh } from '../weigh.ts'
import { cut } from '../text/cut.ts'
import { escape } from '../text/escape.ts'
import { plainText, shown } from '../text/plain.ts'

/**
 * Short facts in small print, a dot between neighbours. Links need mrkdwn here, and mrkdwn cannot escape its own signs (`*`, `_`,
 * `~`, backticks, `:emoji:`): text that has some is drawn plain, without its link.
 */
export function drawContext(
  facts: readonly (readonly Span[])[],
  rightToLeft: boolean,
): readonly types.ContextBlock[] {
  const blocks: types.ContextBlock[] = []
  let elements: types.TextObject[] = []
  for (const run of cut(dotted(facts), TEXT / 2)) {
    for (const element of elementsOf(run, rightToLeft)) {
      if (elements.length === CONTEXT_ELEMENTS || weigh(elements) + weigh(element) > TEXT) {
        blocks.push({ type: 'context', elements })
        elements = []
      }
      elements.push(element)
    }
  }
  return elements.length === 0 ? blocks : [...blocks, { type: 'context', elements }]
}

function elementsOf(spans: readonly Span[], rightToLeft: boolean): readonly types.TextObject[] {
  const elements: types.TextObject[] = []
  for (const span of spans) {
    const text = shown(span, rightToLeft)
    const isPlain = MARKUP.test(text)
    const drawn = isPlain ? text : link(escape(text), span.url ?? null)
    const last = elements.at(-1)
    if (last?.type === (isPlain ? 'plain_text' : 'mrkdwn')) last.text += drawn
    else if (drawn.trim() !== '')
      elements.push(isPlain ? plainText(drawn) : { type: 'mrkdwn', text: drawn, verbatim: true })
  }
  return elements
}

const MARKUP = /[*_~`]|:[^\s:]+:|^\s*>/u

function link(label: string, url: string | null): string {
  if (url === null || url.length > LINK || label.trim() === '') return label
  return `<${escape(url).replaceAll('|', '%7C')}|${label}>`
}
