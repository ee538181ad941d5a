import { oneSpelling } from '../../language/letters.ts'
import type { Token } from './read-tokens.ts'

/** A closed class of words, as "not", "*n't" (any beginning or ending) and "as long as" (several words). */
export interface WordClass {
  /** How many tokens from this one on are of the class; 0 where none is. The longest entry counts. */
  lengthAt(tokens: readonly Token[], index: number): number
  has(token: Token | undefined): boolean
  /** Whether an entry stands anywhere in them. */
  isIn(tokens: readonly Token[]): boolean
}

/** Reads a class from its entries. `language` is ISO 639-1. */
export function readClass(entries: readonly string[], language: string): WordClass {
  const single = new Set<string>()
  const others: (readonly RegExp[])[] = []
  for (const entry of entries) {
    const parts = entry.split(' ').map((part) => oneSpelling(part, language))
    const [only = ''] = parts
    if (parts.length === 1 && !only.includes('*')) single.add(only)
    else others.push(parts.map(toPattern))
  }
  const spellings = language === 'ar' ? withoutAnd : (word: string) => [word]
  const fits = (pattern: RegExp, token: Token | undefined): boolean =>
    token !== undefined && spellings(token.word).some((word) => pattern.test(word))

  function lengthAt(tokens: readonly Token[], index: number): number {
    const token = tokens[index]
    if (token === undefined) return 0
    let longest = spellings(token.word).some((word) => single.has(word)) ? 1 : 0
    for (const parts of others)
      if (parts.length > longest && parts.every((part, i) => fits(part, tokens[index + i])))
        longest = parts.length
    return longest
  }

  return {
    lengthAt,
    has: (token) => token !== undefined && lengthAt([token], 0) > 0,
    isIn: (tokens) => tokens.some((_, index) => lengthAt(tokens, index) > 0),
  }
}

const toPattern = (part: string): RegExp =>
  new RegExp(
    `^${part
      .split('*')
      .map((piece) => RegExp.escape(piece))
      .join('.*')}$`,
    'u',
  )

/** Arabic writes "and" and "so" onto the next word. */
const withoutAnd = (word: string): readonly string[] =>
  /^[وف]..+/u.test(word) ? [word, word.slice(1)] : [word]
