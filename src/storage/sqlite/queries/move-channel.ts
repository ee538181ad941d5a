import { sql, type Kysely } from 'kysely'
import type { Place } from '../../../records/platform.ts'
import { fromJson, toJson } from '../json.ts'
import type { Tables } from '../tables.ts'
import { withdrawNotices } from './withdraw-notices.ts'

/** What is kept of a channel goes under its new id; where the new one has something of the same kind, that stays. */
export async function moveChannel(
  db: Kysely<Tables>,
  { platform, workspace, channel }: Required<Place>,
  to: string,
): Promise<void> {
  const [old, moved] = [`${platform}:${workspace}/${channel}`, `${platform}:${workspace}/${to}`]
  await moveSubscriptions(db, old, moved)
  await movePosts(db, old, moved, `${workspace}/${to}`)
  for (const table of ['muted', 'answered'] as const) {
    const known = db.selectFrom(table).select('story_id').where('destination', '=', moved)
    await db
      .updateTable(table)
      .set({ destination: moved })
      .where('destination', '=', old)
      .where('story_id', 'not in', known)
      .execute()
    await db.deleteFrom(table).where('destination', '=', old).execute()
  }
  const known = db.selectFrom('preference').select('of').where('of', '=', moved)
  await db
    .updateTable('preference')
    .set({ of: moved })
    .where('of', '=', old)
    .where((where) => where.not(where.exists(known)))
    .execute()
  await db.deleteFrom('preference').where('of', '=', old).execute()
  // Calls may have failed because of the old id.
  await db.deleteFrom('destination').where('id', '=', old).execute()
  await withdrawNotices(db, old)
  await sql`update or ignore noticed set destination = ${moved} where destination = ${old}`.execute(db)
  await db.updateTable('rejection').set({ destination: moved }).where('destination', '=', old).execute()
}

async function moveSubscriptions(db: Kysely<Tables>, old: string, moved: string): Promise<void> {
  const kept = await db
    .selectFrom('subscription')
    .select(['id', 'body'])
    .where('destination', '=', old)
    .execute()
  for (const { id, body } of kept)
    await db
      .updateTable('subscription')
      .set({ destination: moved, body: toJson({ ...fromJson(body), to: moved }) })
      .where('id', '=', id)
      .execute()
}

/** Messages that were posted are edited where they are now. */
async function movePosts(db: Kysely<Tables>, old: string, moved: string, channel: string): Promise<void> {
  const rows = await db
    .selectFrom('outbox')
    .select(['row', 'receipt'])
    .where('destination', '=', old)
    .execute()
  for (const { row, receipt } of rows)
    await db
      .updateTable('outbox')
      .set({
        destination: moved,
        ...(receipt !== null && { receipt: toJson({ ...fromJson(receipt), channel }) }),
      })
      .where('row', '=', row)
      .execute()
}
