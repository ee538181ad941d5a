import { contradict } from './contradict.ts'
import { type Bag, createBagStore, emptyBag } from './create-bag-store.ts'
import { createFacet, type Entry } from './create-facet.ts'
import { createStorySlots } from './create-story-slots.ts'
import { freshness, fullnessOf, joinThreshold, LIFE_MS } from './join-threshold.ts'
import type { Traits } from './read-traits.ts'
import { splitInTwo } from './split-in-two.ts'
import {
  beginStory,
  growStory,
  languagesOf,
  type Member,
  shrinkStory,
  type StoryInMemory,
  sumUp,
  wordsIn,
} from './story-in-memory.ts'

/** The stories in memory, comparable with a new article at a cost that does not grow with their number. */
export interface StoryIndex {
  /**
   * Puts an article into the story it fits best, or into a new one; tells which stories it showed to be the same, and which articles left theirs with it
   * because it showed that they are another one.
   */
  place(article: Arrival): {
    readonly member: Member
    readonly storyId: string
    readonly mergedStoryIds: readonly string[]
    readonly movedArticleIds: readonly string[]
  }
  /** Puts an article into this story, whatever it fits. */
  putInto(storyId: string, article: Arrival): Member
  remove(member: Member): void
}

interface Arrival {
  readonly id: string
  /** Milliseconds since 1970; null is unknown and near to any story. */
  readonly at: number | null
  readonly traits: Traits
}

/** Likeness of names, numbers and tags from which reports in different languages tell one event; chosen on sentences in 15 languages. */
const JOIN_ACROSS = 0.3
/** Of what is asked of an article to join a story: one that it fits less is never the same as the one it joins. The least seen is 0.1, in 140 mergers. */
const LEAST_TO_MERGE = 0.08
/** One shared name is a coincidence. */
const LEAST_SHARED_ACROSS = 3
/** How many times what is asked a text must fit a story that it contradicts; a headline cannot fit so well. */
const OVERRULES = 1.5
const OVERRULING_FULLNESS = 1 / 3
/** Large stories are dear to compare with: after the likeliest few, so many of their words are read for one article. */
const BY_WORDS = { mostRead: 200, least: 3 }
/** What names alone find seldom fits: of 1,674 such stories in the article's own language 43 on the labelled sets, mostly the first. */
const BY_NAMES = { mostRead: 100, least: 2 }

/** Sizes at which a story is looked over, so that it costs the same however large stories get. */
const LOOKED_OVER: ReadonlySet<number> = new Set([4, 6, 9, 14, 21, 32])
/** Of what two stories must share to be merged: well below 1, or what parts would merge again. No story of the labelled sets comes near it. */
const APART = 0.7

interface Entered {
  readonly member: Member
  readonly wordEntry: Entry
  readonly bridgeEntry: Entry
}

