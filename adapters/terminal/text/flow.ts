import stringWidth from 'string-width'
import type { Line } from '../../../src/chat/wording/span.ts'
import { harmless } from '../../../src/words/harmless.ts'
import { isolate, isolateContinued } from '../../../src/words/direction.ts'
import { paint, type Paint } from './paint.ts'

export interface Shape extends Paint {
  /** Columns. */
  readonly width: number
  /** Prefix of the first line. */
  readonly first?: string
  /** Prefix of every other line. */
  readonly rest?: string
  /** Whether the reader's language runs from right to left. */
  readonly rightToLeft: boolean
}

/** Terminals derive a line's direction from its beginning; this mark makes it right-to-left. */
const RIGHT_TO_LEFT_MARK = '\u200f'

/**
 * Lays out a paragraph in lines no wider than `width`, broken only at word boundaries: a wider word or
 * address stands alone and overflows. Every text is made harmless here, so that none can control the
 * terminal.
 */
export function flow(spans: Line, shape: Shape): string[] {
  const { first = '', rest = first } = shape
  const texts = spans.map((span) => harmless(span.text))
  const lines: Fragment[][] = []
  let line: Fragment[] = []
  let room = shape.width - stringWidth(first)
  const nextLine = () => {
    lines.push(line)
    line = []
    room = shape.width - stringWidth(rest)
  }
  for (const unit of unitsOf(spans, texts)) {
    const gap = line.length === 0 ? null : unit.gap
    const gapWidth = gap === null ? 0 : stringWidth(gap.text)
    if (line.length > 0 && unit.width + gapWidth > room) nextLine()
    else if (gap !== null) {
      line.push(gap)
      room -= gapWidth
    }
    line.push(...unit.fragments)
    room -= unit.width
  }
  if (line.length > 0) nextLine()

  const begun = new Set<number>()
  const start = shape.rightToLeft ? RIGHT_TO_LEFT_MARK : ''
  return lines.map(
    (fragments, row) => start + (row === 0 ? first : rest) + drawLine(fragments, spans, texts, begun, shape),
  )
}

function drawLine(
  fragments: readonly Fragment[],
  spans: Line,
  texts: readonly string[],
  begun: Set<number>,
  shape: Shape,
): string {
  return runsOf(fragments)
    .map(({ span, text }) => {
      const { look, url = null, quoted = false } = spans[span] ?? { text: '' }
      const directed = begun.has(span)
        ? isolateContinued(text, texts[span] ?? '', shape.rightToLeft)
        : isolate(text, shape.rightToLeft)
      begun.add(span)
      return paint(quoted ? directed : text, look, url, shape)
    })
    .join('')
}

/** Joins neighbouring fragments of the same span. */
function runsOf(fragments: readonly Fragment[]): readonly Fragment[] {
  const runs: Fragment[] = []
  for (const fragment of fragments) {
    const last = runs.at(-1)
    if (last?.span === fragment.span)
      runs[runs.length - 1] = { span: last.span, text: last.text + fragment.text }
    else runs.push(fragment)
  }
  return runs
}

/** A piece of a span; `span` is the span's index. */
interface Fragment {
  readonly text: string
  readonly span: number
}

/** Text that no line break may separate, and the gap before it, which a break replaces. */
interface Unit {
  readonly gap: Fragment | null
  readonly fragments: Fragment[]
  /** Columns without the gap. */
  width: number
}

/** Cuts spans into units between which a line may break. `texts` are the harmless texts of the spans. */
function unitsOf(spans: Line, texts: readonly string[]): readonly Unit[] {
  const units: Unit[] = []
  const append = (fragment: Fragment) => {
    const last = units.at(-1) ?? startUnit(units, null)
    last.fragments.push(fragment)
    last.width += stringWidth(fragment.text)
  }
  for (const [span, text] of texts.entries()) {
    const { gap = false, whole = false } = spans[span] ?? {}
    if (gap) startUnit(units, { text, span })
    else if (whole) append({ text, span })
    else {
      for (const [index, word] of text.split(' ').entries()) {
        if (index > 0) startUnit(units, { text: ' ', span })
        for (const [piece, part] of splitUnspaced(word).entries()) {
          if (piece > 0) startUnit(units, null)
          if (part !== '') append({ text: part, span })
        }
      }
    }
  }
  return units.filter((unit) => unit.fragments.length > 0)
}

function startUnit(units: Unit[], gap: Fragment | null): Unit {
  const unit: Unit = { gap, fragments: [], width: 0 }
  units.push(unit)
  return unit
}

/**
 * Cuts a word without spaces where it may be broken: never in an address; between words in Chinese, Japanese,
 * Thai and similar scripts. The joined parts equal the word.
 */
function splitUnspaced(word: string): readonly string[] {
  if (!UNSPACED.test(word)) return [word]
  const parts: string[] = []
  let glue = false
  for (const piece of word.split(ADDRESS)) {
    for (const { segment, isWordLike } of ADDRESS_START.test(piece)
      ? [{ segment: piece, isWordLike: true }]
      : segments.segment(piece)) {
      const last = parts.length - 1
      const closes = isWordLike !== true && !OPENING.test(segment)
      if (last >= 0 && (glue || closes)) parts[last] += segment
      else parts.push(segment)
      glue = OPENING.test(segment)
    }
  }
  return parts.filter((part) => part !== '')
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Because of its parentheses, `split` keeps the matches. */
const ADDRESS = /(https?:\/\/[!-~]+)/u
const ADDRESS_START = /^https?:\/\//u

/** Opening brackets and quotes stay with the text after them; all other signs with the text before. */
const OPENING = /^[\p{Ps}\p{Pi}]+$/u

const segments = new Intl.Segmenter('und', { granularity: 'word' })
