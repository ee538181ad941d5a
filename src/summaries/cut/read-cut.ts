import type { CutWords } from './word-classes.ts'
import type { Token } from './read-tokens.ts'
import type { Span } from '../../records/briefing.ts'

/** Words to be left out of a sentence, with their context. */
export interface Cut {
  readonly words: CutWords
  /** The tokens left out, without the comma, dash or bracket at either end. */
  readonly inside: readonly Token[]
  /** The tokens kept before and behind, without these marks. */
  readonly before: readonly Token[]
  readonly after: readonly Token[]
  /** What separates it from the words before; `start` if there are none. */
  readonly opening: 'start' | 'comma' | 'dash' | 'bracket' | 'none'
  /** What separates it from the words behind; `end` if there are none. */
  readonly closing: 'end' | 'comma' | 'dash' | 'bracket' | 'none'
  /** Whether the opening mark is left out as well. */
  readonly takesOpening: boolean
  /** Whether no token touches it from outside, as in "(un)safe". */
  readonly standsApart: boolean
}

/**
 * Reads a span of a sentence with its context. Returns null if it begins or ends inside a token or contains
 * no word.
 */
export function readCut(tokens: readonly Token[], [start, end]: Span, words: CutWords): Cut | null {
  if (tokens.some((token) => isWithin(start, token) || isWithin(end, token))) return null
  let inside = tokens.filter((token) => token.start >= start && token.end <= end)
  let before = tokens.filter((token) => token.end <= start)
  let after = tokens.filter((token) => token.start >= end)
  const [first, last] = [inside[0], inside.at(-1)]
  const takesOpening = markOf(first, '([') !== 'none'
  const opening = takesOpening ? markOf(first, '([') : markOf(before.at(-1), '([')
  const takesClosing = inside.length > 1 && markOf(last, ')]') !== 'none'
  const closing = takesClosing ? markOf(last, ')]') : markOf(after[0], ')]')
  inside = inside.slice(Number(takesOpening), takesClosing ? -1 : undefined)
  if (!takesOpening && opening !== 'none') before = before.slice(0, -1)
  if (!takesClosing && closing !== 'none') after = after.slice(1)
  if (!inside.some(isWord)) return null
  return {
    words,
    inside,
    before,
    after,
    opening: before.some(isWord) ? opening : 'start',
    closing: after.some(isWord) ? closing : closing === 'bracket' ? 'bracket' : 'end',
    takesOpening,
    standsApart:
      !before.some(({ end }) => end === first?.start) && !after.some(({ start }) => start === last?.end),
  }
}

const isWithin = (offset: number, { start, end }: Token): boolean => offset > start && offset < end

function markOf(token: Token | undefined, brackets: string): 'comma' | 'dash' | 'bracket' | 'none' {
  if (token?.kind === 'comma' || token?.kind === 'dash') return token.kind
  return token?.kind === 'mark' && brackets.includes(token.word) ? 'bracket' : 'none'
}

export const isWord = ({ kind }: Token): boolean => kind === 'word' || kind === 'number'

/** Whether it stands between two commas or two dashes, or between one of them and the end. */
export const isAside = ({ opening, closing }: Cut): boolean =>
  (opening === 'comma' || opening === 'dash') && (closing === opening || closing === 'end')

/**
 * Whether the word before the cut is a name. The capital of a sentence's first word does not count where only
 * names have one. In scripts without capitals the answer is always yes.
 */
export function followsName({ before, words }: Cut): boolean {
  const last = before.at(-1)
  if (last?.kind !== 'word') return false
  if (!/\p{Ll}|\p{Lu}/u.test(last.word)) return true
  return last.capital && (before.length > 1 || words.nouns === 'capital')
}

/** Whether a word looks like a finite verb. Where nouns have capitals, a verb has none. */
export const isFiniteVerb = (token: Token, { words }: Cut): boolean =>
  (words.auxiliary.has(token) || words.verb.has(token)) && !(words.nouns === 'capital' && token.capital)

/**
 * Whether these words contain a finite verb where their language puts it. In languages whose verbs cannot be
 * recognised, any word is enough.
 */
export function holdsVerb(tokens: readonly Token[], cut: Cut): boolean {
  const wordTokens = tokens.filter(isWord)
  if (cut.words.verbs === 'hidden') return wordTokens.length > 0
  const last = wordTokens.at(-1)
  if (cut.words.order === 'verb-last') return last !== undefined && isFiniteVerb(last, cut)
  return wordTokens.some((token) => isFiniteVerb(token, cut))
}

/** Whether the first of these words is "and", which Arabic attaches to the next word. */
export const opensWithAnd = (tokens: readonly Token[], { words }: Cut): boolean =>
  words.and.has(tokens[0]) || (words.verbs === 'hidden' && /^و../u.test(tokens[0]?.word ?? ''))
