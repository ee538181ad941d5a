import fc from 'fast-check'
import type { Expression } from '../../../src/records/expression.ts'

/** Keyword expressions over these terms, in the normal form of `parseExpression`. */
export function anExpression(terms: readonly string[]): fc.Arbitrary<Expression> {
  const term = fc.constantFrom(...terms).map((text): Expression => ({ kind: 'term', text }))
  const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      term,
      tie('expression').map((of): Expression => (of.kind === 'not' ? of.of : { kind: 'not', of })),
      fc
        .tuple(
          fc.constantFrom<'and' | 'or'>('and', 'or'),
          fc.array(tie('expression'), { minLength: 2, maxLength: 3 }),
        )
        .map(([kind, parts]): Expression => ({
          kind,
          of: parts.flatMap((part) => (part.kind === kind ? part.of : [part])),
        })),
    ),
  }))
  return expression
}
