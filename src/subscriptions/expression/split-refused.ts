import type { Expression } from '../../records/expression.ts'
import { parseExpression, printExpression } from './parse-expression.ts'

/**
 * Splits a keyword expression into what it asks for and the words that it refuses. "oil AND NOT gas" asks for
 * oil and refuses gas. `wanted` is null where the expression only refuses.
 */
export function splitRefused(expression: string): {
  readonly wanted: string | null
  readonly refused: readonly string[]
} {
  const parsed = parseExpression(expression)
  if (parsed.status !== 'parsed') return { wanted: expression, refused: [] }
  const parts = parsed.expression.kind === 'and' ? parsed.expression.of : [parsed.expression]
  const refused = parts.flatMap(refusedTerms)
  if (refused.length === 0) return { wanted: expression, refused }
  const wanted = parts.filter((part) => refusedTerms(part).length === 0)
  return { wanted: wanted.length === 0 ? null : printExpression({ kind: 'and', of: wanted }), refused }
}

const refusedTerms = (part: Expression): readonly string[] =>
  part.kind === 'not' && part.of.kind === 'term' ? [part.of.text] : []
