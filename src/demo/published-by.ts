import type { SampleArticle } from './sample-edition.ts'

/** An article as its outlet shows it at some moment. Times are milliseconds since 1970. */
export interface ShownArticle {
  readonly id: string
  readonly guid: string | null
  /** Path on the outlet's homepage. */
  readonly link: string
  readonly title: string
  readonly body: string
  readonly author: string | null
  readonly publishedAt: number | null
  /** When it last became other than it was: published, or revised. */
  readonly changedAt: number
}

/** What an outlet shows at `now`: published by then, in the wording of then, newest first. */
export function publishedBy(now: number, articles: readonly SampleArticle[]): readonly ShownArticle[] {
  return articles
    .filter((article) => appearedAt(article) <= now)
    .toSorted((a, b) => appearedAt(b) - appearedAt(a))
    .map((article) => shownAt(now, article))
}

function appearedAt(article: SampleArticle): number {
  return article.appears ?? article.published ?? Infinity
}

function shownAt(now: number, article: SampleArticle): ShownArticle {
  const first: ShownArticle = {
    id: article.id,
    guid: article.guid === 'none' ? null : (article.guid ?? `tag:sample.example,2026:${article.id}`),
    link: article.link,
    title: article.title,
    body: article.body,
    author: article.author ?? null,
    publishedAt: article.published ?? null,
    changedAt: appearedAt(article),
  }
  return article.revisions
    .filter((revision) => revision.from <= now)
    .toSorted((a, b) => a.from - b.from)
    .reduce(
      (shown, { from, title = shown.title, link = shown.link, body = shown.body }) => ({
        ...shown,
        title,
        link,
        body,
        changedAt: from,
      }),
      first,
    )
}
