import type { Command } from '../../chat/command.ts'
import { foldTerm, type NameIndex, type Term } from '../name-index.ts'

/** A piece of what somebody typed: `key:value`, `"a phrase"`, or a word. */
export interface Token {
  /** As typed, in lower case; null where there is none. */
  readonly key: string | null
  readonly text: string
  readonly quoted: boolean
  /** The whole piece, if it has a key: `Syria: bridge`. */
  readonly typed?: string
}

/**
 * Cuts cleaned text into tokens. A quote that is never closed reaches to the end; a key that stands alone
 * takes the next piece.
 */
export function cutTokens(text: string): Token[] {
  const tokens: Token[] = []
  for (const [piece, alone, before, quoted, bare] of text.matchAll(TOKEN)) {
    const key = before ?? alone
    const value = quoted ?? bare ?? ''
    const waiting = tokens.at(-1)
    if (key === undefined && waiting !== undefined && isWaiting(waiting)) {
      tokens[tokens.length - 1] = {
        key: waiting.key,
        text: value.trim(),
        quoted: quoted !== undefined,
        typed: `${waiting.typed ?? ''} ${piece}`,
      }
    } else if (key !== undefined && isPart(key, value)) {
      tokens.push({ key: null, text: `${key}:${value}`, quoted: false })
    } else {
      tokens.push({
        key: key?.toLowerCase() ?? null,
        text: value.trim(),
        quoted: quoted !== undefined,
        ...(key !== undefined && { typed: piece }),
      })
    }
  }
  return tokens.filter((token) => token.key !== null || token.text !== '')
}

/** Empty quotes are a value: `keywords:"" daily`. */
const isWaiting = ({ key, text, quoted }: Token): boolean => key !== null && text === '' && !quoted

/** The value may be empty only after a key. */
const TOKEN =
  /([\p{L}\p{M}-]{1,32}):(?=\s|$)|(?:([\p{L}\p{M}-]{1,32}):)?(?:"([^"]*)(?:"|$)|([-\u2212\u2013]"[^"]*(?:"|$)|[^\s"]+))/gu

/** `https://…` and `weekly:mon` are values, not keys. */
function isPart(key: string, value: string): boolean {
  return value.startsWith('//') || key.toLowerCase() === 'weekly'
}

/**
 * Splits names that are written without a space: `syria,lebanon`, and `syria/iraq` where both are names.
 * Addresses stay whole.
 */
export function splitNames(token: Token, { terms }: NameIndex): readonly Token[] {
  const { key, text, quoted } = token
  if (key !== null || quoted || text.includes('://')) return [token]
  const isName = (part: string): boolean => terms.has(foldTerm(part))
  return text
    .split(/(?<=[,،;])(?=[^,،;])/u)
    .flatMap((piece) => {
      const parts = piece.split('/')
      return parts.length > 1 && parts.every(isName) ? parts : [piece]
    })
    .map((piece) => ({ ...token, text: piece }))
}

/** Returns the longest name that begins at this token, and its number of tokens; null for none. */
export function termAt(
  tokens: readonly Token[],
  at: number,
  nameIndex: NameIndex,
): { readonly term: Term; readonly length: number } | null {
  for (let length = Math.min(nameIndex.longest, tokens.length - at); length >= 1; length--) {
    const run = tokens.slice(at, at + length)
    if (run.some((token) => token.key !== null || (token.quoted && length > 1))) continue
    const term = nameIndex.terms.get(foldTerm(run.map((token) => token.text).join(' ')))?.[0]
    if (term !== undefined) return { term, length }
  }
  return null
}

/** An option given by words without a colon. */
export interface OptionMatch {
  /** Null for words that only join others. */
  readonly option: string | null
  readonly values: readonly string[]
  /** Number of tokens used. */
  readonly length: number
  /** Another option given by the same words: "every evening" is a rhythm and a time. */
  readonly also?: { readonly option: string; readonly values: readonly string[] }
}

export interface Cursor {
  readonly tokens: readonly Token[]
  readonly at: number
  readonly command: Command
  readonly nameIndex: NameIndex
  /** Milliseconds since 1970. */
  readonly now: number
  /** The option matched last. */
  readonly before: string | null
}

/** In a search, any word may be part of what is searched for. */
export const takesAnyWords = ({ command }: Cursor): boolean => command.positionalOption === 'words'

export const has = ({ command }: Cursor, name: string): boolean =>
  command.options.some((option) => option.name === name)

/**
 * Returns words from here on as one text; empty where fewer are left, or where one is quoted or has a key.
 */
export function words({ tokens, at }: Cursor, skip: number, length: number): string {
  const run = tokens.slice(at + skip, at + skip + length)
  if (run.length < length || run.some((token) => token.key !== null || token.quoted)) return ''
  return run.map((token) => token.text).join(' ')
}

/** Returns the longest run of words from `skip` on that `read` understands. */
export function longest<T>(
  cursor: Cursor,
  skip: number,
  most: number,
  read: (text: string) => T | null,
): { readonly text: string; readonly value: T; readonly length: number } | null {
  for (let length = most; length > 0; length--) {
    const text = words(cursor, skip, length)
    const value = text === '' ? null : read(text)
    if (value !== null) return { text, value, length }
  }
  return null
}

export const namesSomething = (cursor: Cursor, skip: number): boolean =>
  termAt(cursor.tokens, cursor.at + skip, cursor.nameIndex) !== null
