import { sql, type Kysely } from 'kysely'
import type { SourceBounds } from '../../../records/ports/source-states.ts'
import type { Tables } from '../tables.ts'
import { articleBytes, versionBytes } from './bytes-of.ts'
import { forgetArticles, type Unindex } from './forget-articles.ts'
import { readToldVersions } from './told-versions.ts'

/**
 * Lets go of some of the articles of a source that were seen first, where it fills more than it may; gives how many, 0
 * when none is left to go. What somebody was told stays while that is remembered, as corrections compare with it, and
 * so does what other sources say in the same stories. Call it inside a transaction.
 */
export async function boundSource(
  db: Kysely<Tables>,
  sourceId: string,
  bounds: SourceBounds,
  unindex: Unindex,
): Promise<number> {
  const source = await db.selectFrom('source').select('bytes').where('id', '=', sourceId).executeTakeFirst()
  if (source === undefined || source.bytes <= bounds.bytes) return 0
  const gone = await oldestUntold(db, sourceId, source.bytes - bounds.bytes)
  if (gone.length === 0) return 0
  await forgetArticles(
    db,
    gone.map(({ row }) => row),
    unindex,
  )
  await forgetEmptyStories(db, [...new Set(gone.map(({ story }) => story))])
  await sql`
    delete from past_article where id in (
      select id from past_article where source_id = ${sourceId}
      order by seen_at desc limit -1 offset ${bounds.remembered})`.execute(db)
  await db
    .updateTable('source')
    .set((eb) => ({ let_go_articles: eb('let_go_articles', '+', gone.length), let_go_at: bounds.at }))
    .where('id', '=', sourceId)
    .execute()
  return gone.length
}

/** Each takes about 0.4 ms to let go. */
const AT_ONCE = 50

interface Candidate {
  readonly row: number
  readonly id: string
  readonly story: number
  readonly seen_at: number
  readonly bytes: number
}

/** At most `AT_ONCE`, and no more than make up for so many bytes. */
async function oldestUntold(
  db: Kysely<Tables>,
  sourceId: string,
  bytes: number,
): Promise<readonly Candidate[]> {
  let after = { seen_at: Number.MIN_SAFE_INTEGER, row: -1 }
  for (;;) {
    const oldest: readonly Candidate[] = await db
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
      .where((eb) =>
        eb.and([
          eb('seen_at', '>=', after.seen_at),
          eb.or([eb('seen_at', '>', after.seen_at), eb('row', '>', after.row)]),
        ]),
      )
      .orderBy('seen_at')
      .orderBy('row')
      .limit(AT_ONCE)
      .execute()
    const last = oldest.at(-1)
    if (last === undefined) return []
    const told = await readToldVersions(
      db,
      oldest.map(({ id }) => id),
    )
    const untold = oldest.filter(({ id }) => !told.has(id))
    if (untold.length > 0) return takeBytes(untold, bytes)
    after = last
  }
}

function takeBytes(candidates: readonly Candidate[], bytes: number): readonly Candidate[] {
  let left = bytes
  return candidates.filter((candidate) => {
    const isTaken = left > 0
    left -= candidate.bytes
    return isTaken
  })
}

async function forgetEmptyStories(db: Kysely<Tables>, stories: readonly number[]): Promise<void> {
  const kept = await db
    .selectFrom('article')
    .select('story')
    .distinct()
    .where('story', 'in', stories)
    .execute()
  const filled = new Set(kept.map(({ story }) => story))
  const empty = stories.filter((story) => !filled.has(story))
  if (empty.length === 0) return
  await db.deleteFrom('story').where('merged_into', 'in', empty).execute()
  await db.deleteFrom('story').where('row', 'in', empty).execute()
}
