import type { BriefedStory, Briefing } from '../../../src/records/briefing.ts'
import type { Group } from './block.ts'
import { TOP_STORIES, TOP_TEXT } from '../limits.ts'
import { weigh } from '../text/weigh.ts'

/** The stories told in the message itself: the strongest of each region, then the second of each, as far as there is room. */
export function topStories(
  { sections }: Briefing,
  drawn: ReadonlyMap<BriefedStory, Group>,
): ReadonlySet<BriefedStory> {
  const ranked = sections
    .flatMap(({ stories }) => stories.map((story, rank) => ({ story, rank })))
    .toSorted((one, other) => one.rank - other.rank)
  const top = new Set<BriefedStory>()
  let room = TOP_TEXT
  for (const { story } of ranked) {
    const weight = weigh(drawn.get(story) ?? [])
    if (weight > room) continue
    top.add(story)
    room -= weight
    if (top.size === TOP_STORIES) break
  }
  return top
}
