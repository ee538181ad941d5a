import type { NewsroomView } from './newsroom-view.ts'
import type { FoundArticle, SearchQuery } from '../records/search.ts'

/** What was found of one story. */
export interface FoundStory extends FoundArticle {
  /** Other outlets that tell the story, whether or not they say the words. */
  readonly moreOutlets: number
}

/** Articles asked for at a time: a page of stories and their copies, most of the time. */
const AT_ONCE = 40

/** Articles looked through for one page: an event that two thousand outlets copy must not hold the search. */
export const MOST_ARTICLES = 800

/**
 * Searches articles and gives each story once, where its best article stands; of copies, the one that they copy. `page` counts from 1. Ten outlets with
 * one agency's text are one hit, so a page shows as many events as it has lines.
 */
export async function findStories(
  query: Omit<SearchQuery, 'limit' | 'offset'>,
  { page, size }: { readonly page: number; readonly size: number },
  newsroom: Pick<NewsroomView, 'search' | 'archive'>,
): Promise<{ readonly hits: readonly FoundStory[]; readonly more: boolean; readonly isCut: boolean }> {
  const byStory = new Map<string, FoundArticle[]>()
  const wanted = page * size
  let more = true
  for (let offset = 0; more && byStory.size <= wanted && offset < MOST_ARTICLES; offset += AT_ONCE) {
    const found = await newsroom.search({ ...query, limit: AT_ONCE, offset })
    more = found.more
    for (const hit of found.hits) {
      const { storyId } = hit.article
      byStory.set(storyId, [...(byStory.get(storyId) ?? []), hit])
    }
  }
  const groups = [...byStory.values()].slice(wanted - size, wanted)
  const outlets = await outletsOf([...byStory.keys()].slice(wanted - size, wanted), newsroom)
  const hits = groups.flatMap((group): FoundStory[] => {
    const hit = group.find(({ article }) => article.copyOf === null) ?? group[0]
    if (hit === undefined) return []
    const others = new Set([
      ...(outlets.get(hit.article.storyId) ?? []),
      ...group.map(({ article }) => article.sourceId),
    ])
    others.delete(hit.article.sourceId)
    return [{ ...hit, moreOutlets: others.size }]
  })
  // Pages end where no more is looked through.
  const isCut = more && byStory.size <= wanted
  return { hits, more: byStory.size > wanted, isCut }
}

async function outletsOf(
  storyIds: readonly string[],
  { archive }: Pick<NewsroomView, 'archive'>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const stories = await archive.stories(storyIds)
  return new Map(stories.map(({ id, articles }) => [id, articles.map(({ sourceId }) => sourceId)]))
}
