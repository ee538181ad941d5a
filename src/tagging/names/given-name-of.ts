import { baseForms } from '../../language/endings.ts'
import { MEN, WOMEN } from './known-names.ts'

/** A first name that a word of a Russian or Ukrainian text is. */
export interface GivenName {
  /** In the nominative, folded. */
  readonly base: string
  readonly isWoman: boolean
  /** The text has it in the nominative. */
  readonly isPlain: boolean
}

/** The first name that a folded word is a form of, or undefined. `language` is `ru` or `uk`. */
export function givenNameOf(word: string, language: string): GivenName | undefined {
  if (MEN.has(word) || WOMEN.has(word))
    return { base: word, isWoman: WOMEN.has(word) && !MEN.has(word), isPlain: true }
  const base = baseForms(language, word).find((form) => MEN.has(form) || WOMEN.has(form))
  return base === undefined ? undefined : { base, isWoman: WOMEN.has(base), isPlain: false }
}
