import { diffArrays } from 'diff'

/** A piece of two compared texts: in both, or only in one. */
export interface ComparedPiece {
  readonly text: string
  readonly of: 'both' | 'before' | 'after'
}

/**
 * Number of differing words beyond which each text is returned as one piece: comparing takes longer the more
 * differs.
 */
const MOST_CHANGES = 800

/**
 * Compares two texts word by word, in the order of both; `language` is BCP 47. What is between words is a
 * piece of its own.
 */
export function compareWords(before: string, after: string, language: string): readonly ComparedPiece[] {
  const parts = diffArrays(wordsOf(before, language), wordsOf(after, language), {
    maxEditLength: MOST_CHANGES,
  }) ?? [
    { value: [before], removed: true, added: false },
    { value: [after], removed: false, added: true },
  ]
  return parts.map(({ value, added, removed }) => ({
    text: value.join(''),
    of: added ? 'after' : removed ? 'before' : 'both',
  }))
}

const wordsOf = (text: string, language: string): string[] =>
  Array.from(segmenterOf(language).segment(text), ({ segment }) => segment)

const segmenterOf = (language: string): Intl.Segmenter =>
  segmenters.getOrInsertComputed(language, () => new Intl.Segmenter(language, { granularity: 'word' }))

const segmenters = new Map<string, Intl.Segmenter>()
