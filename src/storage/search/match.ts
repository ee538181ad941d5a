/** What an article has to say, for the index of any engine. */
export type Match =
  /** A run of words, as `cutWords` and stems have them; `isStart`: the last one may go on. */
  | { readonly kind: 'words'; readonly words: string; readonly isStart?: boolean }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Match[] }
  /** What matches `of`, but nothing of `not`. */
  | { readonly kind: 'but'; readonly of: Match; readonly not: readonly Match[] }
  /** Said in one part of the article. */
  | { readonly kind: 'in'; readonly part: 'title' | 'lead'; readonly of: Match }

/** What a found article must meet, and narrower forms of it that make it a better find. */
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

/** Every condition holds and no excluded one. Null when there is no condition to begin with: no index has "all but". */
export const allOf = (conditions: readonly Match[], excluded: readonly Match[]): Match | null =>
  conditions.length === 0 ? null : but(both(conditions), excluded)

function joined(kind: 'and' | 'or', of: readonly Match[]): Match {
  const [only] = of
  return only !== undefined && of.length === 1 ? only : { kind, of }
}
