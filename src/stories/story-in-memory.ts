import { emptyVector, type Vector, type VectorStore } from './create-vector-store.ts'
import type { Scene } from './contradict.ts'

/** A placed article, reduced to what later articles are compared with. */
export interface Member {
  readonly id: string
  /** Milliseconds since 1970. Null means unknown and counts as near any story. */
  readonly at: number | null
  readonly language: string
  /** Number of different words. */
  readonly size: number
  readonly words: Vector
  /** English stems of its words; empty if its language has no table of them. */
  readonly english: Vector
  readonly scene: Scene
  /** Its current story, or null. */
  story: StoryInMemory | null
}

/** Articles that are compared as one. */
export interface Group {
  articles: number
  /** By language. Words are compared within a language, English stems across languages. */
  parts: Part[]
  /** How many of the articles have a time, and the mean of these times. */
  timed: number
  meanAt: number
}

/** The sum of a group's articles in one language. */
interface Part {
  readonly language: string
  articles: number
  words: Vector
  english: Vector
}

/**
 * An affair and what follows from it over days: the stories of all its articles. Its parts have their own
 * vectors.
 */
export interface RunningStory extends Group {
  readonly id: string
  readonly stories: Set<StoryInMemory>
}

export interface StoryInMemory extends Group {
  readonly id: string
  /** Smaller means older. */
  readonly sequence: number
  runningStory: RunningStory
  members: Member[]
  /** Average number of different words of a member. */
  words: number
  lastAt: number
  /** Whether members were taken out since the sums were computed: see `sumUp`. */
  isStale: boolean
}

const emptyGroup = (): Group => ({ articles: 0, parts: [], timed: 0, meanAt: 0 })

const emptied = (members: Member[]) => ({ ...emptyGroup(), members, words: 0, lastAt: -Infinity })

export const beginRunningStory = (id: string): RunningStory => ({ id, stories: new Set(), ...emptyGroup() })

export const beginStory = (id: string, sequence: number, runningStory: RunningStory): StoryInMemory => ({
  id,
  sequence,
  runningStory,
  ...emptied([]),
  isStale: false,
})

/** Creates a temporary story of these articles for comparisons. Free its vectors with `shrinkStory`. */
export function storyOf(vectors: VectorStore, members: readonly Member[]): StoryInMemory {
  const story = beginStory('', 0, NO_RUNNING_STORY)
  growStory(vectors, story, members)
  return story
}

const NO_RUNNING_STORY = beginRunningStory('')

export function growStory(vectors: VectorStore, story: StoryInMemory, members: readonly Member[]): void {
  for (const member of members) {
    story.members.push(member)
    story.words += (member.size - story.words) / story.members.length
    if (member.at !== null) story.lastAt = Math.max(story.lastAt, member.at)
    countIn(story, member)
    const { language, words, english } = member
    const part = partIn(story, language)
    // A part with one article uses that article's own vectors, which must not be freed here.
    if (part === undefined) story.parts.push({ language, articles: 1, words, english })
    else replace(vectors, part, member, part.articles > 1, 1)
  }
}

export function growRunningStory(vectors: VectorStore, runningStory: RunningStory, member: Member): void {
  countIn(runningStory, member)
  let part = partIn(runningStory, member.language)
  if (part === undefined) {
    part = { language: member.language, articles: 0, words: emptyVector, english: emptyVector }
    runningStory.parts.push(part)
  }
  replace(vectors, part, member, true, 1)
}

/** Moves all stories of one running story into another. */
export function absorbRunningStory(vectors: VectorStore, stays: RunningStory, ends: RunningStory): void {
  for (const { language, articles, words, english } of ends.parts) {
    let part = partIn(stays, language)
    if (part === undefined) {
      part = { language, articles: 0, words: emptyVector, english: emptyVector }
      stays.parts.push(part)
    }
    replace(vectors, part, { words, english }, true, 1)
    part.articles += articles - 1
  }
  for (const part of ends.parts) freeSums(vectors, part)
  stays.articles += ends.articles
  stays.timed += ends.timed
  if (ends.timed > 0) stays.meanAt += ((ends.meanAt - stays.meanAt) * ends.timed) / stays.timed
  for (const story of ends.stories) {
    story.runningStory = stays
    stays.stories.add(story)
  }
  Object.assign(ends, emptyGroup())
  ends.stories.clear()
}

/**
 * Removes an article. Words that were dropped because the sum had too many (`MOST_SUMMED`) are not restored:
 * an affair of thousands is known by what many of its reports say.
 */
export function shrinkRunningStory(
  vectors: VectorStore,
  runningStory: RunningStory,
  { at, language, words, english }: Member,
): void {
  runningStory.articles--
  if (at !== null)
    runningStory.meanAt =
      --runningStory.timed === 0 ? 0 : runningStory.meanAt + (runningStory.meanAt - at) / runningStory.timed
  const part = partIn(runningStory, language)
  if (part === undefined) return
  if (part.articles > 1) {
    replace(vectors, part, { words, english }, true, -1)
    return
  }
  freeSums(vectors, part)
  runningStory.parts = runningStory.parts.filter((one) => one !== part)
}

const partIn = ({ parts }: Group, language: string): Part | undefined =>
  parts.find((part) => part.language === language)

function countIn(group: Group, { at }: Member): void {
  group.articles++
  if (at !== null) group.meanAt += (at - group.meanAt) / ++group.timed
}

function replace(
  vectors: VectorStore,
  part: Part,
  { words, english }: Pick<Member, 'words' | 'english'>,
  isOwn: boolean,
  sign: 1 | -1,
): void {
  const summedWords = vectors.sum(part.words, words, sign)
  const summedEnglish = vectors.sum(part.english, english, sign)
  if (isOwn) freeSums(vectors, part)
  part.words = summedWords
  part.english = summedEnglish
  part.articles += sign
}

function freeSums(vectors: VectorStore, { words, english }: Part): void {
  vectors.free(words)
  vectors.free(english)
}

/**
 * Reduces a story to these of its members. Most stories that lose an article are never looked at again, so
 * the sums are computed only in `sumUp`.
 */
export function shrinkStory(vectors: VectorStore, story: StoryInMemory, left: Member[]): void {
  for (const part of story.parts) if (part.articles > 1) freeSums(vectors, part)
  Object.assign(story, emptied(left), { isStale: true })
}

/** Returns the story with current sums, as if the members that left had never been in it. */
export function sumUp(vectors: VectorStore, story: StoryInMemory): StoryInMemory {
  if (!story.isStale) return story
  const { members } = story
  Object.assign(story, emptied([]), { isStale: false })
  growStory(vectors, story, members)
  return story
}
