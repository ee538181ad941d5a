import { eachStory } from './each-story.ts'
import type { BriefedStory, Briefing } from '../records/briefing.ts'
import type { Removal } from '../records/removal.ts'

/**
 * Returns the indices of the outlets whose pages a told story links to: those that it quotes, and the one
 * whose headline it bears.
 */
export function leadingOutlets({
  headline,
  sentences,
  developments = [],
  outlets,
}: Pick<BriefedStory, 'headline' | 'sentences' | 'developments' | 'outlets'>): ReadonlySet<number> {
  const quoted = [...sentences, ...developments].flatMap((one) => ('outlet' in one ? [one.outlet] : []))
  const bearing = outlets.findIndex(({ title, url }) => title === headline && url !== null)
  return new Set(bearing < 0 ? quoted : [...quoted, bearing])
}

/**
 * A page that was taken down or is there again. `changedAt`: when that was found, in milliseconds since 1970.
 */
export interface ChangedPage {
  readonly url: string
  /** Null if it is there again. */
  readonly removal: Removal | null
  readonly changedAt: number
}

/**
 * Returns the briefing with the removal of a page in each story that links to it, or with its return if the
 * removal was told there. The same object if nothing of it shows.
 */
export function markRemoval(briefing: Briefing, page: ChangedPage): Briefing {
  return eachStory(briefing, (story) => markStory(story, page))
}

function markStory(story: BriefedStory, { url, removal, changedAt }: ChangedPage): BriefedStory {
  const leading = leadingOutlets(story)
  const outlet = story.outlets.findIndex((one, index) => one.url === url && leading.has(index))
  const { removals = [] } = story
  const shown = removals.find((one) => one.outlet === outlet)
  const isShown = shown !== undefined && shown.returnedAt === undefined
  if (outlet < 0 || isShown === (removal !== null)) return story
  const others = removals.filter((one) => one !== shown)
  if (removal !== null) return { ...story, removals: [...others, { ...removal, outlet }] }
  return shown === undefined
    ? story
    : { ...story, removals: [...others, { ...shown, returnedAt: changedAt }] }
}
