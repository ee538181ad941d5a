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

/**
 * The quotations of a text, in order, none in another. They end with their paragraph; where the next one begins with a mark again, a quotation goes on to
 * the end of its paragraph without being closed, as printers do.
 */
export function findQuotations(text: string): readonly Quotation[] {
  const found: Quotation[] = []
  OPENS.lastIndex = 0
  for (let match = OPENS.exec(text); match !== null; match = OPENS.exec(text)) {
    const [mark] = match
    const { index: start } = match
    const line = endOfLine(text, start)
    const end = closeOf(text, mark, start + mark.length, Math.min(line, start + LONGEST))
    if (end === null) {
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
    if (mark === '"' && /^\s"[\p{L}\p{N}]/u.test(text.slice(at - 1, at + 2)) && closesAgain(text, at + 1, to))
      inner++
    else if (closes.includes(text.charAt(at)) && inner-- === 0) return at + 1
    if (mark === '"' && text.startsWith("''", at)) return null
  }
  return null
}

/** Whether a mark that opened within another is closed, and that one behind it. */
const closesAgain = (text: string, from: number, to: number): boolean =>
  (text.slice(from, to).match(/"/gu)?.length ?? 0) >= 2

/** Whether the paragraph behind begins with the same mark. */
function goesOn(text: string, mark: string, line: number): boolean {
  const next = /^\s*(\S{1,2})/u.exec(text.slice(line, line + 80))?.[1]
  return next !== undefined && mark !== SINGLE && mark !== '‘' && next.startsWith(mark)
}
