import type { Quotation } from './quotations.ts'
import type { FoundSaying, Span } from './saying.ts'

const EDGE = /[\s,;:،؛—–\-\u200e\u200f]/u

/** Removes marks and blanks at both ends of a claim; `limit` is where the following words begin. */
export function trimClaim(text: string, { start, end }: Span, limit = Infinity): Span {
  let [from, to] = [start, Math.min(end, limit, text.length)]
  while (from < to && EDGE.test(text.charAt(from))) from++
  while (to > from && EDGE.test(text.charAt(to - 1))) to--
  return { start: from, end: to }
}

/** Share of quoted letters from which a claim is direct, and above which it is mixed. */
const DIRECT_SHARE = 0.9
const MIXED_SHARE = 0.12

export function formOf(
  text: string,
  pieces: readonly Span[],
  quotations: readonly Quotation[],
): FoundSaying['form'] {
  let all = 0
  let quoted = 0
  for (const { start, end } of pieces) {
    all += letters(text.slice(start, end))
    for (const quotation of quotations) {
      const [from, to] = [Math.max(start, quotation.start), Math.min(end, quotation.end)]
      if (from < to) quoted += letters(text.slice(from, to))
    }
  }
  if (all === 0) return 'indirect'
  const share = quoted / all
  return share >= DIRECT_SHARE ? 'direct' : share > MIXED_SHARE ? 'mixed' : 'indirect'
}

const letters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
