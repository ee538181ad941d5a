import type { NewsArchive } from '../records/ports/news-archive.ts'
import type { PlaceOfArticle } from '../records/story.ts'
import { type Reported, reportedAt } from '../articles/reported-at.ts'
import { toPlace } from './article-to-place.ts'
import type { SettlingGrouper } from './create-settling-grouper.ts'
import { settledIn } from './hours.ts'
import { shareTheThread } from '../thread/share-the-thread.ts'

/** Articles read with their texts at a time: some hundred kilobytes. */
const ARTICLES_AT_ONCE = 200

/**
 * Returns a function that brings a grouper up to the stories in the store, by articles seen since a time
 * (milliseconds since 1970), and returns how many articles it read. For articles that the grouper knows, only
 * their places are read, without texts. One that was moved, edited or settled meanwhile is removed and
 * restored. `settledUntil`: see `NewsArchive`.
 */
export function createStoryLoader(
  store: Pick<NewsArchive, 'placedArticles' | 'storyPlaces'>,
  grouper: Pick<SettlingGrouper, 'restore' | 'remove'>,
): (since: number, settledUntil: number) => Promise<number> {
  let known: ReadonlyMap<string, string> = new Map()
  return async (since, settledUntil) => {
    const isSettled = (article: Reported): boolean =>
      settledIn({ at: reportedAt(article), seenAt: article.seenAt }) <= settledUntil
    const places = await store.storyPlaces(since)
    const standing = new Map<string, string>()
    const changed: PlaceOfArticle[] = []
    for (const place of places) {
      const mark = markOf(place, isSettled(place))
      if (known.get(place.id) === mark) standing.set(place.id, mark)
      else changed.push(place)
    }
    // A story or running story that was merged into another ends only when all its articles are out.
    grouper.remove(changed.map(({ id }) => id))
    known = standing
    const pause = shareTheThread()
    for (let at = 0; at < changed.length; at += ARTICLES_AT_ONCE) {
      const placesById = new Map(changed.slice(at, at + ARTICLES_AT_ONCE).map((place) => [place.id, place]))
      for (const article of await store.placedArticles(since, [...placesById.keys()])) {
        const { copyOf, agency } = article
        // Restores the article where it stood when the places were read, like all others of its story. Later
        // moves are found at the next call, for the whole story at once.
        const { storyId, storylineId, version } = placesById.get(article.id) ?? article
        grouper.restore({ ...toPlace(article), storyId, storylineId, copyOf, agency }, isSettled(article))
        standing.set(article.id, markOf({ version, storyId, storylineId }, isSettled(article)))
        await pause()
      }
    }
    return changed.length
  }
}

const markOf = (
  { version, storyId, storylineId }: Pick<PlaceOfArticle, 'version' | 'storyId' | 'storylineId'>,
  isSettled: boolean,
): string => `${version} ${storyId} ${storylineId} ${isSettled}`
