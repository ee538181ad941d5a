import type { Analysis } from './analysis/open-analysis.ts'
import { countLines, readLines, withoutFurniture } from './articles/furniture.ts'
import { reportedAt } from './articles/reported-at.ts'
import { isNews, withFullText } from './articles/to-article.ts'
import { newsValueOf } from './briefings/news-value.ts'
import type { PageReader } from './feeds/page-reader.ts'
import type { Article, ReadArticle } from './records/article.ts'
import type { KeptRead } from './records/ports/source-states.ts'
import type { Store } from './records/ports/store.ts'
import type { Source } from './records/source.ts'
import { SOURCE_LINES } from './storage/bounds.ts'
import { placeAtHome } from './tagging/places/place-at-home.ts'
import { type SectionReader, withSection } from './tagging/topics/section-topic.ts'

export interface CompleterTools {
  readonly store: Pick<Store, 'knownVersions' | 'printedLines'>
  /** Reads the page behind a teaser, for sources with `fullText`. */
  readonly readPage?: PageReader['read']
  readonly tagging: Pick<Analysis, 'read'>
  /** The section that an address names; absent where sections are not used. */
  readonly sectionOf?: SectionReader
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** The news of one read, and the new counts of what the source prints under all its articles. */
export interface CompletedRead {
  readonly articles: readonly ReadArticle[]
  readonly printed: KeptRead['printed']
}

/**
 * Completes what one read brought, as far as its source alone decides it, before the read takes its turn with
 * the editor. Of a feed's entries it keeps those that are new, adds the text of their page where the source
 * allows it, removes page furniture and tags them.
 */
export function createCompleter({ store, readPage, tagging, sectionOf, now }: CompleterTools) {
  /** Learns from the fresh articles what the source prints under all of them, and removes it. */
  async function removeFurniture(
    source: Source,
    articles: readonly Article[],
    isFresh: (article: Article) => boolean,
  ): Promise<{ readonly articles: readonly Article[]; readonly printed: CompletedRead['printed'] }> {
    const read = articles.map((article) => ({
      article,
      lines: readLines(article.title, article.text, source.language),
    }))
    const asked = new Set(read.flatMap(({ lines }) => lines.spans.map(({ line }) => line)))
    const known = await store.printedLines(source.id, [...asked])
    const fresh = read.flatMap(({ article, lines }) => (isFresh(article) ? [lines] : []))
    const counted = countLines(known, fresh, now())
    const all = new Map([...known, ...counted])
    return {
      articles: read.map(({ article, lines }) => ({ ...article, text: withoutFurniture(lines, all) })),
      printed: counted.size > 0 ? { lines: [...counted.values()], most: SOURCE_LINES } : undefined,
    }
  }

  return async (source: Source, entries: readonly Article[]): Promise<CompletedRead> => {
    const known = await store.knownVersions(entries.map(({ id }) => id))
    const news = entries.filter((article) => isNews(article, known.get(article.id)))
    if (news.length === 0) return { articles: [], printed: undefined }
    const mayRead = source.fullText === true && readPage !== undefined
    const whole = mayRead ? await Promise.all(news.map((article) => withFullText(article, readPage))) : news
    const { articles, printed } = await removeFurniture(source, whole, ({ id }) => !known.has(id))
    const { country: sourceCountry, language: sourceLanguage } = source
    const texts = await tagging.read(
      articles.map(({ title, text, ...article }) => ({
        title,
        text,
        sourceCountry,
        sourceLanguage,
        writtenAt: reportedAt(article),
      })),
    )
    const tagged = articles.map((article, index) => {
      const own = texts[index]
      if (own === undefined)
        throw new Error(`The tagger gave ${texts.length} answers for ${articles.length} articles.`)
      const topics = withSection(own.tags.topics, sectionOf?.(article.url) ?? null)
      const read = { ...article, ...own, tags: { ...own.tags, topics } }
      const countries = placeAtHome(own.tags.countries, own.tags.language, source)
      return { ...read, tags: { ...read.tags, countries, newsValue: newsValueOf(read) } }
    })
    return { articles: tagged, printed }
  }
}
