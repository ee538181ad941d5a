import { hasOperators } from '../subscriptions/expression/parse-expression.ts'

/** Words that are all to be said and keywords beside them, as one expression: `"grain" AND NOT "hamas"`. */
export function withRefused(words: string, expression: string | undefined): string {
  if (expression === undefined) return words
  return [...eachOf(words), `(${expression})`].join(' AND ')
}

/** Phrases stay whole; a word behind a minus is left out. */
function eachOf(words: string): readonly string[] {
  if (hasOperators(words)) return [`(${words})`]
  return Array.from(words.matchAll(/(-)?(?:"([^"]+)"?|([^\s"]+))/gu), ([, minus, phrase, word]) => {
    const term = `"${phrase ?? word ?? ''}"`
    return minus === undefined ? term : `NOT ${term}`
  })
}
