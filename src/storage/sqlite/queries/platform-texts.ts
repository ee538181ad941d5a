import { sql } from 'kysely'
import { addNew, type Db, type Query } from '../db.ts'
import type { MemoryName } from '../../../records/ports/chat-memory.ts'
import { fromJson, toJson } from '../json.ts'
import { EVERY_STATE, keepSubscription, subscriptions } from './subscriptions.ts'
import { withdrawNotices } from './notices.ts'

/** Platforms repeat an event for up to an hour (Slack: immediately, after 1 and 5 minutes; delayed events hourly for a day). */
const HEARD_FOR_MS = 24 * 3_600_000

export const recallAll: Query<'recallAll'> = async (db, { platform, kind }) => {
  const rows = await db
    .selectFrom('platform_text')
    .select(['id', 'text'])
    .where('platform', '=', platform)
    .where('kind', '=', kind)
    .execute()
  return new Map(rows.map(({ id, text }) => [id, text]))
}

export const recall: Query<'recall'> = async (db, name) => {
  const row = await db
    .selectFrom('platform_text')
    .select('text')
    .where((eb) => eb.and(nameOf(name)))
    .executeTakeFirst()
  return row?.text ?? null
}

export const remember: Query<'remember'> = async (db, name, text) => {
  await db
    .insertInto('platform_text')
    .values({ ...nameOf(name), text })
    .onConflict((conflict) => conflict.columns(['platform', 'kind', 'id']).doUpdateSet({ text }))
    .execute()
}

export const forget: Query<'forget'> = async (db, name) => {
  await db
    .deleteFrom('platform_text')
    .where((eb) => eb.and(nameOf(name)))
    .execute()
}

/** Callers may hold more than a name. */
const nameOf = ({ platform, kind, id }: MemoryName) => ({ platform, kind, id })

export const hear: Query<'hear'> = async (db, platform, event, at) => {
  await db
    .deleteFrom('heard')
    .where('at', '<', at - HEARD_FOR_MS)
    .execute()
  return addNew(db, 'heard', { platform, event, at })
}

/** Where the new id has something of the same kind, that stays. */
export const moveChannel: Query<'moveChannel'> = async (db, { platform, workspace, channel }, to) => {
  const [old, moved] = [`${platform}:${workspace}/${channel}`, `${platform}:${workspace}/${to}`]
  await movePosts(db, old, moved, `${workspace}/${to}`)
  for (const one of await subscriptions(db, { to: old, states: EVERY_STATE }))
    await keepSubscription(db, { ...one, to: moved })
  // Calls may have failed because of the old id.
  await db.deleteFrom('destination').where('id', '=', old).execute()
  await withdrawNotices(db, old)
  for (const [table, column] of [
    ['muted', 'destination'],
    ['answered', 'destination'],
    ['preference', 'of'],
    ['noticed', 'destination'],
    ['rejection', 'destination'],
  ] as const) {
    const [name, of] = [sql.table(table), sql.ref(column)]
    await sql`update or ignore ${name} set ${of} = ${moved} where ${of} = ${old}`.execute(db)
    await sql`delete from ${name} where ${of} = ${old}`.execute(db)
  }
}

/** Messages that were posted are edited where they are now. */
async function movePosts(db: Db, old: string, moved: string, channel: string): Promise<void> {
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
