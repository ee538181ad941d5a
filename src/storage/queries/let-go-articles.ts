import { sql } from 'kysely'
import { engineOf } from '../engine.ts'
import { type Db, inChunks, type Query } from '../db.ts'
import { shareTheThread } from '../../thread/share-the-thread.ts'
import { MOST_VERSIONS } from '../bounds.ts'
import { articleBytes, firstRowAt, versionBytes } from './article-rows.ts'
import { forgetFindings } from './findings.ts'
import { readToldVersions } from './told-versions.ts'

/** Deletes whole stories only: the rest of one would tell it wrongly. */
export const pruneArticles: Query<'pruneArticles'> = async (db, before) => {
  const stories = await endedStories(db, before)
  if (stories.length === 0) return 0
  const articles = await db.selectFrom('article').select('row').where('story', 'in', stories).execute()
  const rows = articles.map(({ row }) => row)
  for (const some of inChunks(rows, ARTICLES_AT_ONCE)) await forgetArticles(db, some)
  await forgetEmptyStories(db, stories)
  return rows.length
}

/** Articles per statement; each takes about 0.4 ms to delete. */
const ARTICLES_AT_ONCE = 50

async function endedStories(db: Db, before: number): Promise<readonly number[]> {
  const { rows } = await sql<{ story: number }>`
    select a.story from article a
    where a.row < ${firstRowAt(before)}
      and not exists (select 1 from article b where b.story = a.story and b.changed_at >= ${before})
    order by a.row limit ${ARTICLES_AT_ONCE}`.execute(db)
  return [...new Set(rows.map(({ story }) => story))]
}

/**
 * Keeps what somebody was told as long as that is remembered, because corrections compare with it, and keeps
 * what other sources report in the same stories.
 */
export const boundSource: Query<'boundSource'> = async (db, sourceId, bounds) => {
  const source = await db.selectFrom('source').select('bytes').where('id', '=', sourceId).executeTakeFirst()
  if (source === undefined || source.bytes <= bounds.bytes) return 0
  const gone = await oldestUntold(db, sourceId, source.bytes - bounds.bytes)
  if (gone.length === 0) return 0
  const rows = gone.map(({ row }) => row)
  await forgetArticles(db, rows)
  await forgetEmptyStories(db, [...new Set(gone.map(({ story }) => story))])
  await sql`
    delete from past_article where id in (
      select id from past_article where source_id = ${sourceId}
      order by seen_at desc limit ${Number.MAX_SAFE_INTEGER} offset ${bounds.remembered})`.execute(db)
  await db
    .updateTable('source')
    .set((eb) => ({ let_go_articles: eb('let_go_articles', '+', gone.length), let_go_at: bounds.at }))
    .where('id', '=', sourceId)
    .execute()
  return gone.length
}

/**
 * The oldest articles nobody was told: at most `ARTICLES_AT_ONCE`, and no more than needed to free `bytes`.
 */
async function oldestUntold(db: Db, sourceId: string, bytes: number) {
  let after = { seen_at: Number.MIN_SAFE_INTEGER, row: -1 }
  for (;;) {
    const oldest = await db
      .selectFrom('article')
      .select((eb) => [
        'row',
        'id',
        'story',
        'seen_at',
        sql<number>`${articleBytes} + ${eb
          .selectFrom('article_version')
          .select((of) => of.fn.sum<number>(versionBytes).as('bytes'))
          .whereRef('article_version.article', '=', 'article.row')}`.as('bytes'),
      ])
      .where('source_id', '=', sourceId)
      .where((eb) => eb(eb.refTuple('seen_at', 'row'), '>', eb.tuple(after.seen_at, after.row)))
      .orderBy('seen_at')
      .orderBy('row')
      .limit(ARTICLES_AT_ONCE)
      .execute()
    const last = oldest.at(-1)
    if (last === undefined) return []
    const ids = oldest.map(({ id }) => id)
    const told = await readToldVersions(db, ids)
    const untold = oldest.filter(({ id }) => !told.has(id))
    let left = bytes
    const taken = untold.filter((article) => {
      const isTaken = left > 0
      left -= article.bytes
      return isTaken
    })
    if (taken.length > 0) return taken
    after = last
  }
}

async function forgetEmptyStories(db: Db, stories: readonly number[]): Promise<void> {
  const filled = db.selectFrom('article').select('story').where('story', 'in', stories)
  for (const column of ['merged_into', 'row'] as const)
    await db.deleteFrom('story').where(column, 'in', stories).where(column, 'not in', filled).execute()
}

/**
 * Deletes the oldest versions of an article that has too many, except those that somebody was told. The
 * newest version must be stored already.
 */
export async function boundVersions(
  db: Db,
  { id, row }: { readonly id: string; readonly row: number },
): Promise<{ readonly versions: number; readonly bytes: number }> {
  const versions = await db
    .selectFrom('article_version')
    .select(['version', versionBytes.as('bytes')])
    .where('article', '=', row)
    .orderBy('version')
    .execute()
  const tooMany = versions.length - MOST_VERSIONS
  if (tooMany <= 0) return { versions: 0, bytes: 0 }
  const told = (await readToldVersions(db, [id])).get(id)
  const older = versions.slice(0, -VERSIONS_KEPT)
  const gone = older.filter(({ version }) => told?.has(version) !== true).slice(0, tooMany)
  const numbers = gone.map(({ version }) => version)
  await db.deleteFrom('article_version').where('article', '=', row).where('version', 'in', numbers).execute()
  return { versions: gone.length, bytes: gone.reduce((sum, { bytes }) => sum + bytes, 0) }
}

/** A story card compares the newest version with the one before. */
const VERSIONS_KEPT = 2

/**
 * Deletes the articles in these rows (500 at most) with all their versions. Their ids stay known, because
 * feeds list old entries for years, and each would come as news again. Their stories stay, possibly empty.
 */
async function forgetArticles(db: Db, rows: readonly number[]): Promise<void> {
  await uncount(db, rows)
  await db
    .insertInto('past_article')
    .columns(['id', 'source_id', 'version', 'content_hash', 'seen_at'])
    .expression((eb) =>
      eb
        .selectFrom('article')
        .select(['id', 'source_id', 'version', 'content_hash', 'seen_at'])
        .where('row', 'in', rows),
    )
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({
        source_id: eb.ref('excluded.source_id'),
        version: eb.ref('excluded.version'),
        content_hash: eb.ref('excluded.content_hash'),
        seen_at: eb.ref('excluded.seen_at'),
      })),
    )
    .execute()
  const pause = shareTheThread()
  for (const row of rows) {
    await engineOf(db).search.remove(db, row)
    await pause()
  }
  await forgetFindings(db, rows)
  await db
    .deleteFrom('told_page')
    .where('article_id', 'in', db.selectFrom('article').select('id').where('row', 'in', rows))
    .execute()
  await db.deleteFrom('article_version').where('article', 'in', rows).execute()
  await db.deleteFrom('article').where('row', 'in', rows).execute()
}

async function uncount(db: Db, rows: readonly number[]): Promise<void> {
  await sql`
    update source set articles = source.articles - gone.articles, versions = source.versions - gone.versions,
      bytes = source.bytes - gone.bytes
    from (
      select source_id, count(*) as articles, sum(of.versions) as versions, sum(${articleBytes} + of.bytes) as bytes
      from article join (
        select article, count(*) as versions, sum(${versionBytes}) as bytes
        from article_version where article in (${sql.join(rows)}) group by article) of on of.article = article.row
      group by source_id) gone
    where source.id = gone.source_id`.execute(db)
}
