import type { BriefingRequest } from '../records/subscription.ts'
import type { Wishes } from './wishes.ts'

/** The wishes in a request. */
export function wishesOf(request: BriefingRequest): Wishes {
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

/** Wishes as the fields of a request. */
export function toFields(
  wishes: Wishes,
): Pick<
  BriefingRequest,
  'regions' | 'countries' | 'topics' | 'sources' | 'people' | 'languages' | 'expression'
> {
  const { regions, countries, topics, sources, people, languages, expression } = wishes
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

/** Whether nothing is wished for: everything fits. */
export function isEverything({ expression, ...lists }: Wishes): boolean {
  return expression === null && Object.values(lists).every((list) => list.length === 0)
}
