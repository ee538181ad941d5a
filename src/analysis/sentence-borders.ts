import type { Token } from './tokens.ts'

/** The sentences of a text as ranges of tokens. */
export interface SentenceBorders {
  /** Returns the sentence around a token; `to` is exclusive. */
  around(at: number): readonly [from: number, to: number]
}

/**
 * Finds the sentences of a text. They end at a full stop, `!`, `?`, `…`, a semicolon or the end of a line,
 * but not at a stop after a short word ("No.", "Dr.") or within a number.
 */
export function sentenceBorders(tokens: readonly Token[]): SentenceBorders {
  const starts = [0]
  for (const [at, token] of tokens.entries()) if (endsSentence(tokens, at, token)) starts.push(at + 1)
  return {
    around(at) {
      let [low, high] = [0, starts.length]
      while (high - low > 1) {
        const middle = (low + high) >> 1
        if ((starts[middle] ?? 0) <= at) low = middle
        else high = middle
      }
      return [starts[low] ?? 0, starts[low + 1] ?? tokens.length]
    },
  }
}

/** Letters of an abbreviated month. */
const LONGEST_MONTH = 4

function endsSentence(tokens: readonly Token[], at: number, { key, kind }: Token): boolean {
  if (kind !== 'mark') return false
  if (key === '\n' || /^[!?؟…;؛]$/u.test(key)) return true
  if (key !== '.') return false
  const [before, behind] = [tokens[at - 1], tokens[at + 1]]
  if (behind === undefined) return true
  // "Sept. 16": a month and its day.
  if (
    before?.isCapital === true &&
    before.end - before.start <= LONGEST_MONTH &&
    /^\d{1,2}$/u.test(behind.key)
  )
    return false
  // "No. 7", "U.S."
  if (
    before !== undefined &&
    before.kind === 'word' &&
    before.end - before.start <= 2 &&
    behind.kind !== 'mark'
  )
    return false
  return (
    behind.kind === 'mark' ||
    behind.kind === 'digits' ||
    behind.isCapital ||
    !/\p{Lu}/u.test(behind.key.toUpperCase()) ||
    isCaseless(behind.key)
  )
}

const isCaseless = (key: string): boolean => key.toUpperCase() === key.toLowerCase()
