import { present } from '../records/present.ts'
import type { SearchHit } from '../records/message.ts'
import type { KeptFinding } from '../records/ports/findings.ts'
import type { Source } from '../records/source.ts'

interface AttributedFinding {
  readonly article: KeptFinding['article']
  /** Ids of other sources that tell the same. */
  readonly others: readonly string[]
}

/** Turns a finding with its words and outlet into a hit of a search. */
export const hitOf = (
  { article, others }: AttributedFinding,
  words: string,
  sources: readonly Source[],
): SearchHit =>
  reportHit(article, sources, {
    snippet: words,
    translated: false,
    publishedAt: article.datedAt,
    moreOutlets: others.length,
    isRemoved: article.isRemoved === true,
  })

interface Found extends Pick<SearchHit, 'handle' | 'snippet' | 'translated' | 'publishedAt' | 'moreOutlets'> {
  readonly isRemoved?: boolean
}

/** Turns a report, its outlet and what was found in it into a hit of a search. */
export function reportHit(
  article: Pick<KeptFinding['article'], 'id' | 'storyId' | 'sourceId' | 'title' | 'url' | 'tags'>,
  sources: readonly Source[],
  { handle, snippet, translated, publishedAt, moreOutlets, isRemoved = false }: Found,
): SearchHit {
  const source = sources.find(({ id }) => id === article.sourceId)
  return {
    articleId: article.id,
    storyId: article.storyId,
    ...present({ handle }),
    title: article.title,
    snippet,
    translated,
    language: article.tags.language,
    sourceName: source?.name ?? article.sourceId,
    country: source?.country ?? '',
    ownership: source?.ownership ?? null,
    url: article.url,
    publishedAt,
    moreOutlets,
    ...(isRemoved && { isRemoved: true as const }),
  }
}
