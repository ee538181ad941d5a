import type { Candidates } from './create-candidate-index.ts'
import { createFacet, type Entry, strongest } from './create-facet.ts'
import type { VectorStore } from './create-vector-store.ts'
import type { Traits } from './read-traits.ts'
import type { Member, StoryInMemory } from './story-in-memory.ts'

/** Finds stories by the words of their articles, and across languages by English stems for them. */
export interface StoryFinder {
  enter(article: Arrival): Entered
  /** From now on a story is found by the words that are most distinctive of an article. */
  listNew(story: StoryInMemory, entered: Entered): void
  /** From now on it is found by all words of an article. */
  list(story: StoryInMemory, member: Member): void
  /** From now on it is not. */
  unlist(story: StoryInMemory, member: Member): void
  /** Takes an article back and frees its vectors. */
  remove(member: Member): void
  /** By their orders. */
  near(entered: Entered, asked: AskedOrders): NearOrders
}

interface AskedOrders {
  readonly freshness: (order: number) => number
  /** Whether a story holds another language than the article. */
  readonly isForeign: (order: number) => boolean
}

interface NearOrders extends Candidates {
  /**
   * Fresh ones that hold another language, found by English stems among themselves: beside the stories of its own language, which share all its words with an article, none of them
   * seems likely.
   */
  readonly foreign: readonly number[]
}

export interface Arrival {
  readonly id: string
  /** Milliseconds since 1970; null is unknown and near to any story. */
  readonly at: number | null
  readonly traits: Traits
}

export interface Entered {
  readonly member: Member
  readonly words: Entry
  readonly english: Entry
}

export function createStoryFinder(vectors: VectorStore): StoryFinder {
  const words = createFacet(vectors)
  const english = createFacet(vectors)

  return {
    enter({ id, at, traits }) {
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
    },
    listNew({ order }, entered) {
      words.list(order, entered.words.distinctive)
      english.list(order, entered.english.distinctive)
    },
    list({ order }, member) {
      words.list(order, vectors.wordsOf(member.words))
      english.list(order, vectors.wordsOf(member.english))
    },
    unlist({ order }, member) {
      words.unlist(order, vectors.wordsOf(member.words))
      english.unlist(order, vectors.wordsOf(member.english))
    },
    remove(member) {
      words.remove(member.words)
      english.remove(member.english)
    },
    near(entered, { freshness, isForeign }) {
      const own = words.near(entered.words, freshness)
      const stems = english.near(entered.english, freshness)
      const fresh = union(own.fresh, stems.fresh)
      return {
        fresh,
        aged: union(own.aged, stems.aged).filter((order) => !fresh.includes(order)),
        foreign: english.nearForeign(entered.english, freshness, isForeign),
      }
    },
  }
}

/** Of a few: a Set costs more. */
const union = (some: readonly number[], others: readonly number[]): readonly number[] => [
  ...some,
  ...others.filter((order) => !some.includes(order)),
]
