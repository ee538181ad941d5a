import { isStopWord } from '../../text/stop-words.ts'
import { analyse } from '../../text/words.ts'
import { denies } from './negation.ts'
import { readNumber, type Token } from './numbers.ts'

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
  /** Other values that it may have: see `ReadNumber`. */
  readonly also: readonly string[]
  readonly denies: boolean
  /** It only holds the sentence together: a stop word, a denial. */
  readonly empty: boolean
}

/** "13, 000" is one number (tokenisers leave it so); "U.S." and "don't" are one word; "و30" are two. */
const WORD =
  /[وبلف](?=\p{Nd})|\p{Nd}{1,3}(?:, \p{Nd}{3})+(?!\p{Nd})|\p{Nd}+(?:[.,]\p{Nd}+)*|\p{L}[\p{L}\p{M}]*(?:\.\p{L})+\.?|\p{L}[\p{L}\p{M}\p{Nd}\u200c]*(?:['’]\p{L}+)*/gu

const OPENING = /[.?!:]["”’)]?\s+["“‘(]?$|["“«‘]\s*$/u

/** The words of a text of one sentence or more; a number is one word, however many it is written in. `language` is ISO 639-1. */
export function readWords(text: string, language: string): Word[] {
  const tokens = readTokens(text)
  const words: Word[] = []
  for (let i = 0; i < tokens.length;) {
    const token = tokens[i]
    if (token === undefined) break
    const read = readNumber(tokens, i, language)
    const length = read?.length ?? 1
    const last = tokens[i + length - 1] ?? token
    const raw = length === 1 ? token.raw : text.slice(token.start, last.start + last.raw.length)
    const { small, lower, start, gap } = token
    const number = read?.number
    const key = number ?? analyse(lower, language)[0] ?? lower
    const capital = /^\p{Lu}/u.test(raw)
    const isDenial = denies(small, language, capital)
    words.push({
      text: raw,
      lower,
      key,
      index: words.length,
      start,
      gap,
      capital,
      first: words.length === 0 || OPENING.test(gap),
      acronym: /^(?:\p{Lu}\.?){2,}s?$/u.test(raw),
      number,
      also: read?.also ?? NONE,
      denies: isDenial,
      empty: isDenial || (number === undefined && isStop(lower, key, language)),
    })
    i += length
  }
  return words
}

const NONE: readonly string[] = []

/** Without its dots, Turkish "öldü" (died) is "oldu" (was). */
const isStop = (lower: string, key: string, language: string): boolean =>
  (isStopWord(key, language) || isStopWord(lower, language)) && !(language === 'tr' && lower.startsWith('öl'))

interface RawToken extends Token {
  readonly raw: string
  readonly start: number
}

function readTokens(text: string): RawToken[] {
  const tokens: RawToken[] = []
  let end = 0
  for (const match of text.matchAll(WORD)) {
    const [raw] = match
    const gap = text.slice(end, match.index)
    end = match.index + raw.length
    const small = raw.toLowerCase().replaceAll('’', "'")
    const lower = small.replace(/'s?$|\.$/u, '').replaceAll('.', '')
    tokens.push({ raw, start: match.index, gap, small, lower })
  }
  return tokens
}
