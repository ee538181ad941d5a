import type { Candidates } from './create-candidate-index.ts'
import { createFacet, type Entry, strongest } from './create-facet.ts'
import type { VectorStore } from './create-vector-store.ts'
import type { Traits } from './read-traits.ts'
import type { Member, StoryInMemory } from './story-in-memory.ts'

/** Finds stories by the words of their articles, and across languages by English stems. */
export interface StoryFinder {
  enter(article: Arrival): Entered
  /** Makes a story findable by the most distinctive words of an article. */
  listNew(story: StoryInMemory, entered: Entered): void
  /** Makes a story findable by all words of an article. */
  list(story: StoryInMemory, member: Member): void
  /** Undoes `list`. */
  unlist(story: StoryInMemory, member: Member): void
  /** Uncounts an article and frees its vectors. */
  remove(member: Member): void
  /** Undoes the last `enter`, so that nothing tells it from never having been called. */
  undoEnter(entered: Entered): void
  /** Returns the sequence numbers of the stories near an article. */
  near(entered: Entered, asked: StoryTests): NearStories
}

interface StoryTests {
  readonly freshness: (sequence: number) => number
  /** Whether a story contains another language than the article. */
  readonly isForeign: (sequence: number) => boolean
}

interface NearStories extends Candidates {
  /**
   * Fresh stories that contain another language, found by English stems in a search of their own. Next to
   * stories in the article's language, which share all its words, none of them would seem likely.
   */
  readonly foreign: readonly number[]
}

export interface Arrival {
  readonly id: string
  /** Milliseconds since 1970. Null means unknown and counts as near any story. */
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
    listNew({ sequence }, entered) {
      words.list(sequence, entered.words.distinctive)
      english.list(sequence, entered.english.distinctive)
    },
    list({ sequence }, member) {
      words.list(sequence, vectors.wordsOf(member.words))
      english.list(sequence, vectors.wordsOf(member.english))
    },
    unlist({ sequence }, member) {
      words.unlist(sequence, vectors.wordsOf(member.words))
      english.unlist(sequence, vectors.wordsOf(member.english))
    },
    remove(member) {
      words.remove(member.words)
      english.remove(member.english)
    },
    undoEnter({ member }) {
      words.undoEnter(member.words)
      english.undoEnter(member.english)
    },
    near(entered, { freshness, isForeign }) {
      const own = words.near(entered.words, freshness)
      const stems = english.near(entered.english, freshness)
      const fresh = union(own.fresh, stems.fresh)
      return {
        fresh,
        aged: union(own.aged, stems.aged).filter((sequence) => !fresh.includes(sequence)),
        foreign: english.nearForeign(entered.english, freshness, isForeign),
      }
    },
  }
}

/** For a few numbers a Set costs more. */
const union = (ones: readonly number[], others: readonly number[]): readonly number[] => [
  ...ones,
  ...others.filter((sequence) => !ones.includes(sequence)),
]
