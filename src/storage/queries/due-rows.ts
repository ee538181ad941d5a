import { type RawBuilder, sql } from 'kysely'
import type { Claim } from '../../records/delivery.ts'
import type { Db } from '../db.ts'
import { engineOf } from '../engine.ts'

/**
 * Whether row `o` of the outbox is due, is the first of its destination, and neither destination nor account
 * is paused. The states are literals, otherwise the partial indexes could not be used.
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
 * Outbox rows to lease, ordered by due time; no other process gets them (`leaseDue`). Rows that another
 * process is leasing at this moment are skipped, and the rows behind them are held back. A row that another
 * process has leased meanwhile is evaluated again and is no longer due.
 */
export async function dueRows(db: Db, claim: Claim): Promise<readonly number[]> {
  // With an empty list SQLite finds that the named index cannot be used, and reports an error.
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
