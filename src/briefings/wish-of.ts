import type { BriefingRequest } from '../subscriptions/briefing-request.ts'

const WISHES = new WeakMap<BriefingRequest, string>()

/** What a request asks for, as a text: who asks, where, when and in which language left out. */
export function wishOf(request: BriefingRequest): string {
  const known = WISHES.get(request)
  if (known !== undefined) return known
  const { regions, countries, topics, sources, people, languages, expression, stories, perSection } = request
  const wish = JSON.stringify([
    regions,
    countries,
    topics,
    sources,
    people,
    languages,
    expression,
    stories,
    perSection,
  ])
  WISHES.set(request, wish)
  return wish
}
