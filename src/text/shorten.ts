const WORDS = new Intl.Segmenter('und', { granularity: 'word' })
const CHARACTERS = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** UTF-16 units examined after the limit, to see whether a word ends there. */
const LOOKAHEAD = 64

/** UTF-16 units: longer than what people read as one word. */
const LONG_WORD = 40

/** What would lead to the removed word: blanks, commas, dashes, opening brackets and quotation marks. */
const LEADING = /[\s,;:،؛\p{Pd}\p{Ps}\p{Pi}]+$/u

/**
 * Shortens a text to at most `limit` UTF-16 units (at least 4). A longer text ends after a word, with an
 * ellipsis. It is cut within a word only if that is extremely long, and never within what people see as one
 * character. Only for text that is shown in full elsewhere.
 */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  const room = limit - 1
  const near = text.slice(0, limit + LOOKAHEAD)
  const words = lastEnd(near, WORDS, room)
  const end = words > 0 && room - words <= LONG_WORD ? words : lastEnd(near, CHARACTERS, room)
  // An endless sequence of joined emoji is one character.
  const cut =
    end > 0
      ? near.slice(0, end)
      : near
          .slice(0, room)
          .toWellFormed()
          .replace(/\ufffd$/u, '')
  return `${cut.replace(LEADING, '')}…`
}

/** End of the last segment that fits into `room`. */
function lastEnd(text: string, by: Intl.Segmenter, room: number): number {
  let end = 0
  for (const { index, segment } of by.segment(text)) {
    if (index + segment.length > room) break
    end = index + segment.length
  }
  return end
}
