import type { Look, Span } from '../../../src/chat/wording/span.ts'
import { harmless } from '../../../src/words/harmless.ts'
import { isolate } from '../../../src/words/isolate.ts'
import { LINK, LINK_FACE } from '../limits.ts'
import { showTimes } from './clock.ts'
import { escapeBeginning, escapeMarkdown } from './escape.ts'
import type { Line } from './line.ts'

/** https://support.discord.com/hc/en-us/articles/210298617 */
const BEGINNINGS: Readonly<Record<Line['as'], string>> = {
  title: '## ',
  heading: '### ',
  text: '',
  small: '-# ',
  aside: '> ',
}

const STRONG = new Set<Look | undefined>([
  'title',
  'section',
  'headline',
  'new',
  'updated',
  'warning',
  'error',
])
const RIGHT_TO_LEFT_MARK = '\u200f'

/** A line as Discord Markdown; nothing where nothing is to be read. A mark gives it the reader's direction, whatever it begins with. */
export function writeLine({ as, spans }: Line, rightToLeft: boolean): string {
  const isHeading = as === 'title' || as === 'heading'
  const written = spans
    .flatMap(withFace)
    .map((span) => writeSpan(span, rightToLeft, isHeading))
    .join('')
    .trim()
  if (written === '') return ''
  return BEGINNINGS[as] + (rightToLeft ? RIGHT_TO_LEFT_MARK : '') + escapeBeginning(written)
}

/**
 * A span whose text can be the face of its link, or its text with an arrow behind it that leads there: Discord makes no link of a face that looks
 * like an address, nor of one with stray brackets. A number in brackets is ours.
 */
export function withFace(span: Span): readonly Span[] {
  const { text, url = null } = span
  if (url === null) return [span]
  const plain = { ...span, url: null }
  if (url.length > LINK) return [plain]
  const isFace =
    text.length <= LINK_FACE && (/^\[[^[\]]*\]$/.test(text) || !/[[\]\\]|:\/\//.test(harmless(text)))
  return isFace ? [span] : [plain, { text: ' ' }, { text: '↗', url }]
}

/** A span as Discord Markdown. Its text, wherever it is from, can only be read; only our own words hold times. */
export function writeSpan(span: Span, rightToLeft: boolean, isHeading: boolean): string {
  const { quoted = false, look, url = null, channel } = span
  // The client shows its name: https://docs.discord.com/developers/reference#message-formatting
  const id = /^discord:\d+\/(\d+)$/.exec(channel ?? '')?.[1]
  if (id !== undefined) return `<#${id}>`
  const plain = harmless(span.text)
  if (plain.trim() === '') return plain
  const escaped = escapeMarkdown(plain)
  const directed = quoted ? isolate(escaped, rightToLeft) : showTimes(escaped)
  const strong = STRONG.has(look) && !isHeading ? embolden(directed) : directed
  return url === null ? strong : `[${strong}](${writeAddress(url)})`
}

/** Asterisks beside a blank are no markup. */
function embolden(text: string): string {
  const word = text.trim()
  const from = text.indexOf(word)
  return `${text.slice(0, from)}**${word}**${text.slice(from + word.length)}`
}

/** Brackets would end the link; a backslash would take the meaning of what follows. */
function writeAddress(url: string): string {
  return url.replace(/[()\\<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
