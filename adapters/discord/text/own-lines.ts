import type { Line, Span } from '../../../src/chat/wording/span.ts'
import { startsRightToLeft } from '../../../src/words/direction.ts'

/** Up to so many characters what is quoted without marks is a name, which may stand among words that run the other way. */
const LONGEST_NAME = 30

/**
 * A line in which others are quoted, as lines: each longer quotation that runs the other way than the reader's words has one of its own, with the
 * signs that stand round it.
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
    const own = rest.slice(0, rest.length - opening.length)
    if (own !== '') lines.at(-1)?.push({ ...span, text: own })
    if (after) lines.push(opening === '' ? [] : [{ ...span, text: opening.replace(ARROW, turned) }])
  }
  return lines.filter((spans) => spans.length > 0)
}

/** What stands between quotation marks is no name. */
const MARK_BEFORE = /[\p{Pi}\p{Pf}„"]\s*$/u

/** Quotation marks and commas behind a quotation. */
const CLOSING = /^[\p{Pi}\p{Pf}\p{Pe}\p{Po}]*\s*/u

/** An arrow and quotation marks before one. */
const OPENING = /(?:[←→]\s*)?[\p{Pi}\p{Pf}\p{Ps}"']*$/u

const ARROW = /[←→]/u

/** An arrow leads on as the line that it stands on does. */
const turned = (arrow: string): string => (arrow === '→' ? '←' : '→')
