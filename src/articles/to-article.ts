import { hash } from 'node:crypto'
import type { Entry, ParsedFeed } from '../feeds/entry.ts'
import type { PageReader } from '../feeds/page-reader.ts'
import type { Article, KnownVersion } from '../records/article.ts'
import type { Source } from '../records/source.ts'
import { articleId, type EntryNames, readNames } from './article-id.ts'
import { canonicalUrl } from './canonical-url.ts'

/**
 * Articles of a feed, in its order. Of entries with the same identity the first is taken. `seenAt` is when
 * the feed was read, in milliseconds since 1970. An entry that nothing identifies (no link, GUID, title or
 * text) is dropped.
 */
export function toArticles(
  feed: Pick<ParsedFeed, 'entries'>,
  source: Pick<Source, 'id' | 'homepage'>,
  seenAt: number,
): Article[] {
  const names = readNames(feed.entries, source)
  const articles = new Map<string, Article>()
  for (const entry of feed.entries) {
    const article = toArticle(entry, source, seenAt, names)
    if (article && !articles.has(article.id)) articles.set(article.id, article)
  }
  return [...articles.values()]
}

/**
 * Converts one entry to an article in its first version; null if nothing identifies it. `names` are those of
 * all entries of its feed.
 */
export function toArticle(
  entry: Entry,
  source: Pick<Source, 'id' | 'homepage'>,
  seenAt: number,
  names: EntryNames = readNames([entry], source),
): Article | null {
  const title = entry.title || titleFrom(entry.text)
  const text = withoutTitle(entry.text, title)
  const id = articleId({ ...entry, title }, source.id, names)
  if (id === null) return null
  return {
    id,
    sourceId: source.id,
    url: entry.link === null ? null : canonicalUrl(entry.link),
    guid: entry.guid,
    title,
    text,
    publishedAt: believable(entry.publishedAt, seenAt) ?? believable(entry.updatedAt, seenAt),
    updatedAt: believable(entry.updatedAt, seenAt),
    seenAt,
    version: 1,
    contentHash: contentHash(title, text),
  }
}

/** Clocks differ by minutes. */
const CLOCK_SLACK_MS = 600_000

/** A date ahead of our clock is a wrong time zone or a typing error; such an article is better undated. */
const believable = (instant: number | null, seenAt: number): number | null =>
  instant !== null && instant <= seenAt + CLOCK_SLACK_MS ? instant : null

/** Short messages have no title; their opening serves as one. */
function titleFrom(text: string): string {
  const [opening = ''] = text.split('\n\n')
  if (opening.length <= MAX_TITLE) return opening
  const cut = opening.slice(0, MAX_TITLE)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MAX_TITLE / 2)).trimEnd()}…`
}

const MAX_TITLE = 120

/** Some feeds repeat the title as the first paragraph, or as the whole text. */
function withoutTitle(text: string, title: string): string {
  const [opening = '', ...rest] = text.split('\n\n')
  return opening === title ? rest.join('\n\n') : text
}

/** Hash of an article's content: equal hashes mean no edit. White space is ignored. */
function contentHash(title: string, text: string): string {
  const squeezed = [title, text].map((part) => part.replace(/\s+/g, ' ').trim())
  return hash('sha256', squeezed.join('\n'), 'base64url').slice(0, 22)
}

/**
 * Whether an article is new or was changed by its outlet. The same article from another feed of the outlet,
 * with another teaser, is neither.
 */
export function isNews(article: Article, known: KnownVersion | undefined): boolean {
  if (known === undefined) return true
  return known.sourceId === article.sourceId && known.contentHash !== article.contentHash
}

/**
 * The article with the text of its page if that is longer than the feed's text, otherwise unchanged. The
 * content hash stays that of the feed, so that the next read of the teaser is no edit. Never rejects: if the
 * page cannot be read, the teaser stays.
 */
export async function withFullText(article: Article, readPage: PageReader['read']): Promise<Article> {
  if (article.url === null || article.text.length >= WHOLE_TEXT_LENGTH) return article
  const page = await readPage(article.url)
  return page.status === 'read' && page.text.length > article.text.length
    ? { ...article, text: page.text }
    : article
}

/** UTF-16 units. A feed text of this length is the article, not a teaser of one or two paragraphs. */
const WHOLE_TEXT_LENGTH = 1500
