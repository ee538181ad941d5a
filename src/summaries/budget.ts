/** How much a summary may say. */
export interface Budget {
  /** Words in all; the first sentence may be longer, so that there is a summary at all. */
  readonly words: number
  readonly sentences: number
}

/** What most briefings show of one story. */
const USUAL_SENTENCES = 3

export function budgetOf(limits: { readonly words?: number; readonly sentences?: number }): Budget {
  const { words, sentences } = limits
  return {
    words: words ?? Infinity,
    sentences: sentences ?? (words === undefined ? USUAL_SENTENCES : Infinity),
  }
}
