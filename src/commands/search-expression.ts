import { hasOperators } from '../subscriptions/expression/parse-expression.ts'

/** Combines words that must all occur with an expression: `"grain" AND NOT "hamas"`. */
export function searchExpression(words: string, expression: string | undefined): string {
  if (expression === undefined) return words
  return [...termsOf(words), `(${expression})`].join(' AND ')
}

/** Splits words into terms. Phrases stay whole; a word after a minus is excluded. */
function termsOf(words: string): readonly string[] {
  if (hasOperators(words)) return [`(${words})`]
  return Array.from(words.matchAll(/(-)?(?:"([^"]+)"?|([^\s"]+))/gu), ([, minus, phrase, word]) => {
    const term = `"${phrase ?? word ?? ''}"`
    return minus === undefined ? term : `NOT ${term}`
  })
}
