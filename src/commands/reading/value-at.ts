import type { CommandOption } from '../../chat/command.ts'
import { hasOperators } from '../../subscriptions/expression/parse-expression.ts'
import { readerOf } from '../options.ts'
import { LONGEST_PHRASE } from './grammar.ts'
import type { ReadingContext } from './reader.ts'
import type { Token } from './tokens.ts'

/** The value of an option, and its number of tokens. */
export interface ValueAt {
  readonly text: string
  readonly length: number
}

/**
 * Returns the value that begins after the colon of a token. `region:middle east` extends to the longest value
 * that the option knows; keywords extend to the end of their expression. Quoted values end with the quote.
 */
export function valueAt(
  tokens: readonly Token[],
  at: number,
  option: CommandOption | null,
  around: Pick<ReadingContext, 'nameIndex' | 'now'>,
): ValueAt {
  const first = tokens[at]
  const alone = { text: first?.text ?? '', length: 1 }
  if (first === undefined || option === null || first.text === '') return alone
  if (option.kind === 'keywords') return expressionAt(tokens, at)
  if (first.quoted) return alone
  for (let length = Math.min(LONGEST_VALUE, tokens.length - at); length > 1; length--) {
    const further = tokens.slice(at + 1, at + length)
    if (further.some(({ key, quoted }) => key !== null || quoted)) continue
    const text = [first, ...further].map((token) => token.text).join(' ')
    if (readerOf(option).knows?.(text, around) === true) return { text, length }
  }
  return alone
}

/** Most tokens in a value without quotes. */
const LONGEST_VALUE = Math.max(LONGEST_PHRASE, 8)

/**
 * Returns the keyword expression that begins after the colon of a token, as far as brackets and operators
 * hold it together. Both `keywords:wheat OR "rice deal" daily` and `keywords:(wheat OR rice) daily` have an
 * expression of three tokens.
 */
function expressionAt(
  tokens: readonly Token[],
  at: number,
): { readonly text: string; readonly length: number } {
  const first = tokens[at]
  if (first === undefined) return { text: '', length: 0 }
  const head = { ...first, key: null }
  const run = [head, ...tokens.slice(at + 1)]
  let end = operandEnd(run, 0)
  for (;;) {
    const next = run[end]
    if (next === undefined || next.key !== null) break
    if (isOperator(next)) end = operandEnd(run, end + (NOT.test(next.text) ? 0 : 1))
    else if (isRefused(next)) end = operandEnd(run, end)
    else break
  }
  const used = run.slice(0, Math.min(end, run.length))
  return used.length === 1
    ? { text: first.text, length: 1 }
    : { text: used.map(written).join(' '), length: used.length }
}

/**
 * Returns the position after the word, phrase or bracket that begins here, including a NOT before it. A
 * bracket that is never closed reaches to the end.
 */
function operandEnd(run: readonly Token[], from: number): number {
  let at = from
  while (run[at] !== undefined && isNot(run[at])) at++
  let open = 0
  for (; at < run.length; at++) {
    const token = run[at]
    if (token === undefined || token.key !== null) return at
    if (!token.quoted) open += count(token.text, '(') - count(token.text, ')')
    if (open <= 0) return at + 1
  }
  return at
}

const NOT = /^NOT$/u
const isNot = (token: Token | undefined): boolean =>
  token !== undefined && token.key === null && !token.quoted && NOT.test(token.text)
const isOperator = ({ text, quoted }: Token): boolean => !quoted && /^(?:AND|OR|NOT|&&?|\|\|?)$/u.test(text)
const isRefused = ({ text, quoted }: Token): boolean => !quoted && /^[-\u2212\u2013][\p{L}"]/u.test(text)
const count = (text: string, sign: string): number => text.split(sign).length - 1

/**
 * Quotes a phrase again; a whole expression in quotes gets brackets, since other terms may stand beside it.
 */
function written({ text, quoted }: Token): string {
  if (!quoted) return text
  return hasOperators(text) ? `(${text})` : `"${text}"`
}
