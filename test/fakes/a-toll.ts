import type { Figure } from '../../src/records/finding.ts'

/** Creates a figure: at least this many people died, in these words of an article. */
export const aToll = (value: number, words: string): Figure => ({
  kind: 'figure',
  start: 0,
  end: 10,
  names: [],
  what: 'killed',
  value,
  low: null,
  high: null,
  qualifier: 'atLeast',
  unit: null,
  words,
})
