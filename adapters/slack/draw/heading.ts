import type { Span } from '../../../src/chat/wording/span.ts'
import type { Block } from './block.ts'
import { HEADER_TEXT } from '../limits.ts'
import { plain, plainText } from '../text/plain.ts'
import { richText } from '../text/rich.ts'

/** The title of a message: large where Slack's header can hold it, else bold. */
export function drawTitle(spans: readonly Span[], rightToLeft: boolean): readonly Block[] {
  const text = plain(spans, rightToLeft)
  const isLarge =
    text.trim() !== '' && text.length <= HEADER_TEXT && spans.every(({ url = null }) => url === null)
  if (isLarge) return [{ type: 'header', text: plainText(text) }]
  return richText([{ spans: spans.map((span) => ({ ...span, look: 'title' })) }], rightToLeft)
}

/** The title of a part of a message, under a rule. */
export function drawHeading(spans: readonly Span[], rightToLeft: boolean): readonly Block[] {
  return [{ type: 'divider' }, ...richText([{ spans }], rightToLeft)]
}
