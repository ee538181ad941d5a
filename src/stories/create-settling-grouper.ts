import type { Placement } from '../records/story.ts'
import { creditedAgency } from './agency.ts'
import type { TimedArticle } from './article-to-place.ts'
import { createOpenStories } from './create-open-stories.ts'
import { createStoryGrouper, type Found, type Placed, type PlacedBefore } from './create-story-grouper.ts'
import { hourOf, inSettlingOrder, isOver } from './hours.ts'
import { readArticle } from './read-article.ts'

/**
 * Groups articles twice: for the time being when they come, so that they can be told at once, and for good
 * when their hour is over, in an order that does not depend on when they came. So the same articles in
 * another order within an hour make the same stories.
 */
export interface SettlingGrouper {
  /** Places an article for the time being. This changes no settled story. */
  place(article: TimedArticle): Placed
  /**
   * Groups the articles of the hours that are over in the hour `now` (see `hourOf`), and places those that
   * stay open anew. Yields after each article. Nothing else may be called before it ends. Returns where the
   * articles belong now, to be carried out in order.
   */
  settle(now: number): Generator<void, readonly Placement[]>
  /**
   * Takes in an article that was placed before a restart or by another editor. Call it for all of them, in
   * their old order, before `place`.
   */
  restore(article: PlacedBefore & TimedArticle, isSettled: boolean): void
  /**
   * Removes articles that were moved or changed elsewhere, before they are restored in their current place.
   * Unknown ids are ignored.
   */
  remove(articleIds: readonly string[]): void
  /** Drops settled articles from before this time (milliseconds since 1970). */
  forget(before: number): void
}

export function createSettlingGrouper(): SettlingGrouper {
  const settled = createStoryGrouper()
  const isSettled = (storyId: string): boolean => settled.has(storyId)
  let open = createOpenStories(isSettled)
  /** Articles whose hour is not over, and new versions of settled ones; in order of arrival. */
  const waiting = new Map<string, TimedArticle>()
  /**
   * Of texts that repeat each other the fullest is settled first, but the one that came first counts as the
   * original, since readers may have been told of it. This is the latter by the former, where they differ.
   */
  const originals = new Map<string, string>()

  function* settleOver(now: number, ended: Set<string>): Generator<void, readonly Placed[]> {
    const over = [...waiting.values()].filter(({ at }) => isOver(hourOf(at), now))
    const placed: Placed[] = []
    for (const article of inSettlingOrder(over)) {
      const own = open.placeOf(article.id)
      const isFree = own !== undefined && !settled.has(own.storyId) && !ended.has(own.storyId)
      const isNew = settled.placeOf(article.id) === undefined
      const one = settled.place(article, isFree ? own.storyId : freshId(article, now))
      for (const id of one.mergedStoryIds) ended.add(id)
      if (isNew) placed.push(one)
      waiting.delete(article.id)
      yield
    }
    const arrived = new Map(over.map(({ id }, place) => [id, place]))
    return withOriginals(placed, (id) => arrived.get(id) ?? -1)
  }

  /** Names the text that came first as the original of texts that repeat each other. */
  function withOriginals(placed: readonly Placed[], arrivedAt: (id: string) => number): readonly Placed[] {
    for (const id of originals.keys()) if (settled.placeOf(id) === undefined) originals.delete(id)
    for (const { articleId, copyOf } of placed) {
      if (copyOf === null) continue
      const original = originals.get(copyOf) ?? copyOf
      if (arrivedAt(articleId) < arrivedAt(original)) originals.set(copyOf, articleId)
    }
    return placed.map((one) => ({ ...one, copyOf: originalOf(one.articleId, one.copyOf) }))
  }

  const originalOf = (articleId: string, copyOf: string | null): string | null => {
    const original = originals.get(copyOf ?? articleId) ?? copyOf
    return original === articleId ? null : original
  }

  function* reopen(now: number, ended: ReadonlySet<string>): Generator<void, readonly Placement[]> {
    const before = open
    open = createOpenStories(isSettled)
    for (const article of waiting.values()) {
      const { storyId = '' } = before.placeOf(article.id) ?? {}
      // A new version of a settled article stays where that is.
      if (storyId === '') continue
      const isFree = !settled.has(storyId) && !ended.has(storyId) && !open.has(storyId)
      const read = readArticle(article)
      open.place(read, find(read), isFree ? storyId : freshId(article, now))
      yield
    }
    return [...waiting.keys()].flatMap((articleId) => {
      const [was, is] = [before.placeOf(articleId), open.placeOf(articleId)]
      if (is === undefined || (was?.storyId === is.storyId && was.storylineId === is.storylineId)) return []
      return [{ articleId, ...is, mergedStoryIds: [] }]
    })
  }

  const find = (article: TimedArticle): Found => {
    const found = settled.find(article)
    return { ...found, copyOf: found.copyOf === null ? null : originalOf(article.id, found.copyOf) }
  }

  return {
    place(arrived) {
      const { terms: _terms, ...article } = arrived
      const { id, text, at } = article
      const ownId = `s${id}`
      const agency = creditedAgency(text)
      if (settled.placeOf(id) === undefined && !waiting.has(id) && settled.has(ownId))
        // It was forgotten and returns to the story that it once began.
        settled.restore({ ...arrived, storyId: ownId, storylineId: ownId, copyOf: null, agency })
      // Its terms are large and follow from its text.
      waiting.set(id, article)
      const before = settled.placeOf(id)
      if (before !== undefined)
        return {
          articleId: id,
          ...before,
          copyOf: originalOf(id, before.copyOf),
          agency,
          mergedStoryIds: [],
        }
      const read = readArticle(arrived)
      return open.place(read, find(read), open.has(ownId) ? freshId(article, hourOf(at)) : ownId)
    },
    *settle(now) {
      const ended = new Set<string>()
      const placed = yield* settleOver(now, ended)
      return [...placed, ...(yield* reopen(now, ended))]
    },
    restore(article, isSettled) {
      if (isSettled) {
        for (const { at } of inSettlingOrder([article])) settled.restore({ ...article, at })
        return
      }
      waiting.set(article.id, article)
      open.restore(article)
    },
    remove(articleIds) {
      settled.remove(articleIds)
      open.remove(articleIds)
      for (const id of articleIds) waiting.delete(id)
    },
    forget: (before) => settled.forget(before),
  }
}

/** An id that was never used before: one that was left may lead elsewhere by now. */
const freshId = ({ id }: TimedArticle, now: number): string => `s${id}.${now}`
