import { type RawBuilder, sql } from 'kysely'
import type { Claim } from '../../records/delivery.ts'
import type { Db } from '../db.ts'
import { engineOf } from '../engine.ts'

/**
 * Of a row `o` of the outbox: it is due, the first of its destination, and nothing keeps that from being sent to. The states are literal, or the partial
 * indexes would not serve.
 */
export const isDue = (now: number): RawBuilder<boolean> => sql`
    o.state in ('pending', 'sending') and o.due_at <= ${now}
      and not exists (
        select 1 from outbox e
        where e.state in ('pending', 'sending') and e.destination = o.destination and e.row < o.row)
      and not exists (select 1 from destination d where d.id = o.destination and d.state = 'paused')
      and not exists (
        select 1 from account a
        where substr(replace(o.destination, ':@', ':') || '/', 1, length(a.id) + 1) in (a.id || ':', a.id || '/'))`

/**
 * Rows of the outbox to lease, in the order in which they are due; no other process gets them (`leaseDue`). Rows that another one is just leasing are passed
 * over, and those behind them are held back as long as they wait. One that it leased meanwhile is looked at again as it is by then, and is not due any more.
 */
export async function dueRows(db: Db, claim: Claim): Promise<readonly number[]> {
  // In an empty list SQLite finds nothing that the index could serve, and calls that a mistake.
  if (claim.only?.length === 0) return []
  const engine = engineOf(db)
  const { rows } = await sql<{ row: number }>`
    select o.row from outbox o ${engine.indexedBy('outbox_due')}
    where ${isDue(claim.now)}
      and not exists (
        select 1 from ${engine.listed(claim.except)}
        where o.destination = listed.value or substr(o.destination, 1, length(listed.value) + 1) = listed.value || ':')
      ${claim.only === undefined ? sql`` : sql`and o.destination in (${sql.join(claim.only)})`}
    order by o.due_at, o.row limit ${claim.limit} ${engine.skipLocked('o')}`.execute(db)
  return rows.map(({ row }) => row)
}
