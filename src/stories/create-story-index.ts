import { reportsOfSameEvent, storyOfMost } from './belonging.ts'
import { createRunningStories } from './create-running-stories.ts'
import { type Arrival, createStoryFinder, type Entered } from './create-story-finder.ts'
import { createStorySlots } from './create-story-slots.ts'
import { createVectorStore } from './create-vector-store.ts'
import { fitOf, nearness } from './likeness.ts'
import {
  beginStory,
  type Group,
  growRunningStory,
  growStory,
  type Member,
  type RunningStory,
  shrinkRunningStory,
  shrinkStory,
  storyOf,
  type StoryInMemory,
  sumUp,
} from './story-in-memory.ts'

/** The stories in memory. Comparing a new article with them costs the same however many there are. */
export interface StoryIndex {
  /**
   * Clusters an article anew with the reports near it. What belongs to it goes into the oldest story that is
   * mostly made of those reports, or into a new one with the id `newId`. If there is a story with this id
   * already, an article that fits nothing goes there: it was forgotten and returns to the story that it once
   * began. Returns which stories ended by this and which articles left a story that goes on.
   */
  place(
    article: Arrival,
    newId?: string,
  ): {
    readonly member: Member
    readonly storyId: string
    readonly mergedStoryIds: readonly string[]
    readonly movedArticleIds: readonly string[]
    /** Running stories that were merged into the one of this story. */
    readonly mergedStorylineIds: readonly string[]
  }
  /** Finds the story and running story that an article would be placed in, and changes nothing. */
  find(article: Arrival): {
    /** Null if it would begin a story. */
    readonly storyId: string | null
    /** Null if it would begin a running story. */
    readonly storylineId: string | null
  }
  has(storyId: string): boolean
  /**
   * Puts an article into this story of this running story, whether it fits or not. Replaces `older`, its
   * older version there.
   */
  putInto(storyId: string, storylineId: string, article: Arrival, older?: Member): Member
  remove(member: Member): void
  /** All stories in memory. */
  all(): readonly StoryInMemory[]
}

