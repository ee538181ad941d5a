import type { BriefedSentence } from '../../records/briefing.ts'

/** Returns a span of a text as it is shown, with "…" in place of the parts left out. */
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

/** Marks that follow the word before them without a space. */
const CLOSING = /^[.,;:!?،؛؟۔。)\]}»”]/u
