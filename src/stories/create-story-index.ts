import { createFacet, type Entry, strongest } from './create-facet.ts'
import { createStorySlots } from './create-story-slots.ts'
import { createVectorStore } from './create-vector-store.ts'
import { fitOf, IN_LINE, lineLikeness, nearness, SAME_LINE } from './likeness.ts'
import type { Traits } from './read-traits.ts'
import { splitInTwo } from './split-in-two.ts'
import {
  absorbLine,
  beginLine,
  beginStory,
  type Group,
  growLine,
  growStory,
  type Member,
  type RunningStory,
  shrinkLine,
  shrinkStory,
  storyOf,
  type StoryInMemory,
  sumUp,
} from './story-in-memory.ts'

/** The stories in memory, comparable with a new article at a cost that does not grow with their number. */
export interface StoryIndex {
  /**
   * Puts an article into the story it fits best, or into a new one; one that was forgotten and fits nothing, into the story that it once began. Tells which
   * stories it showed to be the same, and which articles left theirs with it because it showed that they are another one.
   */
  place(article: Arrival): {
    readonly member: Member
    readonly storyId: string
    readonly mergedStoryIds: readonly string[]
    readonly movedArticleIds: readonly string[]
    /** Running stories that turned out to be parts of that of the story. */
    readonly mergedStorylineIds: readonly string[]
  }
  /** Puts an article into this story of this running story, whatever it fits; in place of its older version there. */
  putInto(storyId: string, storylineId: string, article: Arrival, older?: Member): Member
  remove(member: Member): void
  /** All stories in memory. */
  all(): readonly StoryInMemory[]
}

interface Arrival {
  readonly id: string
  /** Milliseconds since 1970; null is unknown and near to any story. */
  readonly at: number | null
  readonly traits: Traits
}

/** Sizes at which a story is looked over, so that it costs the same however large stories get. */
const LOOKED_OVER: ReadonlySet<number> = new Set([4, 6, 9, 14, 21, 32])
/** Of what two stories must share to be merged: well below 1, or what parts would merge again. */
const APART = 0.7

interface Entered {
  readonly member: Member
  readonly words: Entry
  readonly english: Entry
}

