/**
 * A keyword expression as a tree. A term is one word or the words of a phrase, as typed. `name` is the person
 * or organisation it names, as tags have it.
 */
export type Expression =
  | { readonly kind: 'term'; readonly text: string; readonly name?: string }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Expression[] }

/** The terms of an expression, in order, including those under NOT. */
export function termsOf(expression: Expression): readonly string[] {
  if (expression.kind === 'term') return [expression.text]
  return expression.kind === 'not' ? termsOf(expression.of) : expression.of.flatMap(termsOf)
}
