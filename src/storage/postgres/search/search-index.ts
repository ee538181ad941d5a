import { sql } from 'kysely'
import { inChunks, type Db } from '../../db.ts'
import type { IndexedArticle } from '../../engine.ts'
import { cutIndexed, quoteWord } from './words.ts'
import { WEIGHTS } from './write-match.ts'

/** Keeps a statement below some megabytes. */
const ARTICLES_AT_ONCE = 50

export async function putArticles(db: Db, articles: readonly IndexedArticle[]): Promise<void> {
  for (const some of inChunks(articles, ARTICLES_AT_ONCE)) {
    const rows = some.map((article) => sql`(${article.row}::bigint, ${vectorOf(article)}::tsvector)`)
    await sql`
      insert into article_words (row, words) values ${sql.join(rows)}
      on conflict (row) do update set words = excluded.words`.execute(db)
  }
}

export async function removeArticle(db: Db, row: number): Promise<void> {
  await sql`delete from article_words where row = ${row}`.execute(db)
}

export async function lastIndexed(db: Db): Promise<number> {
  const { rows } = await sql<{ row: number }>`
    select coalesce(max(row), -1) as row from article_words`.execute(db)
  return rows[0]?.row ?? -1
}

/** Moves recent entries from GIN's pending list, which every search reads through, into the index. */
export async function tidyIndex(db: Db): Promise<number> {
  const { rows } = await sql<{ pages: number }>`
    select gin_clean_pending_list('article_words_words'::regclass) as pages`.execute(db)
  return rows[0]?.pages ?? 0
}

/**
 * An article as input of `tsvector`. One position between its parts stays empty, so that no phrase reaches
 * from one into the next.
 */
export function vectorOf({ terms, facets }: IndexedArticle): string {
  const places = new Map<string, string[]>()
  let place = 0
  for (const part of ['title', 'lead', 'body'] as const) {
    for (const word of cutIndexed(terms[part])) {
      place += 1
      const own = places.getOrInsertComputed(word, () => [])
      if (own.length < MOST_PLACES && place <= LAST_PLACE) own.push(`${place}${WEIGHTS[part]}`)
    }
    place += 1
  }
  for (const word of cutIndexed(facets)) places.getOrInsertComputed(word, () => [])
  return Array.from(
    places,
    ([word, own]) => `${quoteWord(word)}${own.length === 0 ? '' : `:${own.join()}`}`,
  ).join(' ')
}

/**
 * Positions kept per word, and the last position in a text
 * (https://www.postgresql.org/docs/15/textsearch-limitations.html). Beyond them words are found, but phrases
 * and parts are not.
 */
const MOST_PLACES = 255
const LAST_PLACE = 16_383
