import type { Article, KnownVersion } from '../records/article.ts'

/** New, or changed by the outlet; another feed of the same outlet with another teaser is neither. */
export function isNews(article: Article, known: KnownVersion | undefined): boolean {
  if (known === undefined) return true
  return known.sourceId === article.sourceId && known.contentHash !== article.contentHash
}
