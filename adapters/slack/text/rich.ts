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
 * Lines as rich text, in as few blocks as hold them. A rich text has no markup: whatever a feed writes is shown as it is, and
 * no mention, link or emoji can come of it. Only a channel that we name ourselves is shown by its name. Those set off follow with a bar at their side.
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

/** Spans as the elements of one line. */
export function richElements(spans: Line, rightToLeft: boolean): types.RichTextElement[] {
  const elements: types.RichTextElement[] = []
  for (const span of spans) {
    const text = shown(span, rightToLeft)
    if (text === '') continue
    const { look, url = null, whole = false } = span
    // The number of an outlet is a mark that stays whole; what one can type is set as code.
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
 * Spans cut into runs of at most `most` UTF-16 units, addresses counted: at blanks, and inside a word only where it is
 * longer than any language has. The texts joined are the text.
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

/** The two characters that may stand round a quotation. */
const ISOLATES = 2

/** Words longer than this are cut. */
const LONGEST_WORD = 500

/** How much of the text fits into the room; 0 where the next run is better, which a new run never is. */
function endOfPiece(text: string, room: number, isNew: boolean): number {
  if (text.length <= room) return text.length
  const blank = room > 0 ? text.lastIndexOf(' ', room - 1) : -1
  if (blank >= 0) return blank + 1
  if (!isNew && room < LONGEST_WORD) return 0
  return Math.max(2, (text.charCodeAt(room) & 0xfc00) === 0xdc00 ? room - 1 : room)
}

/** A span without its link where the address is too long for one. */
export function linkable(span: Span): Span {
  return (span.url?.length ?? 0) > LINK ? { ...span, url: null } : span
}

const LEFT_TO_RIGHT_MARK = '\u200e'
const RIGHT_TO_LEFT_MARK = '\u200f'

/**
 * A line of ours with a mark that gives it the reader's direction: Slack orders a line by its first letter, and that may be the
 * name of an outlet. A line that begins with words of others is left to them.
 */
export function lead(spans: Line, rightToLeft: boolean): Line {
  const text = plain(spans, rightToLeft)
  if (spans[0]?.quoted === true || !HAS_LETTERS.test(text) || startsRightToLeft(text) === rightToLeft)
    return spans
  return [{ text: rightToLeft ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK }, ...spans]
}

const HAS_LETTERS = /\p{L}/u

/** UTF-16 units of all texts and addresses in a piece of a message: what counts against `MESSAGE_TEXT`. */
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
