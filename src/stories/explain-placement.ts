import { contradict } from './contradict.ts'
import type { VectorStore } from './create-vector-store.ts'
import {
  fitByWords,
  fitOf,
  IN_RUNNING_STORY,
  likenessOf,
  likenessOfRunningStories,
  likenessToRunningStory,
  SAME_RUNNING_STORY,
} from './likeness.ts'
import {
  type Group,
  type Member,
  type RunningStory,
  shrinkStory,
  storyOf,
  type StoryInMemory,
} from './story-in-memory.ts'

/** How two groups of articles compare. */
export interface Comparison {
  /** Average over all pairs of articles, one of each group, 0 to 1. */
  readonly likeness: number
  /** The likeness required for one event at this distance in time; null if nothing is shared. */
  readonly needed: number | null
  /** Whether they name different countries, cities or people, which raises the requirement. */
  readonly contradicts: boolean
  /** Whether they tell of one event, all things considered. */
  readonly fits: boolean
  /** Hours between the mean times of both groups; null if a time is unknown. */
  readonly hours: number | null
}

/** What holds an article in its story and apart from others, as they all stand now. */
export interface PlacementReasons {
  readonly storyId: string
  readonly storylineId: string
  /**
   * The articles of its story including itself, oldest first, each compared with all others; null if it is
   * the only one.
   */
  readonly members: readonly { readonly id: string; readonly toOthers: Comparison | null }[]
  /** The other story that fits best; null if there is no other. */
  readonly nearest: {
    readonly storyId: string
    readonly memberIds: readonly string[]
    readonly toArticle: Comparison
  } | null
  readonly storyline: {
    /** Other stories of its running story. */
    readonly storyIds: readonly string[]
    /** Likeness of its story to these, 0 to 1; null if there are none. */
    readonly likeness: number | null
    /** The likeness a story needs to belong to it. */
    readonly needed: number
    /**
     * The most similar other running story: its likeness to this whole running story, and the likeness
     * required to be one.
     */
    readonly nearest: {
      readonly storylineId: string
      readonly likeness: number
      readonly needed: number
    } | null
  }
}

/** Compares two groups of articles in the way placing does. */
export function compareGroups(
  vectors: VectorStore,
  one: readonly Member[],
  other: readonly Member[],
): Comparison {
  return withStory(vectors, one, (left) =>
    withStory(vectors, other, (right) => compare(vectors, left, right)),
  )
}

/**
 * Explains where an article stands. `stories` are all in memory, including the article's own. Null if the
 * article is in no story.
 */
export function explainPlacement(
  vectors: VectorStore,
  stories: readonly StoryInMemory[],
  article: Member,
): PlacementReasons | null {
  const { story } = article
  if (story === null) return null
  const members = story.members.map((member) => {
    const others = story.members.filter((one) => one !== member)
    return { id: member.id, toOthers: others.length === 0 ? null : compareGroups(vectors, [member], others) }
  })
  const nearest = withStory(vectors, [article], (alone) =>
    best(
      stories.filter((other) => other !== story),
      (other) => fitByWords(vectors, alone, other),
      (other) => ({
        storyId: other.id,
        memberIds: other.members.map(({ id }) => id),
        toArticle: compare(vectors, alone, other),
      }),
    ),
  )
  return {
    storyId: story.id,
    storylineId: story.runningStory.id,
    members,
    nearest,
    storyline: explainRunningStory(vectors, stories, story),
  }
}

function explainRunningStory(
  vectors: VectorStore,
  stories: readonly StoryInMemory[],
  story: StoryInMemory,
): PlacementReasons['storyline'] {
  const others = stories.filter((other) => other !== story && other.runningStory === story.runningStory)
  const membersInRunningStory = others.flatMap(({ members }) => members)
  const runningStories = new Set(
    stories
      .map(({ runningStory }) => runningStory)
      .filter((runningStory) => runningStory !== story.runningStory),
  )
  /** Whether the story in `its` that is most like this one contradicts it. */
  const contradicts = (stories: readonly StoryInMemory[]): boolean =>
    best(
      stories,
      (other) => fitByWords(vectors, story, other),
      (other) => contradict(story.members, other.members),
    ) ?? false
  const likenessTo = (runningStory: Group, stories: readonly StoryInMemory[]): number =>
    likenessToRunningStory(vectors, story, runningStory, contradicts(stories))
  const isAll = story.runningStory.articles === story.articles
  const likenessOfBoth = (runningStory: RunningStory): number => {
    const its = [...runningStory.stories]
    return isAll
      ? likenessTo(runningStory, its)
      : likenessOfRunningStories(vectors, story.runningStory, runningStory, contradicts(its))
  }
  return {
    storyIds: others.map(({ id }) => id),
    likeness:
      membersInRunningStory.length === 0
        ? null
        : withStory(vectors, membersInRunningStory, (rest) => likenessTo(rest, others)),
    needed: IN_RUNNING_STORY,
    nearest: best([...runningStories], likenessOfBoth, (runningStory, likeness) => ({
      storylineId: runningStory.id,
      likeness,
      needed: isAll ? IN_RUNNING_STORY : SAME_RUNNING_STORY,
    })),
  }
}

function compare(vectors: VectorStore, one: StoryInMemory, other: StoryInMemory): Comparison {
  const likeness = likenessOf(vectors, one, other)
  const byWords = fitByWords(vectors, one, other)
  const areTimed = one.timed > 0 && other.timed > 0
  return {
    likeness,
    needed: byWords > 0 ? likeness / byWords : null,
    contradicts: contradict(one.members, other.members),
    fits: fitOf(vectors, one, other) >= 1,
    hours: areTimed ? Math.abs(one.meanAt - other.meanAt) / HOUR_MS : null,
  }
}

const HOUR_MS = 60 * 60 * 1000

/** Calls `use` with a temporary story of these articles and frees its vectors. */
function withStory<T>(vectors: VectorStore, members: readonly Member[], use: (story: StoryInMemory) => T): T {
  const story = storyOf(vectors, members)
  const used = use(story)
  shrinkStory(vectors, story, [])
  return used
}

/** Returns what `explain` makes of the element with the highest likeness; null if none has any. */
function best<T, Explained>(
  all: readonly T[],
  likenessOf: (one: T) => number,
  explain: (one: T, likeness: number) => Explained,
): Explained | null {
  let found: Explained | null = null
  let most = 0
  for (const one of all) {
    const likeness = likenessOf(one)
    if (likeness <= most) continue
    most = likeness
    found = explain(one, likeness)
  }
  return found
}
