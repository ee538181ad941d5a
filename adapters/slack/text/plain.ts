import type { types } from '@slack/bolt'
import type { Span } from '../../../src/chat/wording/span.ts'
import { harmless } from '../../../src/words/harmless.ts'
import { isolate } from '../../../src/words/isolate.ts'

/** The text of a span as it is shown: harmless, words of others in their own direction. */
export function shown({ text, quoted = false }: Span, rightToLeft: boolean): string {
  const plain = harmless(text)
  return quoted && plain !== '' ? isolate(plain, rightToLeft) : plain
}

/** Spans as text without any markup. */
export function plain(spans: readonly Span[], rightToLeft: boolean): string {
  return spans.map((span) => shown(span, rightToLeft)).join('')
}

/** Text that Slack shows as it is: no markup, no `:emoji:` names. */
export const plainText = (text: string): types.PlainTextElement => ({
  type: 'plain_text',
  text,
  emoji: false,
})
