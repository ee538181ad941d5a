import type { StoryMark } from './mark-stories.ts'
import type { Match, Selection } from './match-stories.ts'
import { NO_PLACE } from './story-facts.ts'

export interface Choice<Mark extends StoryMark = StoryMark> {
  readonly sections: readonly ChosenSection<Mark>[]
  /** Stories that are neither told nor named. */
  readonly leftOut: number
}

/** The stories of one region, and how many did not fit. */
interface ChosenSection<Mark> {
  readonly region: string
  readonly stories: readonly (Marked<Mark> & { readonly also: AlsoNamed<Mark> })[]
  readonly leftOut: number
}

interface Marked<Mark> {
  readonly id: string
  readonly marked: Mark
}

/** What is named under a story: the strongest untold ones of its running story, and how many more exist. */
interface AlsoNamed<Mark> {
  readonly stories: readonly Marked<Mark>[]
  readonly more: number
}

/**
 * Chooses and orders stories for one reader: by section, strongest first, at most `perSection` in each,
 * `stories` in all and two of one running story. Under the last of these two, others are named. `fills` tells
 * more of a running story if there is room and nothing else to tell. Minor stories come last, and only until
 * half of the places are taken. What matched but did not fit is counted,
 * never dropped silently.
 *
 * `marks`: what each story is to the reader, by id. `onlyMoved` leaves out stories that did not move since
 * they were told; a briefing asked for by hand shows them without a mark. Stories that were told before and
 * did not arrive take no room.
 */
export function chooseStories<Mark extends StoryMark>(
  matches: readonly Match[],
  limits: Pick<Selection, 'stories' | 'perSection'>,
  marks: ReadonlyMap<string, Mark>,
  { onlyMoved, fills = false }: ChoiceOptions,
): Choice<Mark> {
  const asked = matches.flatMap(({ story: { id, storylineId }, section, isMinor, isUndelivered }) => {
    const marked = marks.get(id)
    return marked === undefined || (onlyMoved && marked.mark === null)
      ? []
      : [{ id, storylineId, section, isMinor, isUndelivered, marked }]
  })
  const countBySection = new Map<string, number>()
  const countByLine = new Map<string, number>()
  const chosen = new Set(asked.filter(({ isUndelivered }) => isUndelivered))
  for (const { storylineId } of chosen) countByLine.set(storylineId, (countByLine.get(storylineId) ?? 0) + 1)
  let taken = 0
  const take = (stories: typeof asked, until: number, mostOfLine = MOST_OF_RUNNING_STORY): void => {
    for (const story of stories) {
      const [inLine, inSection] = [
        countByLine.get(story.storylineId) ?? 0,
        countBySection.get(story.section) ?? 0,
      ]
      if (taken >= until || inLine >= mostOfLine || inSection >= limits.perSection || chosen.has(story))
        continue
      chosen.add(story)
      countByLine.set(story.storylineId, inLine + 1)
      countBySection.set(story.section, inSection + 1)
      taken++
    }
  }
  const major = asked.filter(({ isMinor }) => !isMinor)
  take(major, limits.stories)
  if (fills) take(major, limits.stories, Infinity)
  take(asked, Math.ceil(limits.stories * FILLED_WITH_MINOR))
  const chosenBySection = inReadingOrder(
    Map.groupBy(
      asked.filter((story) => chosen.has(story)),
      ({ section }) => section,
    ),
  )
  const lastOfLine = new Map(
    chosenBySection.flatMap(([, stories]) => stories.map((story) => [story.storylineId, story])),
  )
  const others = asked.filter((story) => !chosen.has(story))
  const othersOfLine = Map.groupBy(others, ({ storylineId }) => storylineId)
  const named = new Set(
    [...lastOfLine.keys()].flatMap((line) => (othersOfLine.get(line) ?? []).slice(0, MOST_NAMED)),
  )
  const leftOutOf = Map.groupBy(
    others.filter((story) => !named.has(story)),
    ({ section }) => section,
  )
  return {
    sections: chosenBySection.map(([region, stories]) => ({
      region,
      stories: stories.map((story) => {
        const rest =
          lastOfLine.get(story.storylineId) === story ? (othersOfLine.get(story.storylineId) ?? []) : []
        const also = rest.slice(0, MOST_NAMED)
        return {
          id: story.id,
          marked: story.marked,
          also: { stories: also, more: rest.length - also.length },
        }
      }),
      leftOut: leftOutOf.get(region)?.length ?? 0,
    })),
    leftOut: others.length - named.size,
  }
}

interface ChoiceOptions {
  readonly onlyMoved: boolean
  readonly fills?: boolean
}

/** Minor stories are told until this share of a briefing's places is taken: short is better than filled. */
const FILLED_WITH_MINOR = 0.5

/** Stories told of one running story: an affair of forty stories is not all that happened. */
const MOST_OF_RUNNING_STORY = 2
/** Stories named on one line, which should stay short. */
const MOST_NAMED = 3

/** Orders sections by the strongest story told in each; the one without a place comes last. */
function inReadingOrder<T>(bySection: ReadonlyMap<string, T>): (readonly [string, T])[] {
  const sections = [...bySection]
  return [...sections.filter(([id]) => id !== NO_PLACE), ...sections.filter(([id]) => id === NO_PLACE)]
}
