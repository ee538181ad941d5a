import type { Numeral } from '../numbers.ts'
import type { Token } from '../tokens.ts'
import { isCurrencyCode, isCurrencySign } from './currencies.ts'
import type { FoundSign } from './figure-words.ts'

/** The surroundings of a number. */
interface Around {
  readonly tokens: readonly Token[]
  readonly signAt: readonly (FoundSign | null)[]
  readonly text: string
  readonly language: string
}

/** What a number measures, and the token range that tells it. */
export interface Kind {
  readonly what: 'money' | 'magnitude' | 'percent' | 'other'
  readonly from: number
  readonly to: number
  readonly unit: readonly [number, number] | null
  readonly isThing?: boolean
}

const isPercentSign = (token: Token | undefined): boolean =>
  token !== undefined && /^[%٪﹪]$/u.test(token.key)

/** Returns money, percent or magnitude by what stands around a number; null if it is none of them. */
export function kindOf(
  { value }: Numeral,
  from: number,
  to: number,
  { tokens, signAt, text }: Around,
): Kind | null {
  const [before, behind] = [tokens[from - 1], tokens[to]]
  const isFree = behind !== undefined && !/[\p{L}\p{N}]/u.test(text[behind.end] ?? '')
  if ((isPercentSign(behind) && isFree) || signAt[to]?.sign.kind === 'percent')
    return { what: 'percent', from, to: Math.max(to + 1, signAt[to]?.to ?? 0), unit: null }
  const isAlone = before !== undefined && /^(?:\s|)$/u.test(text[before.start - 1] ?? '')
  if ((isPercentSign(before) && isAlone) || signAt[from - 1]?.sign.kind === 'percent')
    return { what: 'percent', from: from - 1, to, unit: null }
  const isMoney = (at: number): boolean => {
    const token = tokens[at]
    if (token === undefined) return false
    return (
      isCurrencySign(token.key) ||
      signAt[at]?.sign.kind === 'money' ||
      (token.kind === 'word' && isCurrencyCode(text.slice(token.start, token.end)))
    )
  }
  if (
    before !== undefined &&
    (isCurrencySign(before.key) ||
      (before.end - before.start === 3 && isMoney(from - 1) && signAt[from - 1] === null))
  )
    return { what: 'money', from: from - 1, to, unit: [from - 1, from] }
  for (const at of [to, to + 1])
    if (
      isMoney(at) &&
      // "in 1995 for £200 million": a currency sign before another number belongs to that one.
      !(isCurrencySign(tokens[at]?.key ?? '') && tokens[at + 1]?.kind === 'digits') &&
      (at === to || tokens[to]?.kind === 'word') &&
      signAt[to]?.sign.kind !== 'joins'
    )
      return { what: 'money', from, to: at + 1, unit: [to, at + 1] }
  if (value === null || value >= HIGHEST_MAGNITUDE || value <= 1) return null
  for (const at of [from - 1, from - 2, from - 3, to, to + 1, to + 2])
    if (signAt[at]?.sign.kind === 'magnitude') return { what: 'magnitude', from, to, unit: null }
  return null
}

/** No earthquake on record exceeded 9.5. */
const HIGHEST_MAGNITUDE = 10

/** Languages whose adjectives follow their noun, which directly follows its number. */
const NOUN_FIRST: ReadonlySet<string> = new Set(['ar', 'fa', 'he'])

/** Returns the word after a number as what it counts, or null. */
export function otherOf(from: number, to: number, { tokens, signAt, language }: Around): Kind | null {
  const sign = signAt[to]?.sign.kind
  if (
    tokens[to]?.kind !== 'word' ||
    sign === 'joins' ||
    sign === 'blocks' ||
    sign === 'openers' ||
    sign === 'toll'
  )
    return null
  // "35 sheep", "two suspicious cats": one or two adjectives may precede the noun.
  const behindAdjectives = NOUN_FIRST.has(language) ? [] : [to + 1, to + 2]
  const isThing =
    sign === 'things' ||
    behindAdjectives.some((at) => signAt[at]?.sign.kind === 'things' && isWordsOnly(to, at))
  return { what: 'other', from, to: to + 1, unit: [to, to + 1], isThing }

  function isWordsOnly(first: number, end: number): boolean {
    return tokens.slice(first, end).every(({ kind }, at) => kind === 'word' && signAt[first + at] === null)
  }
}
