import type { Line, Span } from '../../../src/chat/wording/span.ts'
import { inGroups } from '../../../src/chat/in-groups.ts'
import { harmless } from '../../../src/words/harmless.ts'
import { type MarkedLine, withFace, writeLine, writeSpan } from './write.ts'

/**
 * A word longer than this many characters is cut into pieces. Chinese, for example, has no spaces between
 * words.
 */
const LONGEST_PIECE = 200

/**
 * Room for what the pieces of a line need besides their text: the line's markup, and escapes where two pieces
 * meet.
 */
const RESERVE = 64

/**
 * Joins lines into texts of at most `limit` characters. Breaks between lines; inside a line that is too long,
 * between words; inside a word that is too long, between characters. Drops nothing.
 */
export function fill(lines: readonly MarkedLine[], limit: number, rightToLeft: boolean): readonly string[] {
  const written = lines.flatMap((line) => writeWithin(line, limit, rightToLeft))
  return inGroups(written, (those) => those.join('\n').length <= limit).map((those) => those.join('\n'))
}

function writeWithin(line: MarkedLine, limit: number, rightToLeft: boolean): readonly string[] {
  const whole = writeLine(line, rightToLeft)
  if (whole.length <= limit) return whole === '' ? [] : [whole]
  const runs: Span[][] = [[]]
  let room = limit - RESERVE
  for (const piece of line.spans.flatMap(withFace).flatMap(piecesOf)) {
    const needed = writeSpan(piece, rightToLeft, false).length
    if (needed > room) {
      runs.push([])
      room = limit - RESERVE
    }
    room -= needed
    runs.at(-1)?.push(piece)
  }
  return runs
    .map((spans) => writeLine({ ...line, spans: joined(spans) }, rightToLeft))
    .filter((text) => text !== '')
}

/**
 * Cuts a span into pieces after which a text may end: words with their trailing space. A link stays one
 * piece.
 */
function piecesOf(span: Span): Line {
  if (typeof span.url === 'string') return [span]
  return (harmless(span.text).match(/\S*\s*/g) ?? [])
    .flatMap((word) => cut(word))
    .map((text) => ({ ...span, text }))
}

function cut(word: string): readonly string[] {
  if (word.length <= LONGEST_PIECE) return word === '' ? [] : [word]
  // A grapheme has no length limit: emoji can be joined endlessly.
  const units = Array.from(new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(word)).flatMap(
    ({ segment }) => (segment.length > LONGEST_PIECE ? Array.from(segment) : [segment]),
  )
  const pieces: string[] = []
  for (const unit of units) {
    const last = pieces.at(-1)
    if (last !== undefined && last.length + unit.length <= LONGEST_PIECE)
      pieces[pieces.length - 1] = last + unit
    else pieces.push(unit)
  }
  return pieces
}

/** Merges neighbouring pieces of the same span again, so that the text is isolated (bidi) only once. */
function joined(pieces: Line): Line {
  return inGroups(pieces, (those) => {
    const [first, last] = [those[0], those.at(-1)]
    return (
      first === last ||
      (first?.look === last?.look &&
        first?.quoted === last?.quoted &&
        typeof first?.url !== 'string' &&
        typeof last?.url !== 'string')
    )
  }).map((those) => ({ ...those[0], text: those.map(({ text }) => text).join('') }))
}
