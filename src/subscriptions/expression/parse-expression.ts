import type { Expression } from '../../records/expression.ts'
import { cutWords } from '../../language/cut-words.ts'

export type ParsedExpression =
  | { readonly status: 'parsed'; readonly expression: Expression }
  | { readonly status: 'mistake'; readonly mistake: ExpressionMistake }

/**
 * What is wrong with an expression. `near` is the token where it was noticed; empty at the end of the text.
 */
export interface ExpressionMistake {
  readonly kind: 'empty' | 'too-long' | 'too-deep' | 'too-many-terms' | 'bracket' | 'operator' | 'no-letters'
  readonly near: string
}

/**
 * In UTF-16 units. A longer expression cannot be read at a glance; also, it has to fit one option of a form.
 */
export const LONGEST_EXPRESSION = 300
/**
 * As many terms as a search takes (`MOST_TERMS` in `src/storage/search`): each costs one lookup per language.
 */
export const MOST_KEYWORDS = 32
/** Deepest nesting of brackets and negations. */
const DEEPEST = 8

/**
 * Parses `"grain deal" AND (Odesa OR Одеса) NOT weather`. Words side by side are joined by AND, which binds
 * closer than OR. Operators are in capitals, and `-word` is `NOT word`. Typographic quotation marks count as
 * quotes.
 */
export function parseExpression(typed: string): ParsedExpression {
  if (typed.length > LONGEST_EXPRESSION) return mistake('too-long', '')
  const tokens = cut(typed)
  if (tokens.length === 0) return mistake('empty', '')
  const terms = tokens.filter((token) => token.kind === 'term')
  if (terms.length > MOST_KEYWORDS) return mistake('too-many-terms', '')
  const blank = terms.find((term) => cutWords(term.text, 'und').length === 0)
  if (blank !== undefined) return mistake('no-letters', blank.text)

  let at = 0
  const next = (): Token | undefined => tokens[at]
  const failed = (kind: ExpressionMistake['kind']): Failure => new Failure({ kind, near: next()?.text ?? '' })

  function either(depth: number): Expression {
    const parts = [both(depth)]
    while (next()?.kind === 'or') {
      at++
      parts.push(both(depth))
    }
    return join('or', parts)
  }

  function both(depth: number): Expression {
    const parts = [one(depth)]
    for (;;) {
      const token = next()
      if (token === undefined || token.kind === 'or' || token.kind === 'close') return join('and', parts)
      if (token.kind === 'and') at++
      parts.push(one(depth))
    }
  }

  function one(depth: number): Expression {
    if (depth > DEEPEST) throw failed('too-deep')
    const token = next()
    if (token?.kind === 'not') {
      at++
      const of = one(depth + 1)
      return of.kind === 'not' ? of.of : { kind: 'not', of }
    }
    if (token?.kind === 'open') {
      at++
      const inner = either(depth + 1)
      if (next()?.kind !== 'close') throw failed('bracket')
      at++
      return inner
    }
    if (token?.kind !== 'term') throw failed(token?.kind === 'close' ? 'bracket' : 'operator')
    at++
    return { kind: 'term', text: token.text }
  }

  try {
    const expression = either(0)
    return next() === undefined ? { status: 'parsed', expression } : mistake('bracket', next()?.text ?? '')
  } catch (error) {
    if (error instanceof Failure) return { status: 'mistake', mistake: error.mistake }
    throw error
  }
}

/**
 * Returns whether AND, OR or NOT stand among the words, in capitals and outside quotes. Signs do not count,
 * since headlines contain them too.
 */
export function hasOperators(typed: string): boolean {
  return cut(typed).some(({ kind, text }) => kind !== 'term' && /^[A-Z]+$/u.test(text))
}

class Failure extends Error {
  readonly mistake: ExpressionMistake
  constructor(mistake: ExpressionMistake) {
    super(mistake.kind)
    this.mistake = mistake
  }
}

const mistake = (kind: ExpressionMistake['kind'], near: string): ParsedExpression => ({
  status: 'mistake',
  mistake: { kind, near },
})

/** Flattens `a AND (b AND c)` to `a AND b AND c`, so that equal meanings have one form. */
function join(kind: 'and' | 'or', parts: readonly Expression[]): Expression {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.of : [part]))
  const [only] = flat
  return flat.length === 1 && only !== undefined ? only : { kind, of: flat }
}

interface Token {
  readonly kind: 'term' | 'and' | 'or' | 'not' | 'open' | 'close'
  readonly text: string
}

const OPERATORS: ReadonlyMap<string, Token['kind']> = new Map([
  ['AND', 'and'],
  ['&', 'and'],
  ['&&', 'and'],
  ['OR', 'or'],
  ['|', 'or'],
  ['||', 'or'],
  ['NOT', 'not'],
  ['(', 'open'],
  [')', 'close'],
])

const TOKEN =
  /["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)|(?<=^|[\s(])([-\u2212\u2013])(?=[^\s)])|([()])|([^\s"“”„«»()]+)/gu

function cut(typed: string): Token[] {
  const tokens: Token[] = []
  for (const [, phrase, minus, bracket, bare] of typed.matchAll(TOKEN)) {
    if (minus !== undefined) tokens.push({ kind: 'not', text: minus })
    else if (phrase !== undefined) {
      const text = phrase.trim().replaceAll(/\s+/gu, ' ')
      if (text !== '') tokens.push({ kind: 'term', text })
    } else {
      const text = bracket ?? bare ?? ''
      tokens.push({ kind: OPERATORS.get(text) ?? 'term', text })
    }
  }
  return tokens
}

/** Prints an expression as people may type it. Parsing the result gives the same tree. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'term':
      return BARE.test(expression.text) && !OPERATOR.test(expression.text)
        ? expression.text
        : `"${expression.text}"`
    case 'not':
      return `NOT ${inBrackets(expression.of)}`
    case 'and':
      return expression.of
        .map((part) => (part.kind === 'or' ? inBrackets(part) : printExpression(part)))
        .join(' AND ')
    case 'or':
      return expression.of.map(printExpression).join(' OR ')
    default:
      return expression satisfies never
  }
}

function inBrackets(expression: Expression): string {
  const printed = printExpression(expression)
  return expression.kind === 'and' || expression.kind === 'or' ? `(${printed})` : printed
}

const BARE = /^[\p{L}\p{N}][^\s"“”„«»()]*$/u
const OPERATOR = /^(?:AND|OR|NOT)$/u
