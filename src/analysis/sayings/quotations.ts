import type { Span } from './saying.ts'

/** A text in quotation marks, including the marks. */
export type Quotation = Span

/** Closing marks by opening mark: English, German, French, Russian, Danish and typewriter marks. */
const CLOSES: Readonly<Record<string, string>> = {
  '“': '”"',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '"': '"”',
  "''": "''",
  '‘': '’',
  '‹': '›',
  '”': '”',
}
const SINGLE = "'"
const OPENS = /''|[“„«»‘‹”]|(?<![\p{L}\p{N}])"(?=\S)(?![,.;:!?])|(?<![\p{L}\p{N}])'(?=[\p{L}\p{N}])/gu

/** In UTF-16 units: a mark not closed within this length opens nothing. */
const LONGEST_QUOTATION = 4_000

/**
 * After this many unclosed marks of one kind no more of that kind are tried. People do not write such texts,
 * and each mark costs up to `LONGEST_QUOTATION`.
 */
const MOST_UNCLOSED = 200

/**
 * Returns the quotations of a text, in order and not nested. They end with their paragraph. If the next
 * paragraph begins with the same mark, an unclosed quotation extends to the end of its paragraph, as is usual
 * in print.
 */
export function findQuotations(text: string): readonly Quotation[] {
  const found: Quotation[] = []
  const isClosed = closesAhead(text)
  const unclosed = new Map<string, number>()
  let line = -1
  OPENS.lastIndex = 0
  for (let match = OPENS.exec(text); match !== null; match = OPENS.exec(text)) {
    const [mark] = match
    const { index: start } = match
    if (line < start) line = endOfLine(text, start)
    const [from, to] = [start + mark.length, Math.min(line, start + LONGEST_QUOTATION)]
    const missed = unclosed.get(mark) ?? 0
    const mayClose = missed < MOST_UNCLOSED && isClosed(mark, from, to)
    const end = mayClose ? closeOf(text, mark, from, to) : null
    if (end === null) {
      if (mayClose) unclosed.set(mark, missed + 1)
      if (!goesOn(text, mark, line)) continue
      found.push({ start, end: line })
      OPENS.lastIndex = line
    } else {
      if (end - start > mark.length * 2 + 1) found.push({ start, end })
      OPENS.lastIndex = end
    }
  }
  return found
}

/**
 * Returns a function that tells whether a closing mark exists ahead. Each kind is searched once, from its
 * last position, because hostile texts open half a million marks.
 */
function closesAhead(text: string): (mark: string, from: number, to: number) => boolean {
  const last = new Map<string, number>()
  return (mark, from, to) =>
    closesOf(mark)
      .split('')
      .some((close) => {
        let at = last.get(close) ?? -1
        if (at < from) {
          at = text.indexOf(close, from)
          if (at < 0) at = text.length
          last.set(close, at)
        }
        return at < to
      })
}

const closesOf = (mark: string): string =>
  mark === SINGLE ? "'" : mark === '‘' ? '’' : (CLOSES[mark] ?? mark)

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

function closeOf(text: string, mark: string, from: number, to: number): number | null {
  if (mark === SINGLE || mark === '‘') {
    const close = mark === SINGLE ? "'" : '’'
    for (let at = text.indexOf(close, from); at >= 0 && at < to; at = text.indexOf(close, at + 1))
      if (!/^[\p{L}\p{N}]/u.test(text.slice(at + 1, at + 2)) && text[at - 1] !== ' ') return at + 1
    return null
  }
  const closes = CLOSES[mark] ?? mark
  if (closes.length === 2 && closes[0] === closes[1]) {
    const at = text.indexOf(closes, from)
    return at >= 0 && at < to ? at + 2 : null
  }
  let inner = 0
  for (let at = from; at < to; at++) {
    // "… of "Gazprom" …": a mark between a blank and a letter opens a nested quotation.
    const unit = text.charAt(at)
    if (
      unit === '"' &&
      mark === '"' &&
      OPENS_WITHIN.test(text.slice(at - 1, at + 2)) &&
      closesAgain(text, at + 1, to)
    )
      inner++
    else if (closes.includes(unit) && inner-- === 0) return at + 1
    if (unit === SINGLE && mark === '"' && text.startsWith("''", at)) return null
  }
  return null
}

/** Whether a nested mark is closed, and the outer one after it. */
function closesAgain(text: string, from: number, to: number): boolean {
  const first = text.indexOf('"', from)
  const second = first < 0 ? -1 : text.indexOf('"', first + 1)
  return second >= 0 && second < to
}

const OPENS_WITHIN = /^\s"[\p{L}\p{N}]/u

/** Whether the next paragraph begins with the same mark. */
function goesOn(text: string, mark: string, line: number): boolean {
  const next = /^\s*(\S{1,2})/u.exec(text.slice(line, line + 80))?.[1]
  return next !== undefined && mark !== SINGLE && mark !== '‘' && next.startsWith(mark)
}
