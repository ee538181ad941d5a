import type { ArticleToPlace } from '../../src/stories/article-to-place.ts'
import { createStoryGrouper } from '../../src/stories/create-story-grouper.ts'

/** Places all articles in order. Returns the final story and storyline of each, after merges and splits. */
export function placeAll(articles: readonly ArticleToPlace[]): { stories: string[]; storylines: string[] } {
  const grouper = createStoryGrouper()
  const forwards = new Map<string, string>()
  const placed = new Map<string, string>()
  const storylines = new Map<string, string>()
  for (const article of articles) {
    const { storyId, storylineId, mergedStoryIds, movedArticleIds = [] } = grouper.place(article)
    for (const merged of mergedStoryIds) forwards.set(merged, storyId)
    for (const id of [article.id, ...movedArticleIds]) placed.set(id, storyId)
    storylines.set(storyId, storylineId)
  }
  const stories = articles.map(({ id }) => {
    let final = placed.get(id) ?? ''
    for (let next = forwards.get(final); next !== undefined; next = forwards.get(final)) final = next
    return final
  })
  return { stories, storylines: stories.map((id) => storylines.get(id) ?? '') }
}
