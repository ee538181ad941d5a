import type { Line, Look, Span } from '../../../src/chat/wording/span.ts'
import { shorten } from '../../../src/text/shorten.ts'
import { harmless } from '../../../src/words/harmless.ts'
import {
  isolate,
  LEFT_TO_RIGHT_MARK,
  RIGHT_TO_LEFT_MARK,
  startsRightToLeft,
} from '../../../src/words/direction.ts'
import { LINK, LINK_FACE } from '../limits.ts'

/** Markdown at the beginning of a line. https://support.discord.com/hc/en-us/articles/210298617 */
const BEGINNINGS: Readonly<Record<MarkedLine['as'], string>> = {
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

/**
 * Writes a line as Discord Markdown; empty if it has no visible text. A direction mark sets its direction,
 * whatever its first character is.
 */
export function writeLine({ as, spans }: MarkedLine, rightToLeft: boolean): string {
  const isHeading = as === 'title' || as === 'heading'
  const written = spans
    .flatMap(withFace)
    .map((span) => writeSpan(span, rightToLeft, isHeading))
    .join('')
    .trim()
  if (written === '') return ''
  return BEGINNINGS[as] + directionOf(spans, rightToLeft) + escapeBeginning(written)
}

/**
 * The direction mark of a line: the reader's direction, unless the whole line quotes text that runs the other
 * way.
 */
function directionOf(spans: Line, rightToLeft: boolean): string {
  const worded = spans.filter(({ text, channel }) => channel !== undefined || /\p{L}/u.test(harmless(text)))
  const isTurned =
    worded.length > 0 && worded.every(({ quoted, text }) => quoted && startsRightToLeft(text) !== rightToLeft)
  const isRightToLeft = isTurned ? !rightToLeft : rightToLeft
  if (isRightToLeft) return RIGHT_TO_LEFT_MARK
  return isTurned ? LEFT_TO_RIGHT_MARK : ''
}

/**
 * Returns the span if its text can carry its link; otherwise the text followed by a linked arrow. Discord
 * makes no link of a text that looks like an address or has stray brackets. A number in brackets is our own
 * and can be linked.
 */
export function withFace(span: Span): Line {
  const { text, url = null } = span
  if (url === null) return [span]
  const plain = { ...span, url: null }
  if (url.length > LINK) return [plain]
  const isFace =
    text.length <= LINK_FACE && (/^\[[^[\]]*\]$/.test(text) || !/[[\]\\]|:\/\//.test(harmless(text)))
  return isFace ? [span] : [plain, { text: ' ' }, { text: '↗', url }]
}

/** Writes a span as Discord Markdown. No text can act as markup; only our own text can hold timestamps. */
export function writeSpan(span: Span, rightToLeft: boolean, isHeading: boolean): string {
  const { quoted = false, look, url = null, channel } = span
  // The client shows the channel's name. https://docs.discord.com/developers/reference#message-formatting
  const id = /^discord:\d+\/(\d+)$/.exec(channel ?? '')?.[1]
  if (id !== undefined) return `<#${id}>`
  const plain = harmless(span.text)
  if (plain.trim() === '') return plain
  const escaped = escapeMarkdown(plain)
  const directed = quoted ? isolate(escaped, rightToLeft) : showTimes(escaped)
  const strong = STRONG.has(look) && !isHeading ? embolden(directed) : directed
  return url === null ? strong : `[${strong}](${writeAddress(url)})`
}

/** Asterisks next to a space are no markup, so outer spaces stay outside. */
function embolden(text: string): string {
  const word = text.trim()
  const from = text.indexOf(word)
  return `${text.slice(0, from)}**${word}**${text.slice(from + word.length)}`
}

/** Parentheses would end the link, and a backslash would escape what follows. */
function writeAddress(url: string): string {
  return url.replace(/[()\\<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

/**
 * Escapes harmless text so that Discord shows the same characters and recognises nothing in them: no mention,
 * link, emphasis, spoiler, code, custom emoji, timestamp or command.
 * https://support.discord.com/hc/en-us/articles/210298617
 */
function escapeMarkdown(text: string): string {
  return text.replace(SIGNS, String.raw`\$&`).replace(COLON_OF_ADDRESS_OR_EMOJI, String.raw`\:`)
}

/** Escapes a beginning that would make a heading, quotation, list or small print. */
function escapeBeginning(line: string): string {
  return line.replace(BLOCK_SIGN, String.raw`$1\$2`)
}

/**
 * Discord's own link pattern ignores backslashes when it looks for the end, so a `(` after `]` is escaped
 * too.
 */
const SIGNS = /[\\*_~|`<>[\]@]|(?<=\])\(/g

/**
 * The colons of `https://`, `mailto:` and `:tada:`. One before a space or in a time of day stays as it is.
 */
const COLON_OF_ADDRESS_OR_EMOJI = /:(?=\/|[^\s:]+:)|(?<=\b(?:mailto|tel|sip)):/gi

const BLOCK_SIGN = /^(\d*)([#+.)-])/

/**
 * Instants (ms since 1970) that Discord shows on the reader's clock.
 * https://docs.discord.com/developers/reference#message-formatting-timestamp-styles The phrases of
 * `src/chat/wording` take times as text, and their result is escaped. Until then an instant is kept between
 * two Unicode noncharacters, which are reserved for use inside a program.
 */

/** Shown like "2 hours ago". */
export const relative = (at: number): string => holdPlace(at, '')

/** Shown like "24 November 2026 08:00". */
export const dated = (at: number): string => holdPlace(at, '\ufdd1')

/** Replaces the instants in our own escaped text with `<t:1795496400:R>`. */
function showTimes(text: string): string {
  return text.replace(
    HELD_PLACE,
    (_held, seconds: string, dated: string) => `<t:${seconds}:${dated === '' ? 'R' : 'f'}>`,
  )
}

/** A letter for the style would have a writing direction, so the style is a noncharacter or nothing. */
const holdPlace = (at: number, style: string): string => `\ufdd0${Math.floor(at / 1000)}\ufdd1${style}`

const HELD_PLACE = /\ufdd0(-?\d{1,12})\ufdd1(\ufdd1?)/g

/** A line of a message. `small` is less prominent; `aside` has a bar at its side. */
export interface MarkedLine {
  readonly as: 'title' | 'heading' | 'text' | 'small' | 'aside'
  readonly spans: Line
}

export const title = (spans: Line): MarkedLine => ({ as: 'title', spans })
export const heading = (spans: Line): MarkedLine => ({ as: 'heading', spans })
export const text = (spans: Line): MarkedLine => ({ as: 'text', spans })
export const small = (spans: Line): MarkedLine => ({ as: 'small', spans })
export const aside = (spans: Line): MarkedLine => ({ as: 'aside', spans })

/**
 * Joins spans into text for places without Markdown (labels, thread names), of at most `most` characters.
 * Longer text is cut after a word.
 */
export function plain(spans: Line, most: number): string {
  return shorten(harmless(spans.map((span) => span.text).join('')).trim(), most)
}
