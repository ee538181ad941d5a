import { sql, type Kysely } from 'kysely'
import { shareTheThread } from '../../thread/share-the-thread.ts'
import type { Tables } from '../tables.ts'
import { rowAt } from './dated-rows.ts'
import { inChunks } from './in-chunks.ts'

/** Takes an article out of the search index: the one part of it that each store does its own way. */
type Unindex = (row: number) => Promise<void>

/**
 * Lets go of some stories in which nothing was seen since then (milliseconds since 1970), with their articles and all versions; gives how
 * many articles, 0 when none is left. Call it inside a transaction. Whole stories only: what is left would tell them falsely. Of an
 * article its id stays known, because feeds list old entries for years and each would come as news again.
 */
export async function pruneArticles(db: Kysely<Tables>, before: number, unindex: Unindex): Promise<number> {
  const stories = await endedStories(db, before)
  if (stories.length === 0) return 0
  const articles = await db.selectFrom('article').select('row').where('story', 'in', stories).execute()
  const rows = articles.map(({ row }) => row)
  const pause = shareTheThread()
  for (const some of inChunks(rows, AT_ONCE)) {
    await uncount(db, some)
    await db
      .replaceInto('past_article')
      .columns(['id', 'source_id', 'version', 'content_hash', 'seen_at'])
      .expression((eb) =>
        eb
          .selectFrom('article')
          .select(['id', 'source_id', 'version', 'content_hash', 'seen_at'])
          .where('row', 'in', some),
      )
      .execute()
    for (const row of some) {
      await unindex(row)
      await pause()
    }
    await db.deleteFrom('article_version').where('article', 'in', some).execute()
    await db.deleteFrom('article').where('row', 'in', some).execute()
  }
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

/** What the source of these articles has fewer. */
async function uncount(db: Kysely<Tables>, rows: readonly number[]): Promise<void> {
  const gone = await db
    .selectFrom('article')
    .innerJoin('article_version', 'article_version.article', 'article.row')
    .select((eb) => [
      'article.source_id',
      eb.fn.count<number>('article.row').distinct().as('articles'),
      eb.fn.countAll<number>().as('versions'),
    ])
    .where('article.row', 'in', rows)
    .groupBy('article.source_id')
    .execute()
  for (const { source_id, articles, versions } of gone)
    await db
      .updateTable('source')
      .set((eb) => ({ articles: eb('articles', '-', articles), versions: eb('versions', '-', versions) }))
      .where('id', '=', source_id)
      .execute()
}
