import type { Expression } from '../../records/expression.ts'

/** An expression as people may type it; reading it again gives the same tree. */
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