export function createStoryIndex(bags = createBagStore()): StoryIndex {
  const words = createFacet(bags, 1)
  const bridges = createFacet(bags, LEAST_SHARED_ACROSS)
  const storyById = new Map<string, StoryInMemory>()
  const slots = createStorySlots()

  const enter = ({ id, at, traits }: Arrival): Entered => {
    const fullness = fullnessOf(traits.words.size)
    const wordEntry = words.enter(traits.words, fullness)
    const bridgeEntry = bridges.enter(traits.bridge, fullness)
    const { language, scene } = traits
    return {
      member: {
        id,
        at,
        language,
        scene,
        fullness,
        words: wordEntry.bag,
        bridge: bridgeEntry.bag,
        story: null,
      },
      wordEntry,
      bridgeEntry,
    }
  }

  const begin = (id: string): StoryInMemory => {
    const story = beginStory(id, slots.next())
    slots.set(story)
    storyById.set(id, story)
    return story
  }

  const add = (story: StoryInMemory, member: Member): void => {
    growStory(bags, story, [member])
    member.story = story
    slots.set(story)
  }

  /** From now on a story is found by the words that are most distinctive of this member. */
  const addNew = (story: StoryInMemory, { member, wordEntry, bridgeEntry }: Entered): void => {
    add(story, member)
    words.list(story.order, wordEntry.distinctive)
    bridges.list(story.order, bridgeEntry.distinctive)
  }

  /** From now on a story is found by all words of this member, or is not any more. */
  const relist = (does: 'list' | 'unlist', { order }: StoryInMemory, member: Member): void => {
    words[does](order, bags.wordsOf(member.words))
    bridges[does](order, bags.wordsOf(member.bridge))
  }

  const merge = (one: StoryInMemory, other: StoryInMemory): StoryInMemory => {
    const [older, younger] = one.order < other.order ? [one, other] : [other, one]
    for (const member of younger.members) {
      add(older, member)
      relist('unlist', younger, member)
      relist('list', older, member)
    }
    shrinkStory(bags, younger, [])
    storyById.delete(younger.id)
    slots.delete(younger.order)
    return older
  }

  /** The stories that an article is held against, likeliest first. */
  const nearTo = ({ member, wordEntry, bridgeEntry }: Entered): StoryInMemory[] => {
    const freshnessOf = (order: number): number => {
      const lastAt = slots.lastAt(order)
      return lastAt === undefined ? 0 : freshness((member.at ?? Infinity) - lastAt)
    }
    const near: StoryInMemory[] = []
    const found = [
      { orders: words.near(wordEntry, freshnessOf), ...BY_WORDS },
      { orders: bridges.near(bridgeEntry, freshnessOf), ...BY_NAMES },
    ]
    for (const { orders, mostRead, least } of found) {
      const stories = orders.flatMap((order) => slots.get(order) ?? [])
      // Each bag waits for memory; apart from the rest they all wait at once.
      const sizes = stories.map((story) =>
        bags.sizeOf(wordsIn(sumUp(bags, story), member.language) ?? story.bridge),
      )
      let toRead = 0
      for (const [rank, story] of stories.entries()) {
        if (near.includes(story)) continue
        toRead += sizes[rank] ?? 0
        if (toRead > mostRead && rank >= least) break
        near.push(story)
      }
    }
    return near
  }

  /**
   * How well a story fits a side whose bags were last taken and whose words in this language are `own`; at least 1 to be the same. 0 where it is soon clear
   * that it is less than `least`.
   */
  const fit = (language: string, own: Bag, story: StoryInMemory, least: number): number => {
    const same = wordsIn(story, language)
    if (same === undefined)
      return bridges.comparison.likeness(story.bridge, least * JOIN_ACROSS) / JOIN_ACROSS
    const asked = joinThreshold(
      bags.fullnessOf(own),
      bags.articlesOf(own),
      bags.fullnessOf(same),
      bags.articlesOf(same),
    )
    return words.comparison.likeness(same, least * asked) / asked
  }

  /** How well two groups of articles fit, in a language that both have; else by what bridges languages. */
  const fitOf = (one: readonly Member[], other: readonly Member[]): number => {
    const [left, right] = [beginStory('', 0), beginStory('', 0)]
    growStory(bags, left, one)
    growStory(bags, right, other)
    const shared = languagesOf(left).find((language) => wordsIn(right, language) !== undefined) ?? ''
    const own = wordsIn(left, shared) ?? emptyBag
    words.comparison.take(own)
    bridges.comparison.take(left.bridge)
    const fitting = fit(shared, own, right, 0)
    shrinkStory(bags, left, [])
    shrinkStory(bags, right, [])
    return fitting
  }

  /** The newest member and those that belong with it, where the others tell of something else; none while the story is one. */
  const partOff = (story: StoryInMemory): readonly Member[] => {
    const parts = splitInTwo(story.members, fitOf)
    if (parts === null) return []
    const [stays, leaves] = parts
    // Too little bridges languages for its lack to prove anything.
    const comparable = leaves.some(({ language }) => stays.some((other) => other.language === language))
    return comparable && fitOf(leaves, stays) < APART ? leaves : []
  }

  const mergeInto = (
    story: StoryInMemory,
    language: string,
    near: Iterable<StoryInMemory>,
  ): [StoryInMemory, string[]] => {
    let merged = story
    const forwarded: string[] = []
    let own = emptyBag
    const take = (): void => {
      own = wordsIn(merged, language) ?? emptyBag
      words.comparison.take(own)
      bridges.comparison.take(merged.bridge)
    }
    take()
    for (const other of near) {
      if (other === merged || other.members.length === 0 || !overlaps(merged.firstAt, merged.lastAt, other))
        continue
      const comparable = wordsIn(other, language) !== undefined || !shareLanguage(merged, other)
      if (!comparable) continue
      const fitting = fit(language, own, other, 1)
      if (fitting < 1 || (!overrules(fitting, merged) && contradict(merged.members, other.members))) continue
      const before = merged
      merged = merge(before, other)
      forwarded.push(merged === before ? other.id : before.id)
      take()
    }
    return [merged, forwarded]
  }

  return {
    place(arrival) {
      const entered = enter(arrival)
      const { member } = entered
      const from = member.at ?? Infinity
      const to = member.at ?? -Infinity
      const near = nearTo(entered)
      words.comparison.take(member.words)
      bridges.comparison.take(member.bridge)
      let best: StoryInMemory | null = null
      let most = 1
      for (const story of near) {
        const fitting = fit(member.language, member.words, story, most)
        // Asked last: mostly the words have parted them.
        if (fitting < most || !overlaps(from, to, story)) continue
        if (!overrules(fitting, member) && contradict([member], story.members)) continue
        most = fitting
        best = story
      }
      const isAlike = (story: StoryInMemory): boolean =>
        story !== best && fit(member.language, member.words, story, LEAST_TO_MERGE) >= LEAST_TO_MERGE
      const alike = best === null ? [] : near.filter(isAlike)
      const story = best ?? begin(`s${member.id}`)
      addNew(story, entered)
      if (best === null) return { member, storyId: story.id, mergedStoryIds: [], movedArticleIds: [] }
      const [merged, mergedStoryIds] = mergeInto(story, member.language, alike)
      const leaving =
        mergedStoryIds.length === 0 && LOOKED_OVER.has(merged.members.length) ? partOff(merged) : []
      if (leaving.length === 0) return { member, storyId: merged.id, mergedStoryIds, movedArticleIds: [] }
      const left = merged.members.filter((one) => !leaving.includes(one))
      shrinkStory(bags, merged, left)
      // It joined a story, so it has begun none, and nothing forwards from this id.
      const parted = begin(`s${member.id}`)
      for (const one of leaving) {
        add(parted, one)
        relist('list', parted, one)
      }
      const movedArticleIds = leaving.flatMap(({ id }) => (id === member.id ? [] : [id]))
      return { member, storyId: parted.id, mergedStoryIds, movedArticleIds }
    },
    putInto(storyId, arrival) {
      const entered = enter(arrival)
      addNew(sumUp(bags, storyById.get(storyId) ?? begin(storyId)), entered)
      return entered.member
    },
    remove(member) {
      const { story } = member
      if (story === null) return
      member.story = null
      const left = story.members.filter((other) => other !== member)
      if (left.length === 0) relist('unlist', story, member)
      shrinkStory(bags, story, left)
      words.remove(member.words)
      bridges.remove(member.bridge)
      if (left.length > 0) return
      storyById.delete(story.id)
      slots.delete(story.order)
    },
  }
}

function overrules(fitting: number, { fullness }: { readonly fullness: number }): boolean {
  return fullness >= OVERRULING_FULLNESS && fitting >= OVERRULES
}

/** A time that nobody told (from above to) does not part, an old date neither: on a new arrival it is as often wrong as old. */
function overlaps(from: number, to: number, { firstAt, lastAt }: StoryInMemory): boolean {
  return from > to || firstAt > lastAt || from - lastAt <= LIFE_MS
}

function shareLanguage(one: StoryInMemory, other: StoryInMemory): boolean {
  return languagesOf(one).some((language) => wordsIn(other, language) !== undefined)
}
