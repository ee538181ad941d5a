import { NEVER_READ } from '../../src/records/feed-state.ts'
import type { KeptRead } from '../../src/records/ports/source-states.ts'
import type { Placement } from '../../src/records/story.ts'
import { articleTerms } from '../../src/articles/article-terms.ts'
import type { TaggedArticle, Tags } from '../../src/records/article.ts'

export const NOON = Date.UTC(2026, 2, 10, 12)
export const HOUR = 3_600_000

let made = 0

/** An article with its tags. */
export function anArticle(overrides: Partial<TaggedArticle> = {}, tags: Partial<Tags> = {}): TaggedArticle {
  const id = overrides.id ?? `article-${(made += 1)}`
  return {
    id,
    sourceId: 'harbour-post',
    url: `https://harbour.example/${id}`,
    guid: null,
    title: `Harbour reopens after storm ${id}`,
    text: `Ships left the harbour again on Tuesday. The storm had closed it for two days.`,
    publishedAt: NOON,
    updatedAt: null,
    seenAt: NOON,
    version: 1,
    contentHash: `${id}@${overrides.version ?? 1}`,
    ...overrides,
    tags: { language: 'en', countries: [], topics: [], people: [], organisations: [], ...tags },
  }
}

/** An article as the desk passes it to the store. */
export const toKeep = (
  article: TaggedArticle,
  placement: Partial<Placement> = {},
): KeptRead['articles'][number] => ({
  article,
  placement: {
    articleId: article.id,
    storyId: `story-of-${article.id}`,
    copyOf: null,
    agency: null,
    mergedStoryIds: [],
    ...placement,
  },
  terms: articleTerms(article, article.tags.language).search,
})

/** A read with these articles, each in its own story unless placed. */
export function aRead(
  articles: readonly TaggedArticle[],
  overrides: Partial<KeptRead> = {},
  placement: Partial<Placement> = {},
): KeptRead {
  return {
    sourceId: 'harbour-post',
    state: { ...NEVER_READ, lastTriedAt: NOON, lastSuccessAt: NOON },
    articles: articles.map((article) => toKeep(article, placement)),
    ...overrides,
  }
}
