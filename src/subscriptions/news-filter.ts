import type { BriefingRequest } from '../records/subscription.ts'

/** What somebody wants to read about, as ids. Kinds narrow one another; within a kind any will do; all empty is everything. */
export interface NewsFilter {
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

export const NO_FILTER: NewsFilter = {
  regions: [],
  countries: [],
  topics: [],
  sources: [],
  people: [],
  languages: [],
  expression: null,
}

/** The filter in a request. */
export function filterOf(request: BriefingRequest): NewsFilter {
  return {
    regions: request.regions ?? [],
    countries: request.countries ?? [],
    topics: request.topics ?? [],
    sources: request.sources ?? [],
    people: request.people ?? [],
    languages: request.languages ?? [],
    expression: request.expression ?? null,
  }
}

/** NewsFilter as the fields of a request. */
export function toFields(
  filter: NewsFilter,
): Pick<
  BriefingRequest,
  'regions' | 'countries' | 'topics' | 'sources' | 'people' | 'languages' | 'expression'
> {
  const { regions, countries, topics, sources, people, languages, expression } = filter
  return {
    ...(regions.length > 0 && { regions }),
    ...(countries.length > 0 && { countries }),
    ...(topics.length > 0 && { topics }),
    ...(sources.length > 0 && { sources }),
    ...(people.length > 0 && { people }),
    ...(languages.length > 0 && { languages }),
    ...(expression !== null && { expression }),
  }
}

/** Whether it names nothing: everything passes. */
export function isEverything({ expression, ...lists }: NewsFilter): boolean {
  return expression === null && Object.values(lists).every((list) => list.length === 0)
}
