import type { PageReader } from '../feeds/page-reader.ts'
import type { Article } from '../records/article.ts'

/**
 * The article with the text of its page, where that says more than the feed's teaser; else as it was. The content hash stays that of the feed, so
 * that the next read of the teaser is no edit. Never rejects: a page that cannot be read leaves the teaser.
 */
export async function withFullText(article: Article, readPage: PageReader['read']): Promise<Article> {
  if (article.url === null || article.text.length >= WHOLE_TEXT) return article
  const page = await readPage(article.url)
  return page.status === 'read' && page.text.length > article.text.length
    ? { ...article, text: page.text }
    : article
}

/** Characters; a feed that gives so many gives the article, not a teaser of one or two paragraphs. */
const WHOLE_TEXT = 1500
