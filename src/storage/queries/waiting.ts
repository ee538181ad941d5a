import { sql } from 'kysely'
import type { Waiting } from '../../records/delivery.ts'
import { fromJson, toJson } from '../json.ts'
import type { Query } from '../db.ts'

const DEAD_MS = 3 * 24 * 3_600_000

export const waiting: Query<'waiting'> = async (db, now) => {
  // The states are literals, otherwise the partial index could not be used.
  const { rows } = await sql<Waiting>`
    select count(*) as rows, count(*) filter (where due_at <= ${now}) as due,
      min(due_at) filter (where due_at <= ${now}) as "oldestDueAt",
      (select count(*) from outbox d where d.state in ('failed', 'uncertain') and d.created_at >= ${now - DEAD_MS}) as dead
    from outbox where state in ('pending', 'sending')`.execute(db)
  const [all] = rows
  if (all === undefined) throw new Error('a count has one row')
  return all
}

export const sendAgain: Query<'sendAgain'> = async (db, id, at, decidedSince) => {
  const row = await db
    .selectFrom('outbox')
    .select(['state', 'created_at', 'parts'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return 'unknown'
  if (row.state !== 'failed' && row.state !== 'uncertain') return 'not-failed'
  if (row.created_at < decidedSince) return 'too-old'
  const parts = row.parts === null ? [] : fromJson(row.parts).filter(({ state }) => state === 'arrived')
  await db
    .updateTable('outbox')
    .set({
      state: 'pending',
      due_at: at,
      ended_at: null,
      reason: null,
      refused: 0,
      doubtful_since: null,
      parts: parts.length === 0 ? null : toJson(parts),
    })
    .where('id', '=', id)
    .execute()
  return 'waits'
}
