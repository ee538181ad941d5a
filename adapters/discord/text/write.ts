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

/** https://support.discord.com/hc/en-us/articles/210298617 */
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

/** A line as Discord Markdown; nothing where nothing is to be read. A mark gives it its direction, whatever it begins with. */
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

/** The mark of the direction in which a line runs: the reader's, unless all that it says is quoted from one that runs the other way. */
function directionOf(spans: Line, rightToLeft: boolean): string {
  const told = spans.filter(({ text, channel }) => channel !== undefined || /\p{L}/u.test(harmless(text)))
  const isTurned =
    told.length > 0 && told.every(({ quoted, text }) => quoted && startsRightToLeft(text) !== rightToLeft)
  const isRightToLeft = isTurned ? !rightToLeft : rightToLeft
  if (isRightToLeft) return RIGHT_TO_LEFT_MARK
  return isTurned ? LEFT_TO_RIGHT_MARK : ''
}

/**
 * A span whose text can be the face of its link, or its text with an arrow behind it that leads there: Discord makes no link of a face that looks
 * like an address, nor of one with stray brackets. A number in brackets is ours.
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

/**
 * Harmless text as Discord Markdown that shows the same characters and makes nothing of them: no mention, no link, no emphasis, spoiler or code,
 * no custom emoji, timestamp or command. A backslash before a sign takes its meaning. https://support.discord.com/hc/en-us/articles/210298617
 */
function escapeMarkdown(text: string): string {
  return text.replace(SIGNS, String.raw`\$&`).replace(COLON_OF_ADDRESS_OR_EMOJI, String.raw`\:`)
}

/** A line that begins no heading, quotation, list or small print. */
function escapeBeginning(line: string): string {
  return line.replace(BLOCK_SIGN, String.raw`$1\$2`)
}

/** Discord's own pattern of a link looks past backslashes for its end: what must not follow a bracket is a round one. */
const SIGNS = /[\\*_~|`<>[\]@]|(?<=\])\(/g

/** `https://`, `mailto:` and `:tada:`; a colon before a blank or in a time of day stays as it is. */
const COLON_OF_ADDRESS_OR_EMOJI = /:(?=\/|[^\s:]+:)|(?<=\b(?:mailto|tel|sip)):/gi

const BLOCK_SIGN = /^(\d*)([#+.)-])/

/**
 * Instants (milliseconds since 1970) on the clock of whoever reads: https://docs.discord.com/developers/reference#message-formatting-timestamp-styles.
 * The phrases of `src/chat/wording` take them as text, and what they give is escaped; so until then an instant is held between two
 * characters that Unicode keeps free for such use inside a program.
 */

/** "2 hours ago". */
export function relative(at: number): string {
  return hold(at, 'R')
}

/** "24 November 2026 08:00". */
export function dated(at: number): string {
  return hold(at, 'f')
}

/** Our own text, escaped, with the times in it as `<t:1795496400:R>`. */
function showTimes(text: string): string {
  return text.replace(
    HELD,
    (_held, seconds: string, dated: string) => `<t:${seconds}:${dated === '' ? 'R' : 'f'}>`,
  )
}

/** The style is no letter: a letter would have a direction. */
function hold(at: number, style: 'R' | 'f'): string {
  return `\ufdd0${Math.floor(at / 1000)}\ufdd1${style === 'f' ? '\ufdd1' : ''}`
}

const HELD = /\ufdd0(-?\d{1,12})\ufdd1(\ufdd1?)/g

/** A line of a message: `small` stands back, `aside` has a bar at its side. */
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
 * Spans as text where Discord reads no Markdown (labels, names of threads), of at most `most` characters: what is
 * longer ends behind a word.
 */
export function plain(spans: Line, most: number): string {
  return shorten(harmless(spans.map((span) => span.text).join('')).trim(), most)
}
