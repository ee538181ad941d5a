import type { BriefingRequest } from '../records/subscription.ts'

/**
 * The part of a request that says what somebody wants to read about. Different kinds narrow one another;
 * within a kind any value matches. An empty filter matches everything.
 */
export type NewsFilter = Pick<
  BriefingRequest,
  | 'regions'
  | 'countries'
  | 'topics'
  | 'sources'
  | 'people'
  | 'languages'
  | 'expression'
  | 'withoutTopics'
  | 'withoutCountries'
  | 'withoutSources'
>

const unique = (list: readonly string[]): readonly string[] => [...new Set(list)]

/** Returns the filter of a request. Empty lists are left out; the fields have a fixed order. */
export function filterOf(request: NewsFilter): NewsFilter {
  const { expression, ...rest } = request
  const { regions = [], countries = [], topics = [], sources = [], people = [], languages = [] } = rest
  const { withoutTopics = [], withoutCountries = [], withoutSources = [] } = rest
  return {
    ...(regions.length > 0 && { regions }),
    ...(countries.length > 0 && { countries }),
    ...(topics.length > 0 && { topics }),
    ...(sources.length > 0 && { sources }),
    ...(people.length > 0 && { people }),
    ...(languages.length > 0 && { languages }),
    ...(expression !== undefined && { expression }),
    ...(withoutTopics.length > 0 && { withoutTopics: unique(withoutTopics) }),
    ...(withoutCountries.length > 0 && { withoutCountries: unique(withoutCountries) }),
    ...(withoutSources.length > 0 && { withoutSources: unique(withoutSources) }),
  }
}

/** Returns whether the filter is empty, so that everything passes. */
export const isEverything = (filter: NewsFilter): boolean => Object.keys(filterOf(filter)).length === 0
