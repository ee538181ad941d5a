import { foldTerm, type Vocabulary } from '../vocabulary.ts'
import type { Token } from './cut-tokens.ts'

/** Names that stand together without a blank: `syria,lebanon`, and `syria/iraq` where both are names. An address is left whole. */
export function splitNames(token: Token, { terms }: Vocabulary): readonly Token[] {
  const { key, text, quoted } = token
  if (key !== null || quoted || text.includes('://')) return [token]
  const isName = (part: string): boolean => terms.has(foldTerm(part))
  return text
    .split(/(?<=[,،;])(?=[^,،;])/u)
    .flatMap((piece) => {
      const parts = piece.split('/')
      return parts.length > 1 && parts.every(isName) ? parts : [piece]
    })
    .map((piece) => ({ ...token, text: piece }))
}
