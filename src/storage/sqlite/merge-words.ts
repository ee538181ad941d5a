import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/**
 * Joins pieces of the search index, some pages at a time; gives how many rows of it changed, 0 when it is in order. Each transaction leaves a
 * piece behind, and a search looks for each of its words in each of them: a dozen pieces cost a third of its time. Pieces are joined by
 * twos, so a large one is written anew only when as much has come since.
 */
export async function mergeWords(db: Kysely<Tables>): Promise<number> {
  const before = await totalChanges(db)
  await sql`insert into article_words (article_words, rank) values ('merge', ${PAGES_A_STEP})`.execute(db)
  const changes = (await totalChanges(db)) - before
  // One is the command itself (https://www.sqlite.org/fts5.html#the_merge_command).
  return changes < 2 ? 0 : changes
}

/** About 15 ms. */
const PAGES_A_STEP = 200

async function totalChanges(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select total_changes() as n`.execute(db)
  return rows[0]?.n ?? 0
}
