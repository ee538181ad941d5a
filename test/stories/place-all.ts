import type { ArticleToPlace } from '../../src/stories/article-to-place.ts'
import { createStoryGrouper } from '../../src/stories/create-story-grouper.ts'

/** The final story of each article, merges followed, after all were placed in order. */
export function placeAll(articles: readonly ArticleToPlace[]): string[] {
  const grouper = createStoryGrouper()
  const forwards = new Map<string, string>()
  const placed = articles.map((article) => {
    const { storyId, mergedStoryIds } = grouper.place(article)
    for (const merged of mergedStoryIds) forwards.set(merged, storyId)
    return storyId
  })
  return placed.map((storyId) => {
    let final = storyId
    for (let next = forwards.get(final); next !== undefined; next = forwards.get(final)) final = next
    return final
  })
}
