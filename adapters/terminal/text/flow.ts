import stringWidth from 'string-width'
import { harmless } from '../../../src/words/harmless.ts'
import { isolate, isolateContinued } from '../../../src/words/isolate.ts'
import { paint, type Paint } from './paint.ts'
import type { Span } from '../../../src/chat/wording/span.ts'
import { unitsOf, type Fragment } from './units.ts'

export interface Shape extends Paint {
  /** Columns. */
  readonly width: number
  /** Before the first line. */
  readonly first?: string
  /** Before every other line. */
  readonly rest?: string
  /** The reader's own language runs from right to left. */
  readonly rightToLeft: boolean
}

/** Terminals order each line by what it begins with: a mark lets all lines of such a reader begin at the right. */
const RIGHT_TO_LEFT_MARK = '\u200f'

/**
 * Lays a paragraph out in lines no wider than `width`, broken at word borders only: a word or an address that is wider stands
 * alone and sticks out. Every text is made harmless here, so nothing can reach the terminal round it.
 */
export function flow(spans: readonly Span[], shape: Shape): string[] {
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
  spans: readonly Span[],
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

/** Neighbours of one span as one run. */
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
