import type { TimedArticle } from './article-to-place.ts'
import { createStoryGrouper, type Found, type Placed, type PlacedBefore } from './create-story-grouper.ts'

/**
 * Stories of articles whose hour is not over. They are told, but only for the time being, and change no
 * settled story.
 */
export interface OpenStories {
  /**
   * Places an article in the settled story where it was `found`, or else in the story of other open articles,
   * or else in a new one with the id `newId`.
   */
  place(article: TimedArticle, found: Found, newId: string): Placed
  /** Takes in an article where it was placed before. */
  restore(article: PlacedBefore): void
  remove(articleIds: readonly string[]): void
  placeOf(articleId: string): OpenPlace | undefined
  /** Whether a story of open articles has this id. */
  has(storyId: string): boolean
}

type OpenPlace = Pick<Placed, 'storyId' | 'storylineId' | 'copyOf' | 'agency'>

interface OpenReport {
  readonly id: string
  readonly found: Found
  place: OpenPlace
  /** Id of its story among the open ones alone. */
  cluster: string
}

/** `isSettled` says whether there is a settled story with an id. */
export function createOpenStories(isSettled: (storyId: string) => boolean): OpenStories {
  const grouper = createStoryGrouper()
  const reports = new Map<string, OpenReport>()
  const clusters = new Map<string, Set<OpenReport>>()

  const put = (report: OpenReport, cluster: string): void => {
    clusters.get(report.cluster)?.delete(report)
    if (clusters.get(report.cluster)?.size === 0) clusters.delete(report.cluster)
    report.cluster = cluster
    clusters.getOrInsertComputed(cluster, () => new Set()).add(report)
  }

  /** Puts all reports of a cluster in one story, unless a settled story was found for a report itself. */
  const nameCluster = (cluster: string, ownLine: string): readonly OpenReport[] => {
    const together = [...(clusters.get(cluster) ?? [])]
    const settled = isSettled(cluster)
      ? undefined
      : together.find(({ found }) => found.storyId !== null)?.found
    const storyId = settled?.storyId ?? cluster
    const line = settled ?? together.find(({ found }) => found.storylineId !== null)?.found
    const moved: OpenReport[] = []
    for (const report of together) {
      const { found, place } = report
      const own = found.storyId ?? storyId
      const storylineId = (found.storyId === null ? line : found)?.storylineId ?? ownLine
      if (place.storyId !== own) moved.push(report)
      report.place = { ...place, storyId: own, storylineId }
    }
    return moved
  }

  return {
    place(article, found, newId) {
      const { id } = article
      const placed = grouper.place(article, newId)
      const { agency } = placed
      const report = reports.getOrInsertComputed(id, () => ({
        id,
        found,
        place: { storyId: '', storylineId: '', copyOf: found.copyOf ?? placed.copyOf, agency },
        cluster: '',
      }))
      put(report, placed.storyId)
      for (const merged of placed.mergedStoryIds)
        for (const other of clusters.get(merged) ?? []) put(other, placed.storyId)
      for (const moved of placed.movedArticleIds ?? []) {
        const other = reports.get(moved)
        if (other !== undefined) put(other, placed.storyId)
      }
      const moved = nameCluster(placed.storyId, placed.storylineId)
      return {
        articleId: id,
        ...report.place,
        mergedStoryIds: [],
        movedArticleIds: moved.filter((other) => other !== report).map((other) => other.id),
      }
    },
    restore(article) {
      grouper.restore(article)
      const { id, storyId, storylineId, copyOf, agency } = article
      const found = { storyId: null, storylineId, copyOf }
      const report = { id, found, place: { storyId, storylineId, copyOf, agency }, cluster: '' }
      reports.set(id, report)
      put(report, storyId)
    },
    remove(articleIds) {
      grouper.remove(articleIds)
      for (const id of articleIds) {
        const report = reports.get(id)
        if (report === undefined) continue
        reports.delete(id)
        const cluster = clusters.get(report.cluster)
        cluster?.delete(report)
        if (cluster?.size === 0) clusters.delete(report.cluster)
      }
    },
    placeOf: (articleId) => reports.get(articleId)?.place,
    has: (storyId) => clusters.has(storyId),
  }
}
