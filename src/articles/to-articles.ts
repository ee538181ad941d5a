import { createHash } from 'node:crypto'
import type { Entry, ParsedFeed } from '../feeds/entry.ts'
import type { Source } from '../feeds/source.ts'
import type { Article } from './article.ts'
import { canonicalUrl } from './canonical-url.ts'
import { contentHash } from './content-hash.ts'

/**
 * Articles of a feed, in its order, each once: of entries with the same identity the first stays. `seenAt` is when the feed was read, in
 * milliseconds since 1970. An entry that nothing identifies (no link, GUID or title) becomes no article.
 */
export function toArticles(feed: ParsedFeed, source: Pick<Source, 'id' | 'homepage'>, seenAt: number): Article[] {
  const shared = sharedLinks(feed.entries)
  const articles = new Map<string, Article>()
  for (const entry of feed.entries) {
    const article = toArticle(entry, source, seenAt, shared)
    if (article && !articles.has(article.id)) articles.set(article.id, article)
  }
  return [...articles.values()]
}

/**
 * One entry as an article, or null when nothing identifies it. Its id comes from the canonical address; where the link does not mean this
 * entry alone (a front page, or a link in `shared`) from the GUID; else from source and title.
 */
export function toArticle(
  entry: Entry,
  source: Pick<Source, 'id' | 'homepage'>,
  seenAt: number,
  shared: ReadonlySet<string> = new Set(),
): Article | null {
  const url = entry.link === null ? null : canonicalUrl(entry.link)
  const id = identityOf(entry, source, url, shared)
  if (id === null) return null
  return {
    id,
    sourceId: source.id,
    url,
    guid: entry.guid,
    title: entry.title,
    text: withoutTitle(entry.text, entry.title),
    author: entry.author,
    publishedAt: publishedAt(entry, seenAt),
    updatedAt: entry.updatedAt,
    seenAt,
    version: 1,
    contentHash: contentHash(entry.title, withoutTitle(entry.text, entry.title)),
    image: entry.image,
  }
}
