import type { NewsArchive } from '../records/ports/news-archive.ts'
import type { PlaceOfArticle } from '../records/story.ts'
import { toPlace } from './article-to-place.ts'
import type { StoryGrouper } from './create-story-grouper.ts'
import { shareTheThread } from '../thread/share-the-thread.ts'

/** Articles read with their texts at a time: some hundred kilobytes. */
const AT_ONCE = 200

/**
 * Gives what has a grouper know the stories of a store as they stand there, by articles seen since an instant (milliseconds since 1970). Only places are read of articles that it
 * knows already, without their texts; one that was moved or edited meanwhile is taken up anew. Gives how many were read.
 */
export function createTakingUp(
  store: Pick<NewsArchive, 'placedArticles' | 'storyPlaces'>,
  grouper: Pick<StoryGrouper, 'restore' | 'letGo'>,
): (since: number) => Promise<number> {
  let known: ReadonlyMap<string, string> = new Map()
  return async (since) => {
    const places = await store.storyPlaces(since)
    const standing = new Map<string, string>()
    const changed: PlaceOfArticle[] = []
    for (const place of places) {
      const mark = markOf(place)
      if (known.get(place.id) === mark) standing.set(place.id, mark)
      else changed.push(place)
    }
    // Only when all are out does a story or a running story end that was merged into another one.
    grouper.letGo(changed.map(({ id }) => id))
    known = standing
    const pause = shareTheThread()
    for (let at = 0; at < changed.length; at += AT_ONCE) {
      const some = new Map(changed.slice(at, at + AT_ONCE).map((place) => [place.id, place]))
      for (const article of await store.placedArticles(since, [...some.keys()])) {
        const { copyOf, agency } = article
        // As all others of its story stood when places were read: what moved since is found the next time, the whole story at once.
        const { storyId, storylineId, version } = some.get(article.id) ?? article
        grouper.restore({ ...toPlace(article), storyId, storylineId, copyOf, agency })
        standing.set(article.id, markOf({ id: article.id, storyId, storylineId, version }))
        await pause()
      }
    }
    return changed.length
  }
}

const markOf = ({ version, storyId, storylineId }: PlaceOfArticle): string =>
  `${version} ${storyId} ${storylineId}`
