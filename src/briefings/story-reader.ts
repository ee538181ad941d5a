import type { NewsArchive } from '../records/ports/news-archive.ts'
import type { PlacedArticle, StoredStory } from '../records/story.ts'
import { isNoNews, type RuledHead } from './apply-rules.ts'
import { gather } from './gather.ts'
import { memoize } from './memoize.ts'
import type { StoryReader } from './page-content.ts'

/** Some hundred articles. */
const STORIES_TOGETHER = 50

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

  const storyOf = gather(async (ids: readonly string[]) => {
    const found = new Map((await archive.stories(ids)).map((story) => [story.id, story]))
    return (id: string) => found.get(id)
  }, STORIES_TOGETHER)

  /** One that was merged meanwhile has another id, and is asked for by itself. */
  const storiesOf = async (ids: readonly string[]): Promise<readonly StoredStory[]> => {
    const [only = ''] = ids
    const found = ids.length === 1 ? await storyOf(only) : undefined
    return found === undefined ? archive.stories(ids) : [found]
  }

  return memoize(async (story: RuledHead) => {
    const found = await storiesOf(story.parts ?? [story.id])
    const [first] = found
    if (first === undefined) return null
    const whole =
      story.parts === undefined
        ? first
        : { ...first, id: story.id, articles: found.flatMap(({ articles }) => articles) }
    const read = new Map(story.reports.map(({ articleId, version }) => [articleId, version]))
    const articles: PlacedArticle[] = []
    for (const article of whole.articles) {
      const version = read.get(article.id)
      if (version === undefined || isNoNews(article, story.noNews ?? [])) continue
      articles.push(...(await inVersion(article, version)))
    }
    return articles.length === 0 ? null : { ...whole, articles }
  })
}
