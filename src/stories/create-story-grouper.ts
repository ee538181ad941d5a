import { creditedAgency } from './agency.ts'
import { contradict } from './contradict.ts'
import { createAgeQueue } from './create-age-queue.ts'
import type { ArticleToPlace } from './article-to-place.ts'
import { createCopyFinder, type Remembered } from './create-copy-finder.ts'
import { createStoryIndex } from './create-story-index.ts'
import { createVectorStore } from './create-vector-store.ts'
import {
  compareGroups,
  type Comparison,
  explainPlacement,
  type PlacementReasons,
} from './explain-placement.ts'
import { readArticle } from './read-article.ts'
import type { Traits } from './read-traits.ts'
import type { Member } from './story-in-memory.ts'
import type { Placement } from '../records/story.ts'

/** Groups what different outlets report about one event, article by article in order of arrival. */
export interface StoryGrouper {
  /**
   * Finds the story of an article, or begins one with the id `newId`, by default one derived from the
   * article's. A new version of a known article keeps its story. An article may be read before
   * (`readArticle`); all methods take such ones.
   */
  place(article: ArticleToPlace, newId?: string): Placed
  /** Finds where an article would be placed, and changes nothing. */
  find(article: ArticleToPlace): Found
  /** The current place of an article; undefined if it is unknown. */
  placeOf(articleId: string): StoryPlaceOfArticle | undefined
  /** Whether there is a story with this id. */
  has(storyId: string): boolean
  /**
   * Takes in an article that was placed before a restart or by another editor. Call it for all of them, in
   * their old order, before `place`.
   */
  restore(article: PlacedBefore): void
  /**
   * Removes articles that were moved or changed elsewhere, before they are restored in their current place.
   * Unknown ids are ignored.
   */
  remove(articleIds: readonly string[]): void
  /** Drops articles from before this time (milliseconds since 1970). A story ends with its last article. */
  forget(before: number): void
  /**
   * Explains what holds an article in its story and apart from others, as they stand now. Null for an unknown
   * article.
   */
  explain(articleId: string): PlacementReasons | null
  /** Compares two articles. Null if one is unknown. */
  compare(oneId: string, otherId: string): Comparison | null
}

export interface Placed extends Placement {
  readonly storylineId: string
}

/** Ids are null where an article would begin a story or running story, or repeats no text. */
export interface Found {
  readonly storyId: string | null
  readonly storylineId: string | null
  readonly copyOf: string | null
}

interface StoryPlaceOfArticle {
  readonly storyId: string
  readonly storylineId: string
  readonly copyOf: string | null
}

export interface PlacedBefore extends ArticleToPlace {
  readonly storyId: string
  readonly storylineId: string
  readonly copyOf: string | null
  readonly agency: string | null
}

interface Known {
  readonly member: Member
  readonly text: Remembered
  readonly copyOf: string | null
}

export function createStoryGrouper(): StoryGrouper {
  const vectors = createVectorStore()
  const stories = createStoryIndex(vectors)
  const copies = createCopyFinder()
  const known = new Map<string, Known>()
  const ages = createAgeQueue<Remembered>()
  let newest = 0

  const knownSince = ({ at }: ArticleToPlace): number => {
    newest = Math.max(newest, at ?? 0)
    return at ?? newest
  }

  const know = (member: Member, text: Remembered, copyOf: string | null): void => {
    known.set(member.id, { member, text, copyOf })
    ages.add(text)
  }

  const remove = (id: string, { text, member }: Known): void => {
    known.delete(id)
    copies.forget(text)
    stories.remove(member)
  }

  /** The article in memory whose text this one repeats, or undefined. */
  const findOriginal = (text: Omit<Remembered, 'id'>, traits: Traits): Known | undefined => {
    const id = copies.find(text, {
      canBeOne(id) {
        const other = known.get(id)
        return other === undefined || !contradict([traits], [other.member])
      },
      originOf: (id) => known.get(id)?.copyOf ?? id,
    })
    return id === null ? undefined : known.get(id)
  }

  return {
    place(article, newId) {
      const { traits, fingerprint } = readArticle(article)
      const agency = creditedAgency(article.text)
      const before = known.get(article.id)
      const text = { fingerprint, sourceId: article.sourceId, at: knownSince(article) }
      const arrival = { id: article.id, at: article.at, traits }

      if (before !== undefined) {
        const { text: older, copyOf } = before
        const storyId = before.member.story?.id ?? `s${article.id}`
        const storylineId = before.member.story?.runningStory.id ?? `l${article.id}`
        copies.forget(older)
        know(
          stories.putInto(storyId, storylineId, arrival, before.member),
          copies.remember(article.id, text),
          copyOf,
        )
        return { articleId: article.id, storyId, storylineId, copyOf, agency, mergedStoryIds: [] }
      }

      const found = findOriginal(text, traits)
      const remembered = copies.remember(article.id, text)
      if (found?.member.story) {
        const storyId = found.member.story.id
        const storylineId = found.member.story.runningStory.id
        const copyOf = found.copyOf ?? found.member.id
        know(stories.putInto(storyId, storylineId, arrival), remembered, copyOf)
        return { articleId: article.id, storyId, storylineId, copyOf, agency, mergedStoryIds: [] }
      }
      const { member, ...placement } = stories.place(arrival, newId)
      know(member, remembered, null)
      return {
        articleId: article.id,
        storylineId: member.story?.runningStory.id ?? `l${article.id}`,
        copyOf: null,
        agency,
        ...placement,
      }
    },
    find(article) {
      const { id, sourceId, at, traits, fingerprint } = readArticle(article)
      const text = { fingerprint, sourceId, at: at ?? newest }
      const { member, copyOf } = findOriginal(text, traits) ?? {}
      return member?.story
        ? {
            storyId: member.story.id,
            storylineId: member.story.runningStory.id,
            copyOf: copyOf ?? member.id,
          }
        : { ...stories.find({ id, at, traits }), copyOf: null }
    },
    placeOf(articleId) {
      const { member, copyOf = null } = known.get(articleId) ?? {}
      return member?.story
        ? { storyId: member.story.id, storylineId: member.story.runningStory.id, copyOf }
        : undefined
    },
    has: (storyId) => stories.has(storyId),
    restore(article) {
      const { traits, fingerprint, sourceId } = readArticle(article)
      const text = copies.remember(article.id, { fingerprint, sourceId, at: knownSince(article) })
      know(
        stories.putInto(article.storyId, article.storylineId, { id: article.id, at: article.at, traits }),
        text,
        article.copyOf,
      )
    },
    remove(articleIds) {
      for (const id of articleIds) {
        const article = known.get(id)
        if (article !== undefined) remove(id, article)
      }
    },
    forget(before) {
      for (const text of ages.takeBefore(before)) {
        const article = known.get(text.id)
        // A newer version of the article has another time and stays.
        if (article?.text === text) remove(text.id, article)
      }
    },
    explain(articleId) {
      const article = known.get(articleId)
      return article === undefined ? null : explainPlacement(vectors, stories.all(), article.member)
    },
    compare(oneId, otherId) {
      const [one, other] = [known.get(oneId), known.get(otherId)]
      return one === undefined || other === undefined
        ? null
        : compareGroups(vectors, [one.member], [other.member])
    },
  }
}
