import type { Span } from '../../records/briefing.ts'

/** A sentence of a text, and what is left out of it. */
interface Shortened {
  /** UTF-16 offsets into the text. */
  readonly start: number
  readonly end: number
  /** Spans of the text within the sentence, in order. */
  readonly leftOut?: readonly Span[]
}

/** The sentence as it is shown: the words of the text, and "…" wherever some of them were left out. */
export function leaveOut(text: string, { start, end, leftOut = [] }: Shortened): string {
  let shown = ''
  let from = start
  for (const [cutStart, cutEnd] of leftOut) {
    shown = joined(shown, text.slice(from, cutStart))
    if (!shown.endsWith('…')) shown = shown === '' ? '…' : `${shown.trimEnd()} …`
    from = cutEnd
  }
  return joined(shown, text.slice(from, end))
}

function joined(shown: string, piece: string): string {
  if (!shown.endsWith('…')) return shown + piece
  const next = piece.trimStart()
  return next === '' || CLOSING.test(next) ? shown + next : `${shown} ${next}`
}

/** A mark that stands on the word before it. */
const CLOSING = /^[.,;:!?،؛؟۔。)\]}»”]/u
