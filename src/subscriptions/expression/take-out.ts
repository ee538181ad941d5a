import { fold } from '../../language/letters.ts'
import type { Expression } from '../../records/expression.ts'
import { parseExpression, printExpression } from './parse-expression.ts'

/**
 * Returns a keyword expression without a word. If the expression asks for the word, that term is removed; if
 * not, the word is refused from now on. Undefined where nothing is left.
 */
export function takeOut(expression: string | undefined, word: string): string | undefined {
  const parsed = expression === undefined ? null : parseExpression(expression)
  const before = parsed?.status === 'parsed' ? parsed.expression : null
  const refused: Expression = { kind: 'not', of: { kind: 'term', text: word.replaceAll('"', '') } }
  if (before === null) return printExpression(refused)
  const rest = without(before, fold(word))
  if (rest === null) return undefined
  return printExpression(rest === before ? { kind: 'and', of: [before, refused] } : rest)
}

/** Returns the same object if the word is not in it, and null if nothing else is. */
function without(expression: Expression, word: string): Expression | null {
  if (expression.kind === 'not') return expression
  if (expression.kind === 'term') return fold(expression.text) === word ? null : expression
  const parts = expression.of.map((part) => without(part, word))
  if (parts.every((part, at) => part === expression.of[at])) return expression
  const left = parts.filter((part) => part !== null)
  const [only] = left
  if (only === undefined) return null
  return left.length === 1 ? only : { ...expression, of: left }
}
