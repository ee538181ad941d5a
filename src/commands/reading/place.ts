import type { Command } from '../../chat/command.ts'
import type { Vocabulary } from '../vocabulary.ts'
import type { Token } from './cut-tokens.ts'
import { termAt } from './read-wish.ts'

/** An option that words without a colon gave. */
export interface Taken {
  /** Null for words that only join others. */
  readonly option: string | null
  readonly values: readonly string[]
  /** Tokens it used. */
  readonly length: number
  /** Another option that the same words gave: "every evening" is a rhythm and a time. */
  readonly also?: { readonly option: string; readonly values: readonly string[] }
}

export interface Place {
  readonly tokens: readonly Token[]
  readonly at: number
  readonly command: Command
  readonly vocabulary: Vocabulary
  /** Milliseconds since 1970. */
  readonly now: number
  /** The option taken last. */
  readonly before: string | null
}

/** In a search every word may be looked for. */
export const takesWords = ({ command }: Place): boolean => command.bare === 'words'

export const has = ({ command }: Place, name: string): boolean =>
  command.options.some((option) => option.name === name)

/** Words from here on, as one text; the empty one where fewer are left, or one of them is quoted or has a key. */
export function words({ tokens, at }: Place, skip: number, length: number): string {
  const run = tokens.slice(at + skip, at + skip + length)
  if (run.length < length || run.some((token) => token.key !== null || token.quoted)) return ''
  return run.map((token) => token.text).join(' ')
}

/** The longest run of words from `skip` on that `read` understands. */
export function longest<T>(
  place: Place,
  skip: number,
  most: number,
  read: (text: string) => T | null,
): { readonly text: string; readonly value: T; readonly length: number } | null {
  for (let length = most; length > 0; length--) {
    const text = words(place, skip, length)
    const value = text === '' ? null : read(text)
    if (value !== null) return { text, value, length }
  }
  return null
}

export const namesSomething = (place: Place, skip: number): boolean =>
  termAt(place.tokens, place.at + skip, place.vocabulary) !== null
