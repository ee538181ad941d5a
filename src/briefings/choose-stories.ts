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
 * Orders stories for one reader: by section, strongest first, at most `perSection` each and `stories` in all, and of one running story not more than two as
 * long as there is something else to tell. What matched but did not fit is counted, never dropped in silence. With `onlyMoved`, stories that did not move
 * since they were told stay out; a briefing asked for by hand shows them without a mark. `marks` says by story id what each is to the reader. Those that are
 * `undelivered` were chosen before and did not arrive: they take no room.
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
  const asked = matches.flatMap(({ story: { id, storylineId }, section }) => {
    const marked = marks.get(id)
    return marked === undefined || (onlyMoved && marked.mark === null)
      ? []
      : [{ id, storylineId, section, marked }]
  })
  const taken = new Map<string, number>()
  const ofLine = new Map<string, number>()
  const chosen = new Set(asked.filter(({ id }) => undelivered.has(id)))
  for (const { storylineId } of chosen) ofLine.set(storylineId, (ofLine.get(storylineId) ?? 0) + 1)
  let left = room.stories
  for (const most of [MOST_OF_ONE_LINE, Infinity])
    for (const story of asked) {
      const [own, inSection] = [ofLine.get(story.storylineId) ?? 0, taken.get(story.section) ?? 0]
      if (left === 0 || own >= most || inSection >= room.perSection || chosen.has(story)) continue
      chosen.add(story)
      ofLine.set(story.storylineId, own + 1)
      taken.set(story.section, inSection + 1)
      left--
    }
  const told = asked.filter((story) => chosen.has(story))
  const bySection = Map.groupBy(asked, ({ section }) => section)
  const sections = Array.from(
    Map.groupBy(told, ({ section }) => section),
    ([region, stories]) => ({
      region,
      stories: stories.map(({ id, marked }) => ({ id, marked })),
      leftOut: (bySection.get(region)?.length ?? 0) - stories.length,
    }),
  )
  return { sections: inReadingOrder(sections), leftOut: asked.length - told.length }
}

/** An affair of forty stories is not all that happened. */
const MOST_OF_ONE_LINE = 2

const NOTHING: ReadonlySet<string> = new Set()

/** Sections follow the strongest story told in each; what has no place comes last. */
function inReadingOrder<T extends { readonly region: string }>(sections: readonly T[]): T[] {
  return [...sections.filter((s) => s.region !== NO_PLACE), ...sections.filter((s) => s.region === NO_PLACE)]
}
