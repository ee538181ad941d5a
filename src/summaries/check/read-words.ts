import { isStopWord } from '../../text/stop-words.ts'
import { analyse } from '../../text/words.ts'
import { denies } from './negation.ts'
import { numberValue } from './numbers.ts'

/** A word of a sentence as the check sees it. */
export interface Word {
  readonly text: string
  /** Lower case, without an English possessive and without full stops: "U.S." is "us". */
  readonly lower: string
  /** The stem. */
  readonly key: string
  readonly index: number
  /** UTF-16 offset in the sentence. */
  readonly start: number
  /** What stands between the word before and this one. */
  readonly gap: string
  readonly capital: boolean
  /** Opens a sentence or a quotation, so that its capital says nothing. */
  readonly first: boolean
  /** All capitals: "UN", "NATO". */
  readonly acronym: boolean
  /** Its value, where it is a number. */
  readonly number: string | undefined
  readonly denies: boolean
  /** It only holds the sentence together: a stop word, a denial. */
  readonly empty: boolean
}

/** "13, 000" is one number (tokenisers leave it so); "U.S." and "don't" are one word. */
const WORD =
  /\p{Nd}{1,3}(?:, \p{Nd}{3})+(?!\p{Nd})|\p{Nd}+(?:[.,]\p{Nd}+)*|\p{L}[\p{L}\p{M}]*(?:\.\p{L})+\.?|\p{L}[\p{L}\p{M}\p{Nd}\u200c]*(?:['’]\p{L}+)*/gu

const OPENING = /[.?!:]["”’)]?\s+["“‘(]?$|["“«‘]\s*$/u

/** The words of a text of one sentence or more. `language` is ISO 639-1. */
export function readWords(text: string, language: string): Word[] {
  const words: Word[] = []
  let end = 0
  for (const match of text.matchAll(WORD)) {
    const [raw] = match
    const gap = text.slice(end, match.index)
    end = match.index + raw.length
    const small = raw.toLowerCase().replaceAll('’', "'")
    const lower = small.replace(/'s?$|\.$/u, '').replaceAll('.', '')
    const number = numberValue(/^\p{Nd}/u.test(raw) ? small : lower)
    const before = words.at(-1)
    const joined = before && joinTens(before, gap, number, raw)
    if (before && joined !== undefined) {
      words[words.length - 1] = { ...before, number: joined }
      continue
    }
    const key = analyse(lower, language)[0] ?? lower
    const isDenial = denies(small)
    words.push({
      text: raw,
      lower,
      key,
      index: words.length,
      start: match.index,
      gap,
      capital: /^\p{Lu}/u.test(raw),
      first: words.length === 0 || OPENING.test(gap),
      acronym: /^(?:\p{Lu}\.?){2,}s?$/u.test(raw),
      number,
      denies: isDenial,
      empty: isDenial || (number === undefined && (isStopWord(key, language) || isStopWord(lower, language))),
    })
  }
  return words
}

/** "seventy-nine" and "seventy nine" are 79. */
function joinTens(before: Word, gap: string, number: string | undefined, raw: string): string | undefined {
  if (before.number === undefined || number === undefined || !/^[- ]$/u.test(gap)) return undefined
  if (/^\p{Nd}/u.test(before.text) || /^\p{Nd}/u.test(raw)) return undefined
  const tens = Number(before.number)
  return tens >= 20 && tens < 100 && tens % 10 === 0 && Number(number) < 10
    ? String(tens + Number(number))
    : undefined
}
