import { contradict } from './contradict.ts'
import type { VectorStore } from './create-vector-store.ts'
import {
  fitByWords,
  fitOf,
  IN_LINE,
  likenessOf,
  likenessOfLines,
  likenessToLine,
  SAME_LINE,
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
  /** The average over all pairs of an article of each, 0 to 1. */
  readonly likeness: number
  /** What it has to reach for one event, so far apart in time; null where nothing is shared. */
  readonly needed: number | null
  /** They name different countries, cities or people, for which more is asked. */
  readonly contradicts: boolean
  /** They tell of one event, by all of this. */
  readonly fits: boolean
  /** Between what they tell on average; null where a time is not known. */
  readonly hours: number | null
}

/** What holds an article in its story and parts it from others, as all of them stand now. */
export interface PlacementReasons {
  readonly storyId: string
  readonly storylineId: string
  /** Of its story, it too, oldest first: each held against all others; null for one that is alone. */
  readonly members: readonly { readonly id: string; readonly toOthers: Comparison | null }[]
  /** Of all other stories the one that fits it best; null where there is no other. */
  readonly nearest: {
    readonly storyId: string
    readonly memberIds: readonly string[]
    readonly toArticle: Comparison
  } | null
  readonly storyline: {
    /** Its other stories. */
    readonly storyIds: readonly string[]
    /** Of its story to these, 0 to 1; null where there is none. */
    readonly likeness: number | null
    /** That any needs to belong to it. */
    readonly needed: number
    /** The running story that comes nearest, of the others: how like the whole of its own it is, and what both need to be one. */
    readonly nearest: {
      readonly storylineId: string
      readonly likeness: number
      readonly needed: number
    } | null
  }
}

/** Compares two groups of articles as placing does. */
export function compareGroups(
  vectors: VectorStore,
  one: readonly Member[],
  other: readonly Member[],
): Comparison {
  return withStory(vectors, one, (left) =>
    withStory(vectors, other, (right) => compare(vectors, left, right)),
  )
}

/** `stories`: all in memory, the article's own among them. Null for an article that is in none. */
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
    storylineId: story.line.id,
    members,
    nearest,
    storyline: explainLine(vectors, stories, story),
  }
}

function explainLine(
  vectors: VectorStore,
  stories: readonly StoryInMemory[],
  story: StoryInMemory,
): PlacementReasons['storyline'] {
  const others = stories.filter((other) => other !== story && other.line === story.line)
  const inLine = others.flatMap(({ members }) => members)
  const lines = new Set(stories.map(({ line }) => line).filter((line) => line !== story.line))
  /** Whether the story of a running story that is likest to this one contradicts it. */
  const contradicts = (its: readonly StoryInMemory[]): boolean =>
    best(
      its,
      (other) => fitByWords(vectors, story, other),
      (other) => contradict(story.members, other.members),
    ) ?? false
  const likenessTo = (line: Group, its: readonly StoryInMemory[]): number =>
    likenessToLine(vectors, story, line, contradicts(its))
  const isAll = story.line.articles === story.articles
  const likenessOfBoth = (line: RunningStory): number => {
    const its = [...line.stories]
    return isAll ? likenessTo(line, its) : likenessOfLines(vectors, story.line, line, contradicts(its))
  }
  return {
    storyIds: others.map(({ id }) => id),
    likeness: inLine.length === 0 ? null : withStory(vectors, inLine, (rest) => likenessTo(rest, others)),
    needed: IN_LINE,
    nearest: best([...lines], likenessOfBoth, (line, likeness) => ({
      storylineId: line.id,
      likeness,
      needed: isAll ? IN_LINE : SAME_LINE,
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

/** What `use` makes of a story of these articles, whose vectors are freed again. */
function withStory<T>(vectors: VectorStore, members: readonly Member[], use: (story: StoryInMemory) => T): T {
  const story = storyOf(vectors, members)
  const used = use(story)
  shrinkStory(vectors, story, [])
  return used
}

/** What is told of the one that is likest; null of none. */
function best<T, Told>(
  all: readonly T[],
  likenessOf: (one: T) => number,
  tell: (one: T, likeness: number) => Told,
): Told | null {
  let found: Told | null = null
  let most = 0
  for (const one of all) {
    const likeness = likenessOf(one)
    if (likeness <= most) continue
    most = likeness
    found = tell(one, likeness)
  }
  return found
}
