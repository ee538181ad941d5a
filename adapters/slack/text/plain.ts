import type { types } from '@slack/bolt'
import type { Line, Span } from '../../../src/chat/wording/span.ts'
import { shorten } from '../../../src/text/shorten.ts'
import { harmless } from '../../../src/words/harmless.ts'
import { isolate } from '../../../src/words/direction.ts'

/** The text of a span as it is shown: harmless, words of others in their own direction. */
export function shown({ text, quoted = false }: Span, rightToLeft: boolean): string {
  const plain = harmless(text)
  return quoted && plain !== '' ? isolate(plain, rightToLeft) : plain
}

/** Spans as text without any markup. */
export function plain(spans: Line, rightToLeft: boolean): string {
  return spans.map((span) => shown(span, rightToLeft)).join('')
}

/** Text that Slack shows as it is: no markup, no `:emoji:` names. */
export const plainText = (text: string): types.PlainTextElement => ({
  type: 'plain_text',
  text,
  emoji: false,
})

/** The same of at most `most` UTF-16 units; only for what is told whole elsewhere. */
export const shortText = (text: string, most: number): types.PlainTextElement =>
  plainText(shorten(text, most))

/** Text in which Slack finds no mention, no link and no entity (https://docs.slack.dev/messaging/formatting-message-text). */
export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Whether a text holds signs that mrkdwn would take for its own. It has no way to escape them, unlike `&`, `<` and `>`. */
export function hasMarkup(text: string): boolean {
  return MARKUP.test(text)
}

/** Bold, italic, struck and code; the bar of a link; a named emoji; a quotation. */
const MARKUP = /[*_~`|]|:[^\s:]+:|^\s*>/u

/** The id in `slack:T012AB3CD/C012AB3CD`; null for direct messages, names, and channels elsewhere. */
export function channelId(destination: string | undefined): string | null {
  return /^slack:(?:[A-Z0-9]+\/)?([CG][A-Z0-9]+)$/u.exec(destination ?? '')?.[1] ?? null
}
