import { contentOf } from '../language/terms.ts'
import { readPassages } from '../summaries/read-passages.ts'

/** A sentence as a span of the text of an article: UTF-16 offsets. */
export interface QuotedSpan {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Two sentences must share this share of the words that say something to be versions of each other; as in `describeEdit`. */
const SAME_SENTENCE = 0.5

/**
 * The sentence that stands in a newer text of an article where a quoted one stood: the same one, else the likest of those that came with the newer text. Null where
 * the quoted one went without another. `language` is ISO 639-1; spans in `taken` stand for others already.
 */
export function findSuccessor(
  quoted: string,
  texts: { readonly before: string; readonly after: string },
  language: string,
  taken: readonly QuotedSpan[],
): QuotedSpan | null {
  const start = texts.after.indexOf(quoted)
  if (start >= 0) return { text: quoted, start, end: start + quoted.length }
  const words = contentOf(quoted, language)
  let best: QuotedSpan | null = null
  let bestShare = 0
  for (const { text, start: from, end, content } of readPassages(0, texts.after, language)) {
    if (texts.before.includes(text) || taken.some((span) => span.start === from)) continue
    const share = words.intersection(content).size / Math.max(1, Math.min(words.size, content.size))
    if (share < SAME_SENTENCE || share <= bestShare) continue
    bestShare = share
    best = { text, start: from, end }
  }
  return best
}
