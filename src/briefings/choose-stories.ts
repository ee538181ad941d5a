import type { StoryMark } from './mark-stories.ts'
import type { Match, Selection } from './match-stories.ts'
import { NO_PLACE } from './story-facts.ts'

export interface Choice<Mark extends StoryMark = StoryMark> {
  readonly sections: readonly Chosen<Mark>[]
  readonly leftOut: number
}

/** The stories of one region, and how many did not fit. */
interface Chosen<Mark> {
  readonly region: string
  readonly stories: readonly { readonly id: string; readonly marked: Mark }[]
  readonly leftOut: number
}

/**
 * Orders stories for one reader: by section, strongest first, at most `perSection` each and `stories` in all. What matched but did not
 * fit is counted, never dropped in silence. With `onlyMoved`, stories that did not move since they were told stay out; a briefing asked for
 * by hand shows them without a mark. `marks` says by story id what each is to the reader. Those that are `undelivered` were chosen before and did not arrive: they take no room.
 */
export function chooseStories<Mark extends StoryMark>(
  matches: readonly Match[],
  room: Pick<Selection, 'stories' | 'perSection'>,
  marks: ReadonlyMap<string, Mark>,
  {
    onlyMoved,
    undelivered = NOTHING,
  }: { readonly onlyMoved: boolean; readonly undelivered?: ReadonlySet<string> },
): Choice<Mark> {
  const perSection = new Map<
    string,
    { stories: { id: string; marked: Mark }[]; taken: number; leftOut: number }
  >()
  let left = room.stories
  for (const match of matches) {
    const marked = marks.get(match.story.id)
    if (marked === undefined || (onlyMoved && marked.mark === null)) continue
    const section = perSection.getOrInsert(match.section, { stories: [], taken: 0, leftOut: 0 })
    const isUndelivered = undelivered.has(match.story.id)
    if (isUndelivered || (left > 0 && section.taken < room.perSection)) {
      section.stories.push({ id: match.story.id, marked })
      if (isUndelivered) continue
      section.taken++
      left--
    } else section.leftOut++
  }
  const sections = [...perSection].map(([region, { stories, leftOut }]) => ({ region, stories, leftOut }))
  return {
    sections: inReadingOrder(sections.filter((section) => section.stories.length > 0)),
    leftOut: sections.reduce((sum, section) => sum + section.leftOut, 0),
  }
}

const NOTHING: ReadonlySet<string> = new Set()

/** Sections follow their strongest story; what has no place comes last. */
function inReadingOrder<T extends { readonly region: string }>(sections: readonly T[]): T[] {
  return [...sections.filter((s) => s.region !== NO_PLACE), ...sections.filter((s) => s.region === NO_PLACE)]
}
