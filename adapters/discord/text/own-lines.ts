import type { Line, Span } from '../../../src/chat/wording/span.ts'
import { startsRightToLeft } from '../../../src/words/direction.ts'

/**
 * A quoted span without quotation marks up to this many characters counts as a name. A name may stand inside
 * a line that runs in the other direction.
 */
const LONGEST_NAME = 30

/**
 * Splits a line so that each longer quotation in the other writing direction gets a line of its own, together
 * with the punctuation around it.
 */
export function onOwnLines(line: Line, rightToLeft: boolean): readonly Line[] {
  const isApart = line.map(
    ({ quoted, text }, index) =>
      quoted === true &&
      startsRightToLeft(text) !== rightToLeft &&
      (text.length > LONGEST_NAME || MARK_BEFORE.test(line[index - 1]?.text ?? '')),
  )
  const lines: Span[][] = [[]]
  for (const [index, span] of line.entries()) {
    const [before, after] = [isApart[index - 1], isApart[index + 1]]
    if (isApart[index]) {
      lines.at(-1)?.push(span)
      lines.push([])
      continue
    }
    const closing = before ? (CLOSING.exec(span.text)?.[0] ?? '') : ''
    const rest = span.text.slice(closing.length)
    const opening = after ? (OPENING.exec(rest)?.[0] ?? '') : ''
    if (closing !== '') lines.at(-2)?.push({ ...span, text: closing })
    const content = rest.slice(0, rest.length - opening.length)
    if (content !== '') lines.at(-1)?.push({ ...span, text: content })
    if (after) lines.push(opening === '' ? [] : [{ ...span, text: opening.replace(ARROW, turned) }])
  }
  return lines.filter((spans) => spans.length > 0)
}

/** A span after an opening quotation mark is never a name. */
const MARK_BEFORE = /[\p{Pi}\p{Pf}„"]\s*$/u

/** Quotation marks and punctuation after a quotation. */
const CLOSING = /^[\p{Pi}\p{Pf}\p{Pe}\p{Po}]*\s*/u

/** An arrow and opening marks before a quotation. */
const OPENING = /(?:[←→]\s*)?[\p{Pi}\p{Pf}\p{Ps}"']*$/u

const ARROW = /[←→]/u

/** An arrow points along its line, so it turns with the direction. */
const turned = (arrow: string): string => (arrow === '→' ? '←' : '→')
