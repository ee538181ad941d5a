import type { CutWords } from './word-classes.ts'
import type { Token } from './read-tokens.ts'
import type { Span } from '../../records/briefing.ts'

/** Words that somebody wants to leave out, with what stands around them. */
export interface Cut {
  readonly words: CutWords
  /** What is left out, without the comma, dash or bracket at either end. */
  readonly inside: readonly Token[]
  /** What is kept before and behind it, without these marks. */
  readonly before: readonly Token[]
  readonly after: readonly Token[]
  /** What parts it from the words before it. */
  readonly opening: 'start' | 'comma' | 'dash' | 'bracket' | 'none'
  /** What parts it from the words behind it. */
  readonly closing: 'end' | 'comma' | 'dash' | 'bracket' | 'none'
  /** Whether the opening mark is left out with it. */
  readonly takesOpening: boolean
  /** Nothing touches it from outside, as in "(un)safe". */
  readonly standsApart: boolean
}

/** Looks at a span of a sentence; null where it begins or ends inside a word, or holds none. */
export function lookAtCut(tokens: readonly Token[], [start, end]: Span, words: CutWords): Cut | null {
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

/** Between commas or dashes, or from one to the end. */
export const isAside = ({ opening, closing }: Cut): boolean =>
  (opening === 'comma' || opening === 'dash') && (closing === opening || closing === 'end')

/** Whether the word before the cut is a name; a first word has its capital for nothing. Scripts without capitals name nobody: there the answer is yes. */
export function followsName({ before, words }: Cut): boolean {
  const last = before.at(-1)
  if (last?.kind !== 'word') return false
  if (!/\p{Ll}|\p{Lu}/u.test(last.word)) return true
  return last.capital && (before.length > 1 || words.nouns === 'capital')
}

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

/** Whether the first of these words is "and", which Arabic writes onto the next word. */
export const opensWithAnd = (tokens: readonly Token[], { words }: Cut): boolean =>
  words.and.has(tokens[0]) || (words.verbs === 'hidden' && /^و../u.test(tokens[0]?.word ?? ''))
