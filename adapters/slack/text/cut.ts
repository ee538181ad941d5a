import type { Span } from '../../../src/chat/wording/span.ts'
import { harmless } from '../../../src/words/harmless.ts'

/**
 * Spans cut into runs of at most `most` UTF-16 units, addresses counted: at blanks, and inside a word only where it is
 * longer than any language has. The texts joined are the text.
 */
export function cut(spans: readonly Span[], most: number): readonly (readonly Span[])[] {
  const runs: Span[][] = []
  let run: Span[] = []
  let room = most
  for (const span of spans) {
    const around = ISOLATES + (span.url?.length ?? 0)
    let text = harmless(span.text)
    while (text !== '') {
      const end = endOfPiece(text, room - around, room === most)
      if (end === 0) {
        runs.push(run)
        run = []
        room = most
        continue
      }
      run.push({ ...span, text: text.slice(0, end) })
      room -= end + around
      text = text.slice(end)
    }
  }
  return [...runs, run].filter((pieces) => pieces.length > 0)
}

/** The two characters that may stand round a quotation. */
const ISOLATES = 2

/** Words longer than this are cut. */
const LONGEST_WORD = 500

/** How much of the text fits into the room; 0 where the next run is better, which a new run never is. */
function endOfPiece(text: string, room: number, isNew: boolean): number {
  if (text.length <= room) return text.length
  const blank = room > 0 ? text.lastIndexOf(' ', room - 1) : -1
  if (blank >= 0) return blank + 1
  if (!isNew && room < LONGEST_WORD) return 0
  return Math.max(2, (text.charCodeAt(room) & 0xfc00) === 0xdc00 ? room - 1 : room)
}