export function createStoryIndex(vectors = createVectorStore()): StoryIndex {
  const words = createFacet(vectors)
  const english = createFacet(vectors)
  const storyById = new Map<string, StoryInMemory>()
  const lineById = new Map<string, RunningStory>()
  const slots = createStorySlots()

  const enter = ({ id, at, traits }: Arrival): Entered => {
    const own = strongest(traits.words)
    const stems = traits.english === traits.words ? own : strongest(traits.english)
    const entries = { words: words.enter(own), english: english.enter(stems) }
    const { language, scene } = traits
    return {
      member: {
        id,
        at,
        language,
        scene,
        size: traits.words.size,
        words: entries.words.vector,
        english: entries.english.vector,
        story: null,
      },
      ...entries,
    }
  }

  const begin = (id: string, line: RunningStory): StoryInMemory => {
    const story = beginStory(id, slots.next(), line)
    line.stories.add(story)
    slots.set(story)
    storyById.set(id, story)
    return story
  }

  const end = (story: StoryInMemory): void => {
    story.line.stories.delete(story)
    storyById.delete(story.id)
    slots.delete(story.order)
  }

  const summed = (id: string): StoryInMemory | null => {
    const story = storyById.get(id)
    return story === undefined ? null : sumUp(vectors, story)
  }

  const lineNamed = (id: string): RunningStory => lineById.getOrInsertComputed(id, () => beginLine(id))

  const add = (story: StoryInMemory, member: Member): void => {
    growStory(vectors, story, [member])
    growLine(vectors, story.line, member)
    member.story = story
    slots.set(story)
  }

  const leaveLine = (line: RunningStory, leaving: readonly Member[]): void => {
    for (const member of leaving) shrinkLine(vectors, line, member)
    if (line.articles === 0) lineById.delete(line.id)
  }

  /** A story that is all there is of its running story may turn out to be part of another one, and two running stories to be one. Tells which ended so. */
  const chain = (story: StoryInMemory, near: readonly StoryInMemory[]): readonly string[] => {
    if (story.line.articles === story.articles) {
      const found = likestLine(story, near, story.line)
      return found === null ? [] : [mergeLines(found, story.line)]
    }
    const merged: string[] = []
    for (const other of new Set(near.map(({ line }) => line))) {
      if (other === story.line || other.articles === 0) continue
      const fewer = Math.min(other.articles, story.line.articles)
      if (lineLikeness(vectors, other, story.line, fewer) < SAME_LINE) continue
      const [stays, ends] = other.articles > story.line.articles ? [other, story.line] : [story.line, other]
      merged.push(mergeLines(stays, ends))
    }
    // One of them may have ended in the next.
    return merged.filter((id) => id !== story.line.id)
  }

  const mergeLines = (stays: RunningStory, ends: RunningStory): string => {
    absorbLine(vectors, stays, ends)
    lineById.delete(ends.id)
    return ends.id
  }

  const likestLine = (
    group: Group,
    near: readonly StoryInMemory[],
    own?: RunningStory,
  ): RunningStory | null => {
    let most = IN_LINE
    let found: RunningStory | null = null
    for (const line of new Set(near.map((other) => other.line))) {
      if (line === own || line.articles === 0) continue
      const like = lineLikeness(vectors, group, line, line.articles)
      if (like < most) continue
      most = like
      found = line
    }
    return found
  }

  /** From now on a story is found by the words that are most distinctive of this member. */
  const addNew = (story: StoryInMemory, entered: Entered): void => {
    add(story, entered.member)
    words.list(story.order, entered.words.distinctive)
    english.list(story.order, entered.english.distinctive)
  }

  /** From now on a story is found by all words of this member, or is not any more. */
  const relist = (does: 'list' | 'unlist', { order }: StoryInMemory, member: Member): void => {
    words[does](order, vectors.wordsOf(member.words))
    english[does](order, vectors.wordsOf(member.english))
  }

  const merge = (one: StoryInMemory, other: StoryInMemory): StoryInMemory => {
    const [older, younger] = one.order < other.order ? [one, other] : [other, one]
    leaveLine(younger.line, younger.members)
    for (const member of younger.members) {
      add(older, member)
      relist('unlist', younger, member)
      relist('list', older, member)
    }
    shrinkStory(vectors, younger, [])
    end(younger)
    return older
  }

  /** The story and its running story may be left with nothing. */
  const takeOut = (story: StoryInMemory, member: Member): void => {
    member.story = null
    const left = story.members
    // Mostly it is the first, as old ones are forgotten first.
    left.splice(left.indexOf(member), 1)
    if (left.length === 0) relist('unlist', story, member)
    shrinkLine(vectors, story.line, member)
    shrinkStory(vectors, story, left)
    words.remove(member.words)
    english.remove(member.english)
  }

  /** The stories that an article is held against, likeliest first. */
  const nearTo = (entered: Entered): StoryInMemory[] => {
    const { at } = entered.member
    const freshness = (order: number): number => {
      const lastAt = slots.lastAt(order)
      return lastAt === undefined ? 0 : nearness(at === null || lastAt === -Infinity ? null : at - lastAt)
    }
    const orders = new Set([
      ...words.near(entered.words, freshness),
      ...english.near(entered.english, freshness),
    ])
    return [...orders].flatMap((order) => {
      const story = slots.get(order)
      return story === undefined ? [] : [sumUp(vectors, story)]
    })
  }

  /** The likest of these stories, if it tells of the same event. */
  const likest = (story: StoryInMemory, near: Iterable<StoryInMemory>): StoryInMemory | null => {
    let found: StoryInMemory | null = null
    let most = 1
    for (const other of near) {
      if (other === story || other.members.length === 0) continue
      const fit = fitOf(vectors, story, other)
      if (fit < most) continue
      most = fit
      found = other
    }
    return found
  }

  const fitBetween = (one: readonly Member[], other: readonly Member[]): number => {
    const [left, right] = [storyOf(vectors, one), storyOf(vectors, other)]
    const fit = fitOf(vectors, left, right)
    shrinkStory(vectors, left, [])
    shrinkStory(vectors, right, [])
    return fit
  }

  /** The newest member and those that belong with it, where the others tell of something else; none while the story is one. */
  const partOff = (story: StoryInMemory): readonly Member[] => {
    const parts = splitInTwo(story.members, fitBetween)
    if (parts === null) return []
    const [stays, leaves] = parts
    return fitBetween(leaves, stays) < APART ? leaves : []
  }

  return {
    place(arrival) {
      const entered = enter(arrival)
      const { member } = entered
      const near = nearTo(entered)
      const alone = storyOf(vectors, [member])
      const ownId = `s${member.id}`
      let story = likest(alone, near) ?? summed(ownId)
      const mergedStoryIds: string[] = []
      if (story === null) {
        story = begin(ownId, likestLine(alone, near) ?? lineNamed(`l${member.id}`))
        addNew(story, entered)
        return { member, storyId: story.id, mergedStoryIds, movedArticleIds: [], mergedStorylineIds: [] }
      }
      addNew(story, entered)
      for (let same = likest(story, near); same !== null; same = likest(story, near)) {
        mergedStoryIds.push((same.order < story.order ? story : same).id)
        story = merge(story, same)
      }
      const mayPart =
        mergedStoryIds.length === 0 && LOOKED_OVER.has(story.members.length) && !storyById.has(ownId)
      const leaving = mayPart ? partOff(story) : []
      if (leaving.length === 0) {
        const mergedStorylineIds = chain(story, near)
        return { member, storyId: story.id, mergedStoryIds, movedArticleIds: [], mergedStorylineIds }
      }
      const left = story.members.filter((one) => !leaving.includes(one))
      leaveLine(story.line, leaving)
      shrinkStory(vectors, story, left)
      // It joined a story, so it has begun none, and nothing forwards from this id.
      const parted = begin(ownId, lineNamed(story.line.id))
      for (const one of leaving) {
        add(parted, one)
        relist('list', parted, one)
      }
      const movedArticleIds = leaving.flatMap(({ id }) => (id === member.id ? [] : [id]))
      return { member, storyId: parted.id, mergedStoryIds, movedArticleIds, mergedStorylineIds: [] }
    },
    putInto(storyId, storylineId, arrival, older) {
      // A story of this article alone does not end meanwhile: it would be the youngest one.
      if (older !== undefined && older.story !== null) takeOut(older.story, older)
      const entered = enter(arrival)
      addNew(summed(storyId) ?? begin(storyId, lineNamed(storylineId)), entered)
      return entered.member
    },
    remove(member) {
      const { story } = member
      if (story === null) return
      takeOut(story, member)
      if (story.line.articles === 0) lineById.delete(story.line.id)
      if (story.members.length === 0) end(story)
    },
    all: () => Array.from(storyById.values(), (story) => sumUp(vectors, story)),
  }
}
