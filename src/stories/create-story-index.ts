import { createCandidateIndex } from './create-candidate-index.ts'
import type { Traits } from './read-traits.ts'
import { createSpreadVector } from './spread-vector.ts'
import { emptyVector, sumVectors, unitVector } from './sparse-vector.ts'
import type { SparseVector } from './sparse-vector.ts'
import { createVocabulary } from './vocabulary.ts'
import type { Vocabulary } from './vocabulary.ts'

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
  readonly allWords: readonly number[]
  readonly allNames: readonly number[]
  readonly words: SparseVector
  readonly names: SparseVector
  readonly strictness: number
}

interface Story {
  readonly id: string
  readonly order: number
  members: Placed[]
  words: SparseVector
  names: SparseVector
  named: number
  strictness: number
  firstAt: number
  lastAt: number
}

/** Average similarity over a story's members from which an article joins. Chosen on the three labelled sets, see test/stories. */
const JOIN = 0.19
/** What of it is asked of headlines alone: two titles of one event share few words. */
const JOIN_HEADLINES = 0.05
/** Different words of a headline, and of a text whose threshold is the full one. */
const HEADLINE_WORDS = 10
const FULL_WORDS = 150
/** Two stories that grow as like each other as this (of the same measure) are one. */
const MERGE = 1.05
/** Weight of names beside all words. */
const NAMES = 0.2
const KEPT_WORDS = 100
const KEPT_NAMES = 60
const KEPT_STORY_WORDS = 500
const LIFE_MS = 7 * 24 * 60 * 60 * 1000

export function createStoryIndex(): StoryIndex {
  const wordVocabulary = createVocabulary()
  const nameVocabulary = createVocabulary()
  const wordSpread = createSpreadVector()
  const nameSpread = createSpreadVector()
  const candidates = createCandidateIndex<Story>()
  const storyByArticle = new Map<string, Story>()
  const storyById = new Map<string, Story>()
  let order = 0

  const weigh = ({ id, at, traits }: Member): Placed => {
    const allWords = wordVocabulary.add(traits.words.keys())
    const allNames = nameVocabulary.add(traits.names.keys())
    return {
      id,
      at,
      allWords,
      allNames,
      words: weighTerms(allWords, traits.words, wordVocabulary, KEPT_WORDS),
      names: weighTerms(allNames, traits.names, nameVocabulary, KEPT_NAMES),
      strictness: strictnessFor(allWords.length),
    }
  }

  const add = (story: Story, article: Placed): void => {
    include(story, [article])
    storyByArticle.set(article.id, story)
    candidates.add(story, article.words, article.names)
  }

  const begin = (id: string): Story => {
    const story = createStory(id, order++)
    storyById.set(id, story)
    return story
  }

  /** Average link: the product of the sums of unit vectors is the sum over all pairs. */
  const likeness = (one: Story | Placed, two: Story): number => {
    const size = 'members' in one ? one.members.length : 1
    const named = 'members' in one ? one.named : one.names.terms.length > 0 ? 1 : 0
    const words = wordSpread.product(two.words) / (size * two.members.length)
    const names = named && two.named ? nameSpread.product(two.names) / (named * two.named) : words
    const strictness = Math.sqrt((one.strictness / size) * (two.strictness / two.members.length))
    return ((1 - NAMES) * words + NAMES * names) / (JOIN * strictness)
  }

  const merge = (story: Story, other: Story): Story => {
    const [older, younger] = story.order < other.order ? [story, other] : [other, story]
    include(older, younger.members)
    for (const member of younger.members) {
      storyByArticle.set(member.id, older)
      candidates.add(older, member.words, member.names)
    }
    younger.members = []
    storyById.delete(younger.id)
    return older
  }

  return {
    place(member) {
      const article = weigh(member)
      wordSpread.load(article.words)
      nameSpread.load(article.names)
      const near = candidates
        .find(article.words, article.names)
        .filter(
          (story) =>
            story.members.length > 0 && overlaps(article.at ?? Infinity, article.at ?? -Infinity, story),
        )
      let best: Story | null = null
      let most = 1
      for (const story of near) {
        const likely = likeness(article, story)
        if (likely < most) continue
        most = likely
        best = story
      }
      let story = best ?? begin(`s${member.id}`)
      add(story, article)
      const merged: string[] = []
      if (best !== null) {
        for (const other of near) {
          if (other === story || other.members.length === 0 || !overlaps(story.firstAt, story.lastAt, other))
            continue
          wordSpread.load(story.words)
          nameSpread.load(story.names)
          if (likeness(story, other) < MERGE) continue
          const kept = merge(story, other)
          merged.push(kept === story ? other.id : story.id)
          story = kept
        }
      }
      return { storyId: story.id, mergedStoryIds: merged }
    },
    putInto(storyId, member) {
      add(storyById.get(storyId) ?? begin(storyId), weigh(member))
    },
    remove(articleId) {
      const story = storyByArticle.get(articleId)
      if (story === undefined) return
      storyByArticle.delete(articleId)
      const article = story.members.find(({ id }) => id === articleId)
      wordVocabulary.remove(article?.allWords ?? [])
      nameVocabulary.remove(article?.allNames ?? [])
      const left = story.members.filter(({ id }) => id !== articleId)
      story.members = []
      if (left.length === 0) storyById.delete(story.id)
      else include(story, left)
    },
    storyOf: (articleId) => storyByArticle.get(articleId)?.id ?? null,
  }
}

function createStory(id: string, order: number): Story {
  return {
    id,
    order,
    members: [],
    words: emptyVector,
    names: emptyVector,
    named: 0,
    strictness: 0,
    firstAt: 0,
    lastAt: 0,
  }
}

function include(story: Story, articles: readonly Placed[]): void {
  const begun = story.members.length > 0
  story.members.push(...articles)
  const words = articles.map((article) => article.words)
  const names = articles.map((article) => article.names)
  story.words = sumVectors(begun ? [story.words, ...words] : words, KEPT_STORY_WORDS)
  story.names = sumVectors(begun ? [story.names, ...names] : names, KEPT_STORY_WORDS)
  story.named = story.members.filter((member) => member.names.terms.length > 0).length
  story.strictness = story.members.reduce((sum, member) => sum + member.strictness, 0)
  story.firstAt = story.members.reduce((least, { at }) => Math.min(least, at ?? Infinity), Infinity)
  story.lastAt = story.members.reduce((most, { at }) => Math.max(most, at ?? -Infinity), -Infinity)
}

function weighTerms(
  terms: readonly number[],
  emphasis: ReadonlyMap<string, number>,
  vocabulary: Vocabulary,
  limit: number,
): SparseVector {
  const weights = new Map<number, number>()
  let i = 0
  for (const times of emphasis.values()) {
    const term = terms[i++]
    if (term !== undefined) weights.set(term, Math.log1p(times) * vocabulary.rarity(term))
  }
  return unitVector(weights, limit)
}

function strictnessFor(words: number): number {
  const fullness = Math.min(1, Math.max(0, (words - HEADLINE_WORDS) / (FULL_WORDS - HEADLINE_WORDS)))
  return JOIN_HEADLINES / JOIN + (1 - JOIN_HEADLINES / JOIN) * fullness
}

/** A time that nobody told (from above to) does not part. */
function overlaps(from: number, to: number, { firstAt, lastAt }: Story): boolean {
  if (from > to || firstAt > lastAt) return true
  return from - lastAt <= LIFE_MS && firstAt - to <= LIFE_MS
}
