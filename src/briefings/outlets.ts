import { reportedAt } from '../articles/reported-at.ts'
import type { BriefedOutlet } from '../records/briefing.ts'
import type { Source } from '../records/source.ts'
import type { PlacedArticle } from '../records/story.ts'

/**
 * Returns the cited articles in the order of citation, then the newest article of every other outlet, own
 * reports before copies.
 */
export function listOutlets(
  articles: readonly PlacedArticle[],
  cited: readonly PlacedArticle[],
): PlacedArticle[] {
  const listed = [...new Set(cited)]
  const sources = new Set(listed.map((article) => article.sourceId))
  const byWorth = [...articles].sort(
    (a, b) => Number(a.copyOf !== null) - Number(b.copyOf !== null) || reportedAt(b) - reportedAt(a),
  )
  for (const article of byWorth) {
    if (sources.has(article.sourceId)) continue
    sources.add(article.sourceId)
    listed.push(article)
  }
  return listed
}

export function describeOutlet(
  article: PlacedArticle,
  sources: ReadonlyMap<string, Source>,
  articles: readonly PlacedArticle[],
): BriefedOutlet {
  const source = sources.get(article.sourceId)
  return {
    sourceId: article.sourceId,
    name: source?.name ?? article.sourceId,
    country: source?.country ?? '',
    ownership: source?.ownership ?? null,
    language: article.tags.language,
    url: article.url,
    title: article.title,
    publishedAt: article.publishedAt,
    carries: carriedFrom(article, sources, articles),
    ...(article.removal !== undefined && { isRemoved: true as const }),
  }
}

/**
 * Returns whose text an article carries: the agency it credits, else the outlet whose text it repeats. Null
 * for an own report, for one of an agency, and if the original is not among `articles`.
 */
function carriedFrom(
  article: PlacedArticle,
  sources: ReadonlyMap<string, Source>,
  articles: readonly PlacedArticle[],
): string | null {
  if (sources.get(article.sourceId)?.agency === true) return null
  if (article.agency !== null) return article.agency
  if (article.copyOf === null) return null
  const origin = articles.find((other) => other.id === article.copyOf)
  if (origin === undefined || origin.sourceId === article.sourceId) return null
  return sources.get(origin.sourceId)?.name ?? origin.sourceId
}
