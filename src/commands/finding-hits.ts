import type { SearchHit } from '../records/message.ts'
import type { KeptFinding } from '../records/ports/findings.ts'
import type { Source } from '../records/source.ts'

interface Told {
  readonly article: KeptFinding['article']
  /** Ids of other sources that tell the same. */
  readonly others: readonly string[]
}

/** A finding with its words and its outlet, as hits of a search are shown. */
export function hitOf({ article, others }: Told, words: string, sources: readonly Source[]): SearchHit {
  const source = sources.find(({ id }) => id === article.sourceId)
  return {
    articleId: article.id,
    storyId: article.storyId,
    title: article.title,
    snippet: words,
    translated: false,
    language: article.tags.language,
    sourceName: source?.name ?? article.sourceId,
    country: source?.country ?? '',
    ownership: source?.ownership ?? null,
    url: article.url,
    publishedAt: article.datedAt,
    moreOutlets: others.length,
    ...(article.isRemoved === true && { isRemoved: true as const }),
  }
}
