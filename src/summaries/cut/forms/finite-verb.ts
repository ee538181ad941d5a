import { isWord, type Cut } from '../look-at-cut.ts'
import type { Token } from '../read-tokens.ts'

/** Whether a word has the shape of a finite verb. Where nouns have capitals, a verb has none. */
export const isFiniteVerb = (token: Token, { words }: Cut): boolean =>
  (words.auxiliary.has(token) || words.verb.has(token)) && !(words.nouns === 'capital' && token.capital)

/** Whether these words hold a finite verb where their language puts it. Where verbs do not show, nobody can say that they do not. */
export function holdsVerb(tokens: readonly Token[], cut: Cut): boolean {
  const said = tokens.filter(isWord)
  if (cut.words.verbs === 'hidden') return said.length > 0
  const last = said.at(-1)
  if (cut.words.order === 'verb-last') return last !== undefined && isFiniteVerb(last, cut)
  return said.some((token) => isFiniteVerb(token, cut))
}
