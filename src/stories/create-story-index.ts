import { addBags, emptyBag } from './bag.ts'
import type { Bag } from './bag.ts'
import { compareBags } from './compare-bags.ts'
import { createCandidateIndex } from './create-candidate-index.ts'
import type { Traits } from './read-traits.ts'
import { createVocabulary } from './vocabulary.ts'

/** The stories in memory, comparable with a new article at a cost that does not grow with their number. */
export interface StoryIndex {
  /** Puts an article into the story it fits best, or into a new one; tells which stories it showed to be the same. */
  place(article: Member): { readonly storyId: string; readonly mergedStoryIds: readonly string[] }
  /** Puts an article into this story, whatever it fits. */
  putInto(storyId: string, article: Member): void
  remove(articleId: string): void
  storyOf(articleId: string): string | null
}

export interface Member {
  readonly id: string
  /** Null: unknown, near to any story. */
  readonly at: number | null
  readonly traits: Traits
}

interface Placed {
  readonly id: string
  readonly at: number | null
  readonly bag: Bag
  /** How much of a text there is to compare, 0 (a headline) to 1. */
  readonly fullness: number
}

interface Story {
  readonly id: string
  readonly order: number
  members: Placed[]
  bag: Bag
  fullness: number
  firstAt: number
  lastAt: number
}

/**
 * Average likeness from which an article of full text, and a bare headline, join a story: two titles of one event share few words.
 * Chosen on the three labelled sets (test/stories/labelled-sets.test.ts); headlines also so that unrelated ones stay apart in a stream of
 * thousands, where 0.05 would join one in three of them to something.
 */
const JOIN_TEXTS = 0.2
const JOIN_HEADLINES = 0.1
/** Different words of a headline, and of a text whose threshold is the full one. */
const HEADLINE_WORDS = 10
const FULL_WORDS = 150
/** One shared word proves little between two headlines, much when a whole story turns on it: so many times more is asked of the first two. */
const FEWNESS = 4
/** Texts have so many words that this share of a full one needs no such caution. */
const ENOUGH_TEXT = 1 / 3
const KEPT_WORDS = 150
const LIFE_MS = 7 * 24 * 60 * 60 * 1000

export function createStoryIndex(): StoryIndex {
  const vocabulary = createVocabulary()
  const comparison = compareBags(vocabulary)
  const candidates = createCandidateIndex<Story>()
  const storyByArticle = new Map<string, Story>()
  const storyById = new Map<string, Story>()
  let order = 0

  const begin = (id: string): Story => {
    const story: Story = {
      id,
      order: order++,
      members: [],
      bag: emptyBag,
      fullness: 0,
      firstAt: 0,
      lastAt: 0,
    }
    storyById.set(id, story)
    return story
  }

  const enter = (
    member: Member,
  ): { article: Placed; words: readonly number[]; weights: readonly number[] } => {
    const heaviest = [...member.traits.words].sort((a, b) => b[1] - a[1]).slice(0, KEPT_WORDS)
    const words = vocabulary.add(heaviest.map(([word]) => word))
    const sums = heaviest.map(([, emphasis]) => Math.log1p(emphasis))
    const weighed = words
      .map(
        (word, i) =>
          [word, (sums[i] ?? 0) * Math.log(vocabulary.articles / vocabulary.articlesWith(word))] as const,
      )
      .sort((a, b) => b[1] - a[1])
    return {
      article: {
        id: member.id,
        at: member.at,
        bag: { words, sums, counts: words.map(() => 1), articles: 1 },
        fullness: Math.min(
          1,
          Math.max(0, (member.traits.words.size - HEADLINE_WORDS) / (FULL_WORDS - HEADLINE_WORDS)),
        ),
      },
      words: weighed.map(([word]) => word),
      weights: weighed.map(([, weight]) => weight * weight),
    }
  }

  const add = (story: Story, article: Placed, words: readonly number[]): void => {
    include(story, [article])
    storyByArticle.set(article.id, story)
    candidates.add(story, words)
  }

  const merge = (story: Story, other: Story): Story => {
    const [older, younger] = story.order < other.order ? [story, other] : [other, story]
    include(older, younger.members)
    for (const member of younger.members) {
      storyByArticle.set(member.id, older)
      candidates.add(older, member.bag.words)
    }
    younger.members = []
    storyById.delete(younger.id)
    return older
  }

  return {
    place(member) {
      const { article, words, weights } = enter(member)
      const near = candidates
        .find(words, weights)
        .filter(
          (story) =>
            story.members.length > 0 && overlaps(article.at ?? Infinity, article.at ?? -Infinity, story),
        )
      comparison.take(article.bag, true)
      let best: Story | null = null
      let most = 1
      for (const story of near) {
        const likely = comparison.likeness(story.bag) / threshold(article.fullness, 1, story)
        if (likely < most) continue
        most = likely
        best = story
      }
      let story = best ?? begin(`s${member.id}`)
      add(story, article, words)
      const merged: string[] = []
      if (best !== null) {
        comparison.take(story.bag, true)
        for (const other of near) {
          if (other === story || other.members.length === 0 || !overlaps(story.firstAt, story.lastAt, other))
            continue
          if (comparison.likeness(other.bag) < threshold(story.fullness, story.members.length, other))
            continue
          const kept = merge(story, other)
          merged.push(kept === story ? other.id : story.id)
          story = kept
          comparison.take(story.bag, true)
        }
      }
      return { storyId: story.id, mergedStoryIds: merged }
    },
    putInto(storyId, member) {
      const { article, words } = enter(member)
      add(storyById.get(storyId) ?? begin(storyId), article, words)
    },
    remove(articleId) {
      const story = storyByArticle.get(articleId)
      if (story === undefined) return
      storyByArticle.delete(articleId)
      const article = story.members.find(({ id }) => id === articleId)
      vocabulary.remove(article?.bag.words ?? [])
      const left = story.members.filter(({ id }) => id !== articleId)
      story.members = []
      story.bag = emptyBag
      if (left.length === 0) storyById.delete(story.id)
      else include(story, left)
    },
    storyOf: (articleId) => storyByArticle.get(articleId)?.id ?? null,
  }
}

function include(story: Story, articles: readonly Placed[]): void {
  for (const article of articles) {
    story.members.push(article)
    story.bag = addBags(story.bag, article.bag)
  }
  story.fullness = story.members.reduce((sum, member) => sum + member.fullness, 0) / story.members.length
  story.firstAt = story.members.reduce((least, { at }) => Math.min(least, at ?? Infinity), Infinity)
  story.lastAt = story.members.reduce((most, { at }) => Math.max(most, at ?? -Infinity), -Infinity)
}

function threshold(fullness: number, articles: number, story: Story): number {
  const textual = Math.sqrt(base(fullness) * base(story.fullness))
  const brevity = Math.max(0, 1 - Math.min(fullness, story.fullness) / ENOUGH_TEXT)
  return textual * (1 + (FEWNESS * brevity) / Math.max(articles, story.members.length))
}

function base(fullness: number): number {
  return JOIN_HEADLINES + (JOIN_TEXTS - JOIN_HEADLINES) * fullness
}

/** A time that nobody told (from above to) does not part, an old date neither: on a new arrival it is as often wrong as old. */
function overlaps(from: number, to: number, { firstAt, lastAt }: Story): boolean {
  return from > to || firstAt > lastAt || from - lastAt <= LIFE_MS
}
