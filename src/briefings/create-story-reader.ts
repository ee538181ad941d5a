import type { NewsArchive } from '../records/ports/news-archive.ts'
import type { PlacedArticle, StoredStory, StoryHead } from '../records/story.ts'
import { remember } from './remember.ts'

/** The whole of a story; null where none of its reports is kept, or stands in it, any more. */
export type StoryReader = (story: StoryHead) => Promise<StoredStory | null>

/**
 * Reads whole stories as they were when their outlines were read, in the very versions that stand there: nobody is noted to know what came in since, so the next
 * briefing would tell it a second time. One that was merged meanwhile comes with its own reports, under the id that it leads to.
 */
export function createStoryReader(
  archive: Pick<NewsArchive, 'stories'>,
  versionsOf: NewsArchive['versions'],
): StoryReader {
  async function inVersion(article: PlacedArticle, version: number): Promise<readonly PlacedArticle[]> {
    if (article.version === version) return [article]
    const older = (await versionsOf(article.id)).find((one) => one.version === version)
    return older === undefined ? [] : [{ ...article, version, title: older.title, text: older.text }]
  }

  return remember(async (story) => {
    const [whole] = await archive.stories([story.id])
    if (whole === undefined) return null
    const read = new Map(story.reports.map(({ articleId, version }) => [articleId, version]))
    const articles: PlacedArticle[] = []
    for (const article of whole.articles) {
      const version = read.get(article.id)
      if (version !== undefined) articles.push(...(await inVersion(article, version)))
    }
    return articles.length === 0 ? null : { ...whole, articles }
  })
}
