/**
 * Where a word without spaces may be broken: never in an address, between words in Chinese, Japanese, Thai and their like.
 * The parts joined are the word.
 */
export function splitUnspaced(word: string): readonly string[] {
  if (!UNSPACED.test(word)) return [word]
  const parts: string[] = []
  let glue = false
  for (const piece of word.split(ADDRESS)) {
    for (const { segment, isWordLike } of ADDRESS_START.test(piece)
      ? [{ segment: piece, isWordLike: true }]
      : segments.segment(piece)) {
      const last = parts.length - 1
      const closes = isWordLike !== true && !OPENING.test(segment)
      if (last >= 0 && (glue || closes)) parts[last] += segment
      else parts.push(segment)
      glue = OPENING.test(segment)
    }
  }
  return parts.filter((part) => part !== '')
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** With its own parentheses, `split` keeps what it finds. */
const ADDRESS = /(https?:\/\/[!-~]+)/u
const ADDRESS_START = /^https?:\/\//u

/** Opening brackets and quotes stay with what follows; all other signs stay with what stands before. */
const OPENING = /^[\p{Ps}\p{Pi}]+$/u

const segments = new Intl.Segmenter('und', { granularity: 'word' })
