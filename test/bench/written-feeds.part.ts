import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { WrittenItem } from '../fakes/feed-text.ts'
import { syntheticNews } from './synthetic-news.part.ts'

/** The same news in sixteen languages, with texts. */
const REAL_NEWS = path.resolve('../shared/data/documents/ntrex.jsonl')
const FIRST_DAY = Date.UTC(2026, 0, 1)

/** A feed in one language that is not served yet. */
export interface WrittenFeed {
  readonly language: string
  readonly items: readonly WrittenItem[]
}

export function inventedFeeds(count: number, itemsEach: number): readonly WrittenFeed[] {
  const news = syntheticNews(3)
  return Array.from({ length: count }, () => ({
    language: 'en',
    items: news.nextRead(itemsEach).articles.map(({ article }) => ({
      title: article.title,
      link: article.url ?? '',
      guid: article.guid ?? article.id,
      date: new Date(article.publishedAt ?? article.seenAt).toISOString(),
      html: inParagraphs(article.text),
    })),
  }))
}

interface Translated {
  readonly doc: string
  readonly langs: Readonly<Record<string, { readonly title?: string; readonly text: string }>>
}

/**
 * Returns feeds of real news, or null if the texts are not available. The first item is dated `firstAt`, each
 * following one a minute later.
 */
export function realFeeds(itemsEach: number, firstAt = FIRST_DAY): readonly WrittenFeed[] | null {
  if (!existsSync(REAL_NEWS)) return null
  const articles = readFileSync(REAL_NEWS, 'utf8')
    .trim()
    .split('\n')
    .map((line): Translated => JSON.parse(line))
    .flatMap(({ doc, langs }, at) =>
      Object.entries(langs).map(([language, { title = '', text }]) => ({
        language,
        item: {
          title,
          link: `https://outlet.example/${language}/${doc}`,
          guid: `${language}-${doc}`,
          date: new Date(firstAt + at * 60_000).toISOString(),
          html: inParagraphs(text),
        },
      })),
    )
  return [...Map.groupBy(articles, ({ language }) => language)].flatMap(([language, own]) =>
    Array.from({ length: Math.ceil(own.length / itemsEach) }, (_, feed) => ({
      language,
      items: own.slice(feed * itemsEach, (feed + 1) * itemsEach).map(({ item }) => item),
    })),
  )
}

const inParagraphs = (text: string): string =>
  text
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('\n')
