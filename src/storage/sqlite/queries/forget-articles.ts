import type { Kysely } from 'kysely'
import { shareTheThread } from '../../../thread/share-the-thread.ts'
import type { Tables } from '../tables.ts'
import { articleBytes, versionBytes } from './bytes-of.ts'

/** Takes an article out of the search index: the one part of it that each store does its own way. */
export type Unindex = (row: number) => Promise<void>

/**
 * Lets go of the articles in these rows (500 at most) with all their versions. Of each its id stays known, because
 * feeds list old entries for years and each would come as news again. Their stories stay, empty where nothing else is
 * in them. Call it inside a transaction.
 */
export async function forgetArticles(
  db: Kysely<Tables>,
  rows: readonly number[],
  unindex: Unindex,
): Promise<void> {
  await uncount(db, rows)
  await db
    .replaceInto('past_article')
    .columns(['id', 'source_id', 'version', 'content_hash', 'seen_at'])
    .expression((eb) =>
      eb
        .selectFrom('article')
        .select(['id', 'source_id', 'version', 'content_hash', 'seen_at'])
        .where('row', 'in', rows),
    )
    .execute()
  const pause = shareTheThread()
  for (const row of rows) {
    await unindex(row)
    await pause()
  }
  await db.deleteFrom('article_version').where('article', 'in', rows).execute()
  await db.deleteFrom('article').where('row', 'in', rows).execute()
}

/** What the sources of these articles have fewer. */
async function uncount(db: Kysely<Tables>, rows: readonly number[]): Promise<void> {
  const articles = await db
    .selectFrom('article')
    .select(['source_id', 'row', articleBytes.as('bytes')])
    .where('row', 'in', rows)
    .execute()
  const versions = await db
    .selectFrom('article_version')
    .select((eb) => [
      'article',
      eb.fn.countAll<number>().as('count'),
      eb.fn.sum<number>(versionBytes).as('bytes'),
    ])
    .where('article', 'in', rows)
    .groupBy('article')
    .execute()
  const versionsOf = new Map(versions.map((own) => [own.article, own]))
  for (const [sourceId, own] of Map.groupBy(articles, ({ source_id }) => source_id)) {
    const ofArticles = own.map(({ row }) => versionsOf.get(row) ?? { count: 0, bytes: 0 })
    const fewer = {
      articles: own.length,
      versions: sum(ofArticles.map(({ count }) => count)),
      bytes: sum([...own, ...ofArticles].map(({ bytes }) => bytes)),
    }
    await db
      .updateTable('source')
      .set((eb) => ({
        articles: eb('articles', '-', fewer.articles),
        versions: eb('versions', '-', fewer.versions),
        bytes: eb('bytes', '-', fewer.bytes),
      }))
      .where('id', '=', sourceId)
      .execute()
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
