import { foldTerm, type Term, type Vocabulary } from '../vocabulary.ts'
import { cutTokens } from './cut-tokens.ts'
import { means } from './grammar.ts'

/** What names in a row mean, and what is left that names nothing we know. */
export interface ReadWish {
  readonly terms: readonly Term[]
  /** In order; quotes are kept round phrases. */
  readonly rest: readonly string[]
  /** "all" was said. */
  readonly all: boolean
}

/** Names by longest match in the vocabulary, in any order: `middle east conflict turkey`. Small words between them are skipped. */
export function readWish(text: string, vocabulary: Vocabulary): ReadWish {
  const tokens = cutTokens(text)
  const terms: Term[] = []
  const rest: string[] = []
  let all = false
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined) break
    if (isAll(token)) {
      all = true
      continue
    }
    const match = termAt(tokens, at, vocabulary)
    if (match !== null) {
      terms.push(match.term)
      at += match.length - 1
    } else if (token.quoted) rest.push(`"${token.text}"`)
    else if (!isSmall(token.text)) rest.push(token.text.replace(/,+$/u, ''))
  }
  return { terms, rest, all }
}

/** The longest name that begins at this token, and of how many tokens it is; null where none does. */
export function termAt(
  tokens: readonly { readonly key: string | null; readonly text: string; readonly quoted: boolean }[],
  at: number,
  vocabulary: Vocabulary,
): { readonly term: Term; readonly length: number } | null {
  for (let length = Math.min(vocabulary.longest, tokens.length - at); length >= 1; length--) {
    const run = tokens.slice(at, at + length)
    if (run.some((token) => token.key !== null || (token.quoted && length > 1))) continue
    const term = vocabulary.terms.get(foldTerm(run.map((token) => token.text).join(' ')))?.[0]
    if (term !== undefined) return { term, length }
  }
  return null
}

function isSmall(word: string): boolean {
  return SIGNS.test(word) || means(word, 'filler') || means(word, 'in') || means(word, 'and')
}

/** What stands between names. A picture may be meant for one. */
const SIGNS = /^(?:(?!\p{Extended_Pictographic})[\p{P}\p{S}])+$/u

const isAll = (token: { readonly text: string; readonly quoted: boolean }): boolean =>
  !token.quoted && means(token.text, 'all')
