import type { NewsArchive } from '../records/ports/news-archive.ts'
import type { PlacedArticle, StoredStory } from '../records/story.ts'
import { isNoNews, type CorrectedHead } from './apply-rules.ts'
import { gather } from './gather.ts'
import { memoize } from './memoize.ts'
import type { StoryReader } from './page-content.ts'

/** Stories read by one query: some hundred articles. */
const STORIES_TOGETHER = 50

/**
 * Creates a reader of whole stories as they were when their heads were read, in the versions listed there and
 * without what is no news to these readers. Later reports are left out: they are not recorded as told, so the
 * next briefing would tell them again. A story that was merged meanwhile comes with its own reports, under
 * the id that it forwards to.
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

  /** A merged story is found under another id, so it is asked for by itself. */
  const storiesOf = async (ids: readonly string[]): Promise<readonly StoredStory[]> => {
    const [only = ''] = ids
    const found = ids.length === 1 ? await storyOf(only) : undefined
    return found === undefined ? archive.stories(ids) : [found]
  }

  return memoize(async (story: CorrectedHead) => {
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
