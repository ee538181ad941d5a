import { clusterOf } from './cluster-of.ts'
import { contradict } from './contradict.ts'
import type { VectorStore } from './create-vector-store.ts'
import {
  requiredLikeness,
  type Compared,
  eventLikeness,
  fitByWords,
  shareAfterContradiction,
} from './likeness.ts'
import { type Member, shrinkStory, storyOf, type StoryInMemory } from './story-in-memory.ts'

/**
 * Returns the reports of the stories in `near` that tell of the same event as `alone`, a story of one
 * article, in the article's language. The article is clustered anew with all reports of the stories it is
 * somewhat like. So earlier grouping does not decide, and the best fits are joined first.
 */
export function reportsOfSameEvent(
  vectors: VectorStore,
  alone: StoryInMemory,
  near: readonly StoryInMemory[],
): readonly Member[] {
  const language = alone.parts[0]?.language
  /** Likeness to the article, for stories that are clustered as one unit. */
  const likenesses = new Map<Unit, number>()
  let room = MOST_CLUSTERED
  const units = near.flatMap((story): readonly Unit[] => {
    const part = inLanguage(story, language)
    if (part === null) return []
    const likeness = eventLikeness(vectors, alone, part)
    if (likeness / requiredLikeness(alone, part) < LIKELY_SHARE) return []
    const isWhole = part.articles > Math.min(MOST_SPLIT_UP, room)
    if (!isWhole) room -= part.articles
    if (!isWhole && story.articles > 1) return part.members.map(unitOf)
    likenesses.set(part, likeness)
    return [part]
  })
  if (units.length === 0) return []
  const together = clusterOf<Unit>(
    [...units, alone],
    (one, other) => (one === alone ? likenesses.get(other) : undefined) ?? eventLikeness(vectors, one, other),
    requiredLikeness,
    (one, other) =>
      shareAfterContradiction(contradict(membersOf(one.units), membersOf(other.units)), one, other),
  )
  return withoutUnlike(vectors, membersOf(together))
}

/** What is clustered as one: an article, or the part of a large story in one language. */
interface Unit extends Compared {
  readonly members: readonly Member[]
}

/** Makes a story of one article with only what is compared, because many are made for each article. */
const unitOf = (member: Member): Unit => ({
  articles: 1,
  parts: [{ language: member.language, articles: 1, words: member.words, english: member.english }],
  words: member.size,
  timed: member.at === null ? 0 : 1,
  meanAt: member.at ?? 0,
  members: [member],
})

const membersOf = (units: readonly Unit[]): readonly Member[] => units.flatMap(({ members }) => members)

/**
 * Returns the part of a story in a language, with the text length and age of the whole story, or null if
 * there is none.
 */
function inLanguage(story: StoryInMemory, language: string | undefined): Unit | null {
  const part = story.parts.find((one) => one.language === language)
  if (part === undefined) return null
  if (story.parts.length === 1) return story
  const { words, timed, meanAt, members } = story
  return {
    articles: part.articles,
    parts: [part],
    words,
    timed,
    meanAt,
    members: members.filter((member) => member.language === language),
  }
}

/**
 * Leaves out stories in several languages that are unlike the rest of the cluster. One report of such a story
 * may be like the article while the rest of the story tells of another event.
 */
function withoutUnlike(vectors: VectorStore, together: readonly Member[]): readonly Member[] {
  const unlike = new Set<StoryInMemory>()
  for (const story of new Set(together.map((member) => member.story))) {
    if (story === null || story.parts.length === 1) continue
    const others = storyOf(
      vectors,
      together.filter((member) => member.story !== story),
    )
    if (fitByWords(vectors, others, story) < WHOLE_STORY_SHARE) unlike.add(story)
    shrinkStory(vectors, others, [])
  }
  return together.filter(({ story }) => story !== null && !unlike.has(story))
}

/**
 * Returns the oldest story of which more than half, in the language of these members, is among them, or null.
 */
export function storyOfMost(members: readonly Member[]): StoryInMemory | null {
  let oldest: StoryInMemory | null = null
  for (const [story, found] of Map.groupBy(members, (member) => member.story)) {
    const part = story?.parts.find(({ language }) => language === found[0]?.language)
    if (story === null || found.length * 2 <= (part?.articles ?? 0)) continue
    if (oldest === null || story.sequence < oldest.sequence) oldest = story
  }
  return oldest
}

/**
 * Share of the likeness required of two stories above which a story's reports are clustered with the article.
 * Between 0.3, 0.4, 0.5 and 0.6 the labelled pairs of the stream differ by one or two, the sets of clusters
 * not at all.
 */
const LIKELY_SHARE = 0.5

/**
 * How many articles of one story, and of all stories, are clustered one by one; a larger story counts as one
 * unit. At 40 and 60 the labelled pairs of the stream find a point less, and the sets of clusters stay as
 * they are.
 */
const MOST_SPLIT_UP = 16
const MOST_CLUSTERED = 32

/**
 * Share of the required likeness that a whole story in several languages needs. 0.5 and 0.7 give the same
 * result; at 1 the labelled pairs of the stream find 5 points less. Without this check, two of seven
 * follow-ups in the project's own set join their event.
 */
const WHOLE_STORY_SHARE = 0.7