export function createStoryIndex(vectors = createVectorStore()): StoryIndex {
  const finder = createStoryFinder(vectors)
  const storyById = new Map<string, StoryInMemory>()
  const runningStories = createRunningStories(vectors)
  const slots = createStorySlots()

  const begin = (id: string, runningStory: RunningStory): StoryInMemory => {
    const story = beginStory(id, slots.next(), runningStory)
    runningStory.stories.add(story)
    slots.set(story)
    storyById.set(id, story)
    return story
  }

  const end = (story: StoryInMemory): void => {
    story.runningStory.stories.delete(story)
    storyById.delete(story.id)
    slots.delete(story.sequence)
  }

  const summed = (id: string): StoryInMemory | null => {
    const story = storyById.get(id)
    return story === undefined ? null : sumUp(vectors, story)
  }

  const add = (story: StoryInMemory, member: Member): void => {
    growStory(vectors, story, [member])
    growRunningStory(vectors, story.runningStory, member)
    member.story = story
    slots.set(story)
  }

  /** Adds an article and makes the story findable by its most distinctive words. */
  const addNew = (story: StoryInMemory, entered: Entered): void => {
    add(story, entered.member)
    finder.listNew(story, entered)
  }

  const merge = (one: StoryInMemory, other: StoryInMemory): StoryInMemory => {
    const [older, younger] = one.sequence < other.sequence ? [one, other] : [other, one]
    absorb(older, younger)
    return older
  }

  const absorb = (stays: StoryInMemory, ends: StoryInMemory): void => {
    runningStories.leave(ends.runningStory, ends.members)
    for (const member of ends.members) {
      add(stays, member)
      finder.unlist(ends, member)
      finder.list(stays, member)
    }
    shrinkStory(vectors, ends, [])
    end(ends)
  }

  /**
   * Moves these reports, all in one language, to this story. If they are all that another story has in that
   * language, the rest of that story moves too. Returns which stories ended and which articles left a story
   * that goes on.
   */
  const bring = (story: StoryInMemory, members: readonly Member[]) => {
    const mergedStoryIds: string[] = []
    const movedArticleIds: string[] = []
    for (const [from, leaving] of Map.groupBy(members, (member) => member.story)) {
      if (from === null || from === story) continue
      const left = from.members.filter((member) => !leaving.includes(member))
      if (left.every(({ language }) => language !== leaving[0]?.language)) {
        mergedStoryIds.push(from.id)
        absorb(story, from)
        continue
      }
      runningStories.leave(from.runningStory, leaving)
      shrinkStory(vectors, from, left)
      sumUp(vectors, from)
      for (const member of leaving) {
        add(story, member)
        finder.list(story, member)
      }
      movedArticleIds.push(...leaving.map(({ id }) => id))
    }
    return { mergedStoryIds, movedArticleIds }
  }

  /** Removes an article. The story and its running story may be left empty. */
  const takeOut = (story: StoryInMemory, member: Member): void => {
    member.story = null
    const left = story.members
    // Usually the first one, since old articles are forgotten first.
    left.splice(left.indexOf(member), 1)
    if (left.length === 0) finder.unlist(story, member)
    shrinkRunningStory(vectors, story.runningStory, member)
    shrinkStory(vectors, story, left)
    finder.remove(member)
  }

  const storiesAt = (sequences: readonly number[]): StoryInMemory[] =>
    sequences.flatMap((sequence) => {
      const story = slots.get(sequence)
      return story === undefined ? [] : [sumUp(vectors, story)]
    })

  /**
   * Returns the stories to compare with an article, likeliest first, and those of which only the running
   * story is compared.
   */
  const nearTo = (entered: Entered) => {
    const { at } = entered.member
    const freshness = (sequence: number): number => {
      const lastAt = slots.lastAt(sequence)
      return lastAt === undefined ? 0 : nearness(at === null || lastAt === -Infinity ? null : at - lastAt)
    }
    const isForeign = (sequence: number): boolean => slots.languageOf(sequence) !== entered.member.language
    const { fresh, aged, foreign } = finder.near(entered, { freshness, isForeign })
    return { near: storiesAt(fresh), aged: storiesAt(aged), foreign: storiesAt(foreign) }
  }

  /**
   * Returns the most similar of these stories that differs in language from `story` and tells of the same
   * event, or null.
   */
  const likestAcross = (story: StoryInMemory, near: Iterable<StoryInMemory>): StoryInMemory | null => {
    let found: StoryInMemory | null = null
    let most = 1
    for (const other of near) {
      if (other === story || other.members.length === 0 || areOfOneLanguage(story, other)) continue
      const fit = fitOf(vectors, story, other)
      if (fit < most) continue
      most = fit
      found = other
    }
    return found
  }

  /** Finds what tells of the same event as an article, and the running story that it is part of. */
  const look = (entered: Entered) => {
    const { near, aged, foreign } = nearTo(entered)
    const alone = storyOf(vectors, [entered.member])
    const together = reportsOfSameEvent(vectors, alone, near)
    const known = storyOfMost(together) ?? (together.length === 0 ? likestAcross(alone, foreign) : null)
    // What leaves a story stays in its running story, because nothing could report a move to another one.
    const runningStory =
      together[0]?.story?.runningStory ??
      (known === null ? runningStories.findLikest(alone, [...near, ...aged]) : known.runningStory)
    return { near, aged, foreign, together, known, runningStory }
  }

  return {
    place(arrival, newId = `s${arrival.id}`) {
      const entered = finder.enter(arrival)
      const { member } = entered
      const { near, aged, foreign, together, known, runningStory } = look(entered)
      let story =
        known ?? summed(newId) ?? begin(newId, runningStory ?? runningStories.getOrBegin(`l${member.id}`))
      addNew(story, entered)
      const { mergedStoryIds, movedArticleIds } = bring(story, together)
      for (let same = likestAcross(story, foreign); same !== null; same = likestAcross(story, foreign)) {
        mergedStoryIds.push((same.sequence < story.sequence ? story : same).id)
        story = merge(story, same)
      }
      const mergedStorylineIds = story.articles === 1 ? [] : runningStories.chain(story, [...near, ...aged])
      return { member, storyId: story.id, mergedStoryIds, movedArticleIds, mergedStorylineIds }
    },
    find(arrival) {
      const entered = finder.enter(arrival)
      const { known, runningStory } = look(entered)
      finder.undoEnter(entered)
      return { storyId: known?.id ?? null, storylineId: runningStory?.id ?? null }
    },
    has: (storyId) => storyById.has(storyId),
    putInto(storyId, storylineId, arrival, older) {
      // The old version is taken out without ending its story: a story begun anew would be the youngest one.
      if (older !== undefined && older.story !== null) takeOut(older.story, older)
      const entered = finder.enter(arrival)
      addNew(summed(storyId) ?? begin(storyId, runningStories.getOrBegin(storylineId)), entered)
      return entered.member
    },
    remove(member) {
      const { story } = member
      if (story === null) return
      takeOut(story, member)
      runningStories.leave(story.runningStory, [])
      if (story.members.length === 0) end(story)
    },
    all: () => Array.from(storyById.values(), (story) => sumUp(vectors, story)),
  }
}

const areOfOneLanguage = ({ parts: [one, ...more] }: Group, { parts: [there, ...others] }: Group): boolean =>
  more.length + others.length === 0 && one?.language === there?.language
