import type { StoryHead } from '../records/story.ts'
import { storyCountries } from './place-story.ts'
import { storyTopics } from './story-topics.ts'

/** What a story is about, whoever asks. */
export interface StoryFacts {
  /** ISO 3166-1 alpha-2, strongest first. */
  readonly countries: readonly string[]
  /** IPTC codes, strongest first. */
  readonly topics: readonly string[]
}

const FACTS = new WeakMap<StoryHead['reports'], StoryFacts>()

/** Counts the votes of the reports once for each story read, not once for each of thousands of requests. */
export function factsOf({ reports }: StoryHead): StoryFacts {
  const facts = FACTS.get(reports) ?? { countries: storyCountries(reports), topics: storyTopics(reports) }
  FACTS.set(reports, facts)
  return facts
}
