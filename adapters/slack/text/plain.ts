import type { types } from '@slack/bolt'
import type { Line, Span } from '../../../src/chat/wording/span.ts'
import { shorten } from '../../../src/text/shorten.ts'
import { harmless } from '../../../src/words/harmless.ts'
import { isolate } from '../../../src/words/direction.ts'

/** A span's text as shown: made harmless, with quoted text isolated in its own direction. */
export function shown({ text, quoted = false }: Span, rightToLeft: boolean): string {
  const plain = harmless(text)
  return quoted && plain !== '' ? isolate(plain, rightToLeft) : plain
}

/** Joins spans into text without markup. */
export function plain(spans: Line, rightToLeft: boolean): string {
  return spans.map((span) => shown(span, rightToLeft)).join('')
}

/** Text that Slack shows literally: no markup, no `:emoji:` names. */
export const plainText = (text: string): types.PlainTextElement => ({
  type: 'plain_text',
  text,
  emoji: false,
})

/** The same, shortened to `most` UTF-16 units; only for text that is complete elsewhere. */
export const shortText = (text: string, most: number): types.PlainTextElement =>
  plainText(shorten(text, most))

/**
 * Escapes text so that Slack finds no mention, link or entity in it
 * (https://docs.slack.dev/messaging/formatting-message-text).
 */
export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/**
 * Whether a text has characters that mrkdwn would interpret. Unlike `&`, `<` and `>`, they cannot be escaped.
 */
export function hasMarkup(text: string): boolean {
  return MARKUP.test(text)
}

/** Bold, italic, strikethrough and code; the separator of a link; a named emoji; a quotation. */
const MARKUP = /[*_~`|]|:[^\s:]+:|^\s*>/u

/** The id in `slack:T012AB3CD/C012AB3CD`; null for direct messages, names, and channels elsewhere. */
export function channelId(destination: string | undefined): string | null {
  return /^slack:(?:[A-Z0-9]+\/)?([CG][A-Z0-9]+)$/u.exec(destination ?? '')?.[1] ?? null
}
