import { sql } from 'kysely'
import type { Db } from '../../db.ts'
import type { IndexedArticle } from '../../engine.ts'
import { shareTheThread } from '../../../thread/share-the-thread.ts'

/**
 * Writes one after the other. FTS5 flushes what it has gathered before each statement that SQLite may have to
 * roll back on its own, such as one that writes an article; interleaved, that took half the time of storing
 * an article.
 */
export async function putArticles(db: Db, articles: readonly IndexedArticle[]): Promise<void> {
  const pause = shareTheThread()
  for (const { row, terms, facets } of articles) {
    await pause()
    await sql`
      insert or replace into article_words (rowid, title, lead, body, facets)
      values (${row}, ${terms.title}, ${terms.lead}, ${terms.body}, ${facets})`.execute(db)
  }
}

export async function removeArticle(db: Db, row: number): Promise<void> {
  await sql`delete from article_words where rowid = ${row}`.execute(db)
}

export async function lastIndexed(db: Db): Promise<number> {
  const { rows } = await sql<{ row: number }>`
    select coalesce((select rowid from article_words order by rowid desc limit 1), -1) as row`.execute(db)
  return rows[0]?.row ?? -1
}

/**
 * Merges segments of the search index, some pages at a time. Each transaction leaves a segment, and a search
 * looks up each word in all of them: a dozen segments cost a third of its time. Segments are merged in pairs,
 * so a large one is rewritten only after as much has been added.
 */
export async function tidyIndex(db: Db): Promise<number> {
  const before = await totalChanges(db)
  await sql`insert into article_words (article_words, rank) values ('merge', ${PAGES_A_STEP})`.execute(db)
  const changes = (await totalChanges(db)) - before
  // One change is the command itself (https://www.sqlite.org/fts5.html#the_merge_command).
  return changes < 2 ? 0 : changes
}

/** About 15 ms. */
const PAGES_A_STEP = 200

async function totalChanges(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select total_changes() as n`.execute(db)
  return rows[0]?.n ?? 0
}
