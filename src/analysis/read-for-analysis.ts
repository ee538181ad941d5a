import type { Words } from '../language/read-text.ts'
import { type Numeral, readNumerals } from './numbers.ts'
import { type SentenceBorders, sentenceBorders } from './sentence-borders.ts'
import { type Token, tokensOf } from './tokens.ts'

/** A text in the form in which facts are searched. */
export interface ReadText {
  readonly text: string
  readonly language: string
  readonly tokens: readonly Token[]
  readonly numerals: readonly Numeral[]
  readonly borders: SentenceBorders
}

/** Prepares a text for the analysis. `language` is ISO 639-1. */
export function readForAnalysis(words: Words, language: string): ReadText {
  const tokens = tokensOf(words, language)
  const numerals = readNumerals(tokens, language)
  return { text: words.text, language, tokens, numerals, borders: sentenceBorders(tokens) }
}
