import stringWidth from 'string-width'
import type { Span } from '../../../src/chat/wording/span.ts'
import { harmless } from '../../../src/words/harmless.ts'

/** A group that no line break parts, or null where it is wider than `width` columns. */
export function together(spans: readonly Span[], width: number): readonly Span[] | null {
  const needed = stringWidth(spans.map((span) => harmless(span.text)).join(''))
  return needed <= width ? spans.map((span) => ({ ...span, whole: true })) : null
}
