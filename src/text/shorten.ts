const WORDS = new Intl.Segmenter('und', { granularity: 'word' })
const CHARACTERS = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** UTF-16 units behind the room that are looked at, to see whether a word ends where the room does. */
const BEYOND = 64

/** UTF-16 units: longer than a word that people read as one. */
const LONG_WORD = 40

/** What leads to a word that is not there any more: blanks, commas, dashes, brackets and quotation marks that open. */
const LEADING = /[\s,;:،؛\p{Pd}\p{Ps}\p{Pi}]+$/u

/**
 * A text of at most `most` UTF-16 units (at least 4). A longer one ends behind a word, with an ellipsis; within a word
 * only where one is long beyond all words, and never within what people see as one character. Only for what is told
 * whole elsewhere.
 */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const room = most - 1
  const near = text.slice(0, most + BEYOND)
  const words = lastEnd(near, WORDS, room)
  const end = words > 0 && room - words <= LONG_WORD ? words : lastEnd(near, CHARACTERS, room)
  // Emoji joined without end are one character.
  const cut =
    end > 0
      ? near.slice(0, end)
      : near
          .slice(0, room)
          .toWellFormed()
          .replace(/\ufffd$/u, '')
  return `${cut.replace(LEADING, '')}…`
}

/** Where the last segment ends that fits. */
function lastEnd(text: string, by: Intl.Segmenter, room: number): number {
  let end = 0
  for (const { index, segment } of by.segment(text)) {
    if (index + segment.length > room) break
    end = index + segment.length
  }
  return end
}
