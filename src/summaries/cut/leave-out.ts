import type { BriefedSentence } from '../../records/briefing.ts'

/** The sentence of a text as it is shown: its words, and "…" wherever some of them were left out. */
export function leaveOut(
  text: string,
  { start, end, leftOut = [] }: Pick<BriefedSentence, 'start' | 'end' | 'leftOut'>,
): string {
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
