import { addNew, type Query } from '../db.ts'
import type { MemoryName } from '../../records/ports/chat-memory.ts'

/**
 * Platforms repeat an event for up to a day (Slack: immediately, after 1 and 5 minutes; delayed events hourly
 * for a day).
 */
const EVENTS_KEPT_MS = 24 * 3_600_000

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

/** Callers may pass objects with more fields than a name. */
const nameOf = ({ platform, kind, id }: MemoryName) => ({ platform, kind, id })

/** Whether this event is new. Deletes events older than a day. */
export const recordEvent: Query<'recordEvent'> = async (db, platform, event, at) => {
  await db
    .deleteFrom('heard')
    .where('at', '<', at - EVENTS_KEPT_MS)
    .execute()
  return addNew(db, 'heard', { platform, event, at })
}
