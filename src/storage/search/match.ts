/** A search condition on articles, for the index of any engine. */
export type Match =
  /** A run of words as `cutWords` and the stemmers give them. `isStart`: the last word may be a prefix. */
  | { readonly kind: 'words'; readonly words: string; readonly isStart?: boolean }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Match[] }
  /** Matches `of`, but nothing of `not`. */
  | { readonly kind: 'but'; readonly of: Match; readonly not: readonly Match[] }
  /** Must stand in this part of the article. */
  | { readonly kind: 'in'; readonly part: 'title' | 'lead'; readonly of: Match }

/** What an article must match, and narrower forms that raise its rank. */
export interface Condition {
  readonly match: Match
  readonly better: readonly { readonly match: Match; readonly points: number }[]
}

export const words = (run: string): Match => ({ kind: 'words', words: run })

export const both = (of: readonly Match[]): Match => joined('and', of)

export const either = (of: readonly Match[]): Match => joined('or', of)

/** Any of these runs of words. */
export const anyOf = (runs: readonly string[]): Match => either(runs.map(words))

export const but = (of: Match, not: readonly Match[]): Match =>
  not.length === 0 ? of : { kind: 'but', of, not }

/**
 * All conditions and none of the excluded ones. Null without conditions: no index can search for "all but".
 */
export const allOf = (conditions: readonly Match[], excluded: readonly Match[]): Match | null =>
  conditions.length === 0 ? null : but(both(conditions), excluded)

function joined(kind: 'and' | 'or', of: readonly Match[]): Match {
  const [only] = of
  return only !== undefined && of.length === 1 ? only : { kind, of }
}
