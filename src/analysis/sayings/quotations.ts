/** What stands between quotation marks, with the marks; UTF-16 offsets. */
export interface Quotation {
  readonly start: number
  readonly end: number
}

/** What closes a quotation, by what opens it: English, German, French, Russian, Danish and the marks of typewriters. */
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

/** UTF-16 units: a mark that is not closed within them opened nothing. */
const LONGEST = 4_000

/** Marks of one kind that nothing closes, after which none of that kind is looked at: a text that opens so many is none that people write, and each costs its `LONGEST`. */
const MOST_UNCLOSED = 200

/**
 * The quotations of a text, in order, none in another. They end with their paragraph; where the next one begins with a mark again, a quotation goes on to
 * the end of its paragraph without being closed, as printers do.
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
    const [from, to] = [start + mark.length, Math.min(line, start + LONGEST)]
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

/** Whether what could close a mark stands ahead at all: each kind is looked for once from where it stood last, as hostile texts open half a million marks. */
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
    // "… of "Gazprom" …": a mark between a blank and a letter opens another within.
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

/** Whether a mark that opened within another is closed, and that one behind it. */
function closesAgain(text: string, from: number, to: number): boolean {
  const first = text.indexOf('"', from)
  const second = first < 0 ? -1 : text.indexOf('"', first + 1)
  return second >= 0 && second < to
}

const OPENS_WITHIN = /^\s"[\p{L}\p{N}]/u

/** Whether the paragraph behind begins with the same mark. */
function goesOn(text: string, mark: string, line: number): boolean {
  const next = /^\s*(\S{1,2})/u.exec(text.slice(line, line + 80))?.[1]
  return next !== undefined && mark !== SINGLE && mark !== '‘' && next.startsWith(mark)
}
