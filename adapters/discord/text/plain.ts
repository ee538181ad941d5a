import type { Span } from '../../../src/chat/wording/span.ts'
import { shorten } from '../../../src/text/shorten.ts'
import { harmless } from '../../../src/words/harmless.ts'

/**
 * Spans as text where Discord reads no Markdown (labels, names of threads), of at most `most` characters: what is
 * longer ends behind a word.
 */
export function plain(spans: readonly Span[], most: number): string {
  return shorten(harmless(spans.map((span) => span.text).join('')).trim(), most)
}
