import { oneSpelling } from '../../language/letters.ts'

/** A word or a mark of a sentence. */
export interface Token {
  /** UTF-16 offsets into the sentence. */
  readonly start: number
  readonly end: number
  /** In lower case and a single spelling (see `oneSpelling`); a mark as it is. */
  readonly word: string
  readonly kind: 'word' | 'number' | 'comma' | 'dash' | 'mark'
  /** Whether it begins with a capital letter. */
  readonly capital: boolean
}

/** Splits a sentence into words and marks, in order. `language` is ISO 639-1. */
export function readTokens(text: string, language: string): readonly Token[] {
  const word = ELIDING.has(language) ? ELIDED_WORD : WORD
  const tokens: Token[] = []
  for (const { 0: found, index: start } of text.matchAll(word)) {
    const end = start + found.length
    tokens.push({
      start,
      end,
      word: oneSpelling(found, language),
      kind: kindOf(found, text[start - 1], text[end]),
      capital: /^\p{Lu}/u.test(found),
    })
  }
  return tokens
}

/** Languages whose elided words count as words of their own: "l'accord", "n'a". */
const ELIDING = new Set(['fr', 'it', 'ca'])

const NUMBER = String.raw`\p{Nd}+(?:[.,\u066b\u066c\u00a0\u202f]\p{Nd}+)*`
/** Part of a word. Parts joined by a hyphen, non-joiner or apostrophe form one word. */
const PART = String.raw`[\p{L}\p{M}\p{N}]+`
const WORD = new RegExp(String.raw`${NUMBER}(?!\p{L})|${PART}(?:[\u200c\u200d'’ʼ-]+${PART})*|\S`, 'gu')
const ELIDED_WORD = new RegExp(
  String.raw`${NUMBER}(?!\p{L})|aujourd['’]hui|\p{L}{1,7}['’](?=\p{L})|${PART}(?:-+${PART})*|\S`,
  'giu',
)

function kindOf(found: string, before = ' ', after = ' '): Token['kind'] {
  if (/^\p{Nd}/u.test(found)) return 'number'
  if (/^[\p{L}\p{M}\p{N}]/u.test(found)) return 'word'
  if (/^[,،、]$/u.test(found)) return 'comma'
  return /^[—–―-]$/u.test(found) && /\s/u.test(before) && /\s/u.test(after) ? 'dash' : 'mark'
}
