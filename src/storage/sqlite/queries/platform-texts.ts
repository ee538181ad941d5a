import { sql } from 'kysely'
import type { Db } from '../db.ts'
import type { Place, Platform } from '../../../records/platform.ts'
import type { MemoryName } from '../../../records/ports/chat-memory.ts'
import { fromJson, toJson } from '../json.ts'
import { keepSubscription, subscriptions } from './subscriptions.ts'
import { withdrawNotices } from './notices.ts'

/** Platforms repeat an event for up to an hour (Slack: immediately, after 1 and 5 minutes; delayed events hourly for a day). */
const EVENTS_KEPT_MS = 24 * 3_600_000

export async function recallAll(
  db: Db,
  { platform, kind }: Omit<MemoryName, 'id'>,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('platform_text')
    .select(['id', 'text'])
    .where('platform', '=', platform)
    .where('kind', '=', kind)
    .execute()
  return new Map(rows.map(({ id, text }) => [id, text]))
}

export async function recall(db: Db, name: MemoryName): Promise<string | null> {
  const row = await db
    .selectFrom('platform_text')
    .select('text')
    .where((eb) => eb.and(nameOf(name)))
    .executeTakeFirst()
  return row?.text ?? null
}

export async function remember(db: Db, name: MemoryName, text: string): Promise<void> {
  await db
    .insertInto('platform_text')
    .values({ ...nameOf(name), text })
    .onConflict((conflict) => conflict.columns(['platform', 'kind', 'id']).doUpdateSet({ text }))
    .execute()
}

export async function forget(db: Db, name: MemoryName): Promise<void> {
  await db
    .deleteFrom('platform_text')
    .where((eb) => eb.and(nameOf(name)))
    .execute()
}

/** Callers may hold more than a name. */
const nameOf = ({ platform, kind, id }: MemoryName) => ({ platform, kind, id })

/** Whether this event is new; older ones than a day are forgotten on the way. */
export async function recordEvent(db: Db, platform: Platform, event: string, at: number): Promise<boolean> {
  await db
    .deleteFrom('heard')
    .where('at', '<', at - EVENTS_KEPT_MS)
    .execute()
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('heard')
    .values({ platform, event, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** What is kept of a channel goes under its new id; where the new one has something of the same kind, that stays. */
export async function moveChannel(
  db: Db,
  { platform, workspace, channel }: Required<Place>,
  to: string,
): Promise<void> {
  const [old, moved] = [`${platform}:${workspace}/${channel}`, `${platform}:${workspace}/${to}`]
  await movePosts(db, old, moved, `${workspace}/${to}`)
  for (const one of await subscriptions(db, { to: old, states: ['active', 'paused', 'ended'] }))
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
