/** What somebody wants to read about, as ids. Kinds narrow one another; within a kind any will do; all empty is everything. */
export interface Wishes {
  /** Region ids; joined with `countries`. */
  readonly regions: readonly string[]
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[]
  /** Topic ids. */
  readonly topics: readonly string[]
  /** Source ids. */
  readonly sources: readonly string[]
  /** Names, or parts of names. */
  readonly people: readonly string[]
  /** ISO 639-1. */
  readonly languages: readonly string[]
  /** Keyword expression, as `printExpression` writes it. */
  readonly expression: string | null
}

export const NO_WISHES: Wishes = {
  regions: [],
  countries: [],
  topics: [],
  sources: [],
  people: [],
  languages: [],
  expression: null,
}
