import { articleTerms } from '../../../src/articles/article-terms.ts'
import { toArticles } from '../../../src/articles/to-article.ts'
import type { Tags } from '../../../src/records/article.ts'
import { NEVER_READ } from '../../../src/records/feed-state.ts'
import type { KeptArticle } from '../../../src/records/ports/source-states.ts'
import type { Store } from '../../../src/records/ports/store.ts'
import type { Source } from '../../../src/records/source.ts'
import type { Topic } from '../../../src/tagging/topic.ts'
import type { DayNews, Report } from './day-news.ts'

const AT_ONCE = 50

const COUNTRIES = 'US GB FR DE TR SY UA RU CN IN BR MX EG IR IL JP KR NG ZA AU CA IT ES PL GR SE'.split(' ')

/**
 * Fills a store with what was published before a time, in one story per event, like a bot that has run for as
 * long as stories are remembered. Tags are invented, because tagging everything would take far longer than
 * the day itself.
 */
export async function fillDaysBefore(
  store: Pick<Store, 'keepRead'>,
  news: DayNews,
  {
    sources,
    topics,
    before,
  }: { readonly sources: readonly Source[]; readonly topics: readonly Topic[]; readonly before: number },
): Promise<void> {
  const reports = news.reports.filter(({ at }) => at <= before)
  for (const own of Map.groupBy(reports, ({ source }) => source).values())
    for (let first = 0; first < own.length; first += AT_ONCE) {
      const articles = own
        .slice(first, first + AT_ONCE)
        .flatMap((report) => keptOf(report, news, sources, topics))
      const [sourceId = ''] = articles.map(({ article }) => article.sourceId)
      await store.keepRead({ sourceId, state: NEVER_READ, articles })
    }
}

/** Returns the story id of an event before the day. */
export const storyOf = (event: number): string => `sbefore${event}`

function keptOf(
  report: Report,
  news: DayNews,
  sources: readonly Source[],
  topics: readonly Topic[],
): readonly KeptArticle[] {
  const source = sources[report.source]
  if (source === undefined) return []
  const { title = '', html = '', link = null, guid = null } = news.tell(report, report.at)
  const entry = {
    guid,
    link,
    title,
    summary: null,
    content: html,
    author: null,
    publishedAt: report.at,
    updatedAt: null,
    text: html.replaceAll(/<\/?p>/gu, ''),
  }
  const tags: Tags = {
    language: source.language,
    countries: [{ code: COUNTRIES[report.event % COUNTRIES.length] ?? 'US', score: 1, focus: true }],
    topics: topics
      .slice(report.event % topics.length, (report.event % topics.length) + 1)
      .map(({ code }) => ({ code, score: 1 })),
    people: [{ name: title.split(':')[0] ?? '' }],
    organisations: [],
  }
  return toArticles({ entries: [entry] }, source, report.at).map((read): KeptArticle => {
    const article = { ...read, tags }
    return {
      article,
      placement: {
        articleId: article.id,
        storyId: storyOf(report.event),
        copyOf: null,
        agency: null,
        mergedStoryIds: [],
      },
      terms: articleTerms(article, tags.language).search,
    }
  })
}
