import type { types } from '@slack/bolt'
import { inGroups } from '../../../src/chat/in-groups.ts'
import type { Line, Look, Span } from '../../../src/chat/wording/span.ts'
import { startsRightToLeft } from '../../../src/words/direction.ts'
import { harmless } from '../../../src/words/harmless.ts'
import { LINK, TEXT } from '../limits.ts'
import { channelId, plain, shown } from './plain.ts'

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
 * Draws lines as rich text in as few blocks as possible. Rich text has no markup: text from feeds is shown
 * literally and cannot become a mention, link or emoji. Only channels that we name ourselves become channel
 * mentions. The lines of `setOff` follow, with a bar at their side.
 */
export function richText(
  lines: readonly Line[],
  rightToLeft: boolean,
  setOff: readonly Line[] = [],
): readonly types.RichTextBlock[] {
  const elements = [...lines, ...setOff]
    .flatMap((spans, index) =>
      cut(lead(spans.map(linkable), rightToLeft), TEXT).map((run): types.RichTextBlockElement => ({
        type: index < lines.length ? 'rich_text_section' : 'rich_text_quote',
        elements: richElements(run, rightToLeft),
      })),
    )
    .filter((element) => element.elements.length > 0)
  return inGroups(elements, (those) => weigh(those) <= TEXT).map((those) => ({
    type: 'rich_text',
    elements: those,
  }))
}

/** The spans of one line as rich text elements. */
export function richElements(spans: Line, rightToLeft: boolean): types.RichTextElement[] {
  const elements: types.RichTextElement[] = []
  for (const span of spans) {
    const text = shown(span, rightToLeft)
    if (text === '') continue
    const { look, url = null, whole = false } = span
    // The number of an outlet stays plain; text that can be typed is shown as code.
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

/**
 * Cuts spans into runs of at most `most` UTF-16 units, counting addresses. Cuts at spaces, and inside a word
 * only if it is longer than words of any language. The joined texts equal the original.
 */
export function cut(spans: Line, most: number): readonly Line[] {
  const runs: Span[][] = []
  let run: Span[] = []
  let room = most
  for (const span of spans) {
    const around = ISOLATES + (span.url?.length ?? 0)
    let text = harmless(span.text)
    while (text !== '') {
      const end = endOfPiece(text, room - around, room === most)
      if (end === 0) {
        runs.push(run)
        run = []
        room = most
        continue
      }
      run.push({ ...span, text: text.slice(0, end) })
      room -= end + around
      text = text.slice(end)
    }
  }
  return [...runs, run].filter((pieces) => pieces.length > 0)
}

/** The two direction characters that may surround a quotation. */
const ISOLATES = 2

/** Longer words may be cut, in UTF-16 units. */
const LONGEST_WORD = 500

/**
 * How much of the text fits into the room. 0 if it should start the next run, which never happens in a new
 * run.
 */
function endOfPiece(text: string, room: number, isNew: boolean): number {
  if (text.length <= room) return text.length
  const blank = room > 0 ? text.lastIndexOf(' ', room - 1) : -1
  if (blank >= 0) return blank + 1
  if (!isNew && room < LONGEST_WORD) return 0
  return Math.max(2, (text.charCodeAt(room) & 0xfc00) === 0xdc00 ? room - 1 : room)
}

/** The span without its link if the address is too long. */
export function linkable(span: Span): Span {
  return (span.url?.length ?? 0) > LINK ? { ...span, url: null } : span
}

const LEFT_TO_RIGHT_MARK = '\u200e'
const RIGHT_TO_LEFT_MARK = '\u200f'

/**
 * Adds a mark that gives our line the reader's direction: Slack derives a line's direction from its first
 * letter, which may belong to an outlet's name. A line that begins with a quotation is left alone.
 */
export function lead(spans: Line, rightToLeft: boolean): Line {
  const text = plain(spans, rightToLeft)
  if (spans[0]?.quoted === true || !HAS_LETTERS.test(text) || startsRightToLeft(text) === rightToLeft)
    return spans
  return [{ text: rightToLeft ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK }, ...spans]
}

const HAS_LETTERS = /\p{L}/u

/** UTF-16 units of all texts and addresses in a piece of a message, as counted for `MESSAGE_TEXT`. */
export function weigh(piece: unknown): number {
  if (Array.isArray(piece)) return piece.reduce<number>((sum, item) => sum + weigh(item), 0)
  if (typeof piece !== 'object' || piece === null) return 0
  return Object.entries(piece).reduce(
    (sum, [key, value]) =>
      sum + (typeof value === 'string' ? (COUNTED.has(key) ? value.length : 0) : weigh(value)),
    0,
  )
}

const COUNTED = new Set(['text', 'url', 'alt_text'])
