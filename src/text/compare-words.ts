import { diffArrays } from 'diff'

/** A piece of two texts: in both, or in one of them. */
export interface ComparedPiece {
  readonly text: string
  readonly of: 'both' | 'before' | 'after'
}

/** Words that may differ before one text is a whole piece and the other the next: the time that comparing takes grows with how much differs. */
const MOST_CHANGES = 800

/** Two texts word by word, in the order of both; `language` is BCP 47. What stands between words is a piece of its own. */
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
