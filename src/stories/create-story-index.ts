import { createFacet } from './create-facet.ts'
import { fullnessOf, joinThreshold } from './join-threshold.ts'
import type { Traits } from './read-traits.ts'
import { beginStory, growStory, shrinkStory } from './story-in-memory.ts'
import type { Member, StoryInMemory } from './story-in-memory.ts'

/** The stories in memory, comparable with a new article at a cost that does not grow with their number. */
export interface StoryIndex {
  /** Puts an article into the story it fits best, or into a new one; tells which stories it showed to be the same. */
  place(article: Arrival): { readonly storyId: string; readonly mergedStoryIds: readonly string[] }
  /** Puts an article into this story, whatever it fits. */
  putInto(storyId: string, article: Arrival): void
  remove(articleId: string): void
  storyOf(articleId: string): string | null
}

export interface Arrival {
  readonly id: string
  /** Milliseconds since 1970; null is unknown and near to any story. */
  readonly at: number | null
  readonly traits: Traits
}

/** Likeness of names, numbers and tags from which reports in different languages tell one event; chosen on sentences in 15 languages. */
const JOIN_ACROSS = 0.3
/** One shared name is a coincidence. */
const LEAST_SHARED_ACROSS = 3
/** A story ends so long after its last article. */
const LIFE_MS = 7 * 24 * 60 * 60 * 1000

export function createStoryIndex(): StoryIndex {
  const words = createFacet<StoryInMemory>(1)
  const bridges = createFacet<StoryInMemory>(LEAST_SHARED_ACROSS)
  const storyByArticle = new Map<string, StoryInMemory>()
  const storyById = new Map<string, StoryInMemory>()
  let begun = 0

  const enter = ({ id, at, traits }: Arrival): Member => ({
    id,
    at,
    language: traits.language,
    fullness: fullnessOf(traits.words.size),
    words: words.enter(traits.words),
    bridge: bridges.enter(traits.bridge),
  })

  const begin = (id: string): StoryInMemory => {
    const story = beginStory(id, begun++)
    storyById.set(id, story)
    return story
  }

  const add = (story: StoryInMemory, member: Member): void => {
    growStory(story, [member])
    storyByArticle.set(member.id, story)
    words.list(story, member.words)
    bridges.list(story, member.bridge)
  }

  const merge = (one: StoryInMemory, other: StoryInMemory): StoryInMemory => {
    const [older, younger] = one.order < other.order ? [one, other] : [other, one]
    for (const member of younger.members) add(older, member)
    younger.members = []
    storyById.delete(younger.id)
    return older
  }

  /** How well another story fits the bags last taken of `one`, at least 1 to be the same. */
  const fit = (
    one: Pick<StoryInMemory, 'fullness' | 'members'>,
    language: string,
    other: StoryInMemory,
  ): number => {
    const same = other.words.get(language)
    if (same === undefined) return bridges.comparison.likeness(other.bridge) / JOIN_ACROSS
    const likeness = words.comparison.likeness(same)
    const sides = [
      { fullness: one.fullness, articles: one.members.length },
      { fullness: other.fullness, articles: other.members.length },
    ] as const
    return likeness / joinThreshold(...sides)
  }

  const mergeInto = (
    story: StoryInMemory,
    language: string,
    near: readonly StoryInMemory[],
  ): [StoryInMemory, string[]] => {
    let merged = story
    const forwarded: string[] = []
    const take = (): void => {
      const bag = merged.words.get(language)
      if (bag !== undefined) words.comparison.take(bag, true)
      bridges.comparison.take(merged.bridge, true)
    }
    take()
    for (const other of near) {
      if (other === merged || other.members.length === 0 || !overlaps(merged.firstAt, merged.lastAt, other))
        continue
      const strangers =
        other.words.has(language) || [...other.words.keys()].every((known) => !merged.words.has(known))
      if (!strangers || fit(merged, language, other) < 1) continue
      const before = merged
      merged = merge(before, other)
      forwarded.push(merged === before ? other.id : before.id)
      take()
    }
    return [merged, forwarded]
  }

  return {
    place(arrival) {
      const member = enter(arrival)
      const at = [member.at ?? Infinity, member.at ?? -Infinity] as const
      const near = [...new Set([...words.near(member.words), ...bridges.near(member.bridge)])].filter(
        (story) => story.members.length > 0 && overlaps(...at, story),
      )
      words.comparison.take(member.words.bag, true)
      bridges.comparison.take(member.bridge.bag, true)
      const alone = { fullness: member.fullness, members: [member] }
      let best: StoryInMemory | null = null
      let most = 1
      for (const story of near) {
        const fitting = fit(alone, member.language, story)
        if (fitting < most) continue
        most = fitting
        best = story
      }
      const story = best ?? begin(`s${member.id}`)
      add(story, member)
      if (best === null) return { storyId: story.id, mergedStoryIds: [] }
      const [merged, mergedStoryIds] = mergeInto(story, member.language, near)
      return { storyId: merged.id, mergedStoryIds }
    },
    putInto(storyId, arrival) {
      add(storyById.get(storyId) ?? begin(storyId), enter(arrival))
    },
    remove(articleId) {
      const story = storyByArticle.get(articleId)
      if (story === undefined) return
      storyByArticle.delete(articleId)
      const left: Member[] = []
      for (const member of story.members) {
        if (member.id !== articleId) left.push(member)
        else {
          words.remove(member.words.bag)
          bridges.remove(member.bridge.bag)
        }
      }
      shrinkStory(story, left)
      if (left.length === 0) storyById.delete(story.id)
    },
    storyOf: (articleId) => storyByArticle.get(articleId)?.id ?? null,
  }
}

/** A time that nobody told (from above to) does not part, an old date neither: on a new arrival it is as often wrong as old. */
function overlaps(from: number, to: number, { firstAt, lastAt }: StoryInMemory): boolean {
  return from > to || firstAt > lastAt || from - lastAt <= LIFE_MS
}
