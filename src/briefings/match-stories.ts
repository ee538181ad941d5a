import type { Region } from '../tagging/region.ts'
import type { Topic } from '../tagging/topic.ts'
import type { StoryHead } from '../records/story.ts'
import { fitOf, misfit } from './misfit.ts'
import { sectionOf } from './place-story.ts'
import { factsOf } from './story-facts.ts'
import { weighStory } from './weigh-story.ts'
import type { Wish } from './wish-of.ts'

/** A story that a request asks for, whoever reads it. */
export interface Match<Story extends StoryHead = StoryHead> {
  readonly story: Story
  readonly countries: readonly string[]
  readonly topics: readonly string[]
  /** Id of the region in whose section it stands. */
  readonly section: string
}

export interface Places {
  readonly regions: readonly Region[]
  readonly topics: readonly Topic[]
  /** Stories that say what the expression of the request asks; null without one. */
  readonly saying?: ReadonlySet<string> | null
  /** Milliseconds since 1970. */
  readonly now: number
}

/** The stories that a request asks for, strongest first. What its reader was told plays no part here: equal wishes share one list. */
export function matchStories<Story extends StoryHead>(
  candidates: readonly Story[],
  wish: Wish,
  { regions, topics: allTopics, saying = null, now }: Places,
): readonly Match<Story>[] {
  const fit = fitOf(wish, { regions, topics: allTopics, saying })
  const matching = candidates.flatMap((story) => {
    const { countries, topics } = factsOf(story)
    if (misfit(story, { countries, topics }, fit) !== null) return []
    const section = sectionOf(countries, regions, fit.countries)
    return [{ story, countries, topics, section, weight: weighStory(story, now) }]
  })
  return matching.sort((a, b) => b.weight - a.weight || (a.story.id < b.story.id ? -1 : 1))
}
