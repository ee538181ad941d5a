import { sql, type Kysely } from 'kysely'
import type { Tables } from '../tables.ts'
import { rowAt } from './dated-rows.ts'
import { forgetArticles, type Unindex } from './forget-articles.ts'
import { inChunks } from './in-chunks.ts'

/**
 * Lets go of some stories in which nothing was seen since then (milliseconds since 1970), with their articles and all versions; gives how
 * many articles, 0 when none is left. Call it inside a transaction. Whole stories only: what is left would tell them
 * falsely.
 */
export async function pruneArticles(db: Kysely<Tables>, before: number, unindex: Unindex): Promise<number> {
  const stories = await endedStories(db, before)
  if (stories.length === 0) return 0
  const articles = await db.selectFrom('article').select('row').where('story', 'in', stories).execute()
  const rows = articles.map(({ row }) => row)
  for (const some of inChunks(rows, AT_ONCE)) await forgetArticles(db, some, unindex)
  await db.deleteFrom('story').where('merged_into', 'in', stories).execute()
  await db.deleteFrom('story').where('row', 'in', stories).execute()
  return rows.length
}

/** Each takes about 0.4 ms to let go. */
const AT_ONCE = 50

async function endedStories(db: Kysely<Tables>, before: number): Promise<readonly number[]> {
  const { rows } = await sql<{ story: number }>`
    select a.story from article a
    where a.row < ${rowAt(before)}
      and not exists (select 1 from article b where b.story = a.story and b.changed_at >= ${before})
    order by a.row limit ${AT_ONCE}`.execute(db)
  return [...new Set(rows.map(({ story }) => story))]
}
