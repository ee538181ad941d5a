import type { Span } from '../../../src/chat/wording/span.ts'
import { harmless } from '../../../src/words/harmless.ts'

/** Spans as text where Discord reads no Markdown (labels, names of threads), cut to `most` characters with an ellipsis. */
export function plain(spans: readonly Span[], most: number): string {
  const text = harmless(spans.map((span) => span.text).join('')).trim()
  if (text.length <= most) return text
  return `${text
    .slice(0, most - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`
}
