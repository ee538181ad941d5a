import type { BriefingRequest } from '../subscriptions/briefing-request.ts'
import type { Region } from '../tagging/region.ts'
import type { Topic } from '../tagging/topic.ts'
import type { Candidate } from './choose-stories.ts'
import { sectionOf, storyCountries } from './place-story.ts'
import { storyTopics } from './story-topics.ts'
import { weighStory } from './weigh-story.ts'

/** A story that a request asks for, whoever reads it. */
export interface Match<Story extends Candidate = Candidate> {
  readonly story: Story
  readonly countries: readonly string[]
  readonly topics: readonly string[]
  /** Id of the region in whose section it stands. */
  readonly section: string
}

export interface Places {
  readonly regions: readonly Region[]
  readonly topics: readonly Topic[]
  /** Milliseconds since 1970. */
  readonly now: number
}

/** The stories that a request asks for, strongest first. What its reader was told plays no part here: equal wishes share one list. */
export function matchStories<Story extends Candidate>(
  candidates: readonly Story[],
  request: BriefingRequest,
  { regions, topics: allTopics, now }: Places,
): readonly Match<Story>[] {
  const wanted = wantedCountries(request, regions)
  const wantedTopics = (request.topics ?? []).flatMap((id) =>
    allTopics.filter((topic) => topic.id === id).map((topic) => topic.code),
  )
  const matching = candidates.flatMap((story) => {
    const { countries, topics } = factsOf(story)
    if (wanted !== null && !countries.some((code) => wanted.has(code))) return []
    if (wantedTopics.length > 0 && !wantedTopics.some((code) => topics.includes(code))) return []
    if (!toldBy(story, request.sources ?? [])) return []
    const section = sectionOf(countries, regions, wanted)
    return [{ story, countries, topics, section, weight: weighStory(story, now) }]
  })
  return matching.sort((a, b) => b.weight - a.weight || (a.story.id < b.story.id ? -1 : 1))
}

interface Facts {
  readonly countries: readonly string[]
  readonly topics: readonly string[]
}

/** Counted once for each story read, not once for each of thousands of requests. */
const FACTS = new WeakMap<Candidate['reports'], Facts>()

function factsOf({ reports }: Candidate): Facts {
  const facts = FACTS.get(reports) ?? { countries: storyCountries(reports), topics: storyTopics(reports) }
  FACTS.set(reports, facts)
  return facts
}

function wantedCountries(request: BriefingRequest, regions: readonly Region[]): ReadonlySet<string> | null {
  const { regions: wantedRegions = [], countries = [] } = request
  if (wantedRegions.length === 0 && countries.length === 0) return null
  const ofRegions = wantedRegions.flatMap((id) => regions.find((region) => region.id === id)?.countries ?? [])
  return new Set([...countries, ...ofRegions])
}

function toldBy(story: Candidate, sources: readonly string[]): boolean {
  return sources.length === 0 || story.reports.some((report) => sources.includes(report.sourceId))
}
