import { sql } from 'kysely'
import { handleOf } from '../../text/short-name.ts'
import type { Db, Query } from '../db.ts'

/**
 * If a third of all handles are taken, all eight attempts fail for one story in six thousand; it gets no
 * handle.
 */
const MOST_ATTEMPTS = 8

/** Gives each of these stories without a handle one that no other story has. */
export async function assignHandles(db: Db, ids: readonly string[]): Promise<void> {
  let unnamed = ids
  for (let attempt = 0; attempt < MOST_ATTEMPTS && unnamed.length > 0; attempt++) {
    for (const id of unnamed)
      await sql`update story set handle = ${handleOf(id, attempt)} where id = ${id} and handle is null
        and not exists (select 1 from story other where other.handle = ${handleOf(id, attempt)})`.execute(db)
    const left = await db
      .selectFrom('story')
      .select('id')
      .where('id', 'in', unnamed)
      .where('handle', 'is', null)
      .execute()
    unnamed = left.map(({ id }) => id)
  }
}

export const pruneHandles: Query<'pruneHandles'> = async (db, before) => {
  const { numAffectedRows = 0n } = await sql`
    update story set handle = null where row in (
      select s.row from (
        select row, merged_into from story where handle is not null order by row limit ${STORIES_AT_ONCE}) s
      where not exists (
        select 1 from article a where a.story = coalesce(s.merged_into, s.row) and a.changed_at >= ${before}))`.execute(
    db,
  )
  return Number(numAffectedRows)
}

const STORIES_AT_ONCE = 500
