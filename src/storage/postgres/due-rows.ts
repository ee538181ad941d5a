import { sql } from 'kysely'
import type { Claim } from '../../records/delivery.ts'
import type { Db } from '../db.ts'

/**
 * Rows that another process is just leasing are passed over, and those behind them are held back as long as they wait. One that it leased meanwhile is looked at again
 * as it is by then, and is not due any more.
 */
export async function dueRows(db: Db, claim: Claim): Promise<readonly number[]> {
  const { rows } = await sql<{ row: number }>`
    select o.row from outbox o
    where o.state in ('pending', 'sending') and o.due_at <= ${claim.now}
      and not exists (
        select 1 from outbox e
        where e.state in ('pending', 'sending') and e.destination = o.destination and e.row < o.row)
      and not exists (select 1 from destination d where d.id = o.destination and d.state = 'paused')
      and not exists (
        select 1 from account a
        where substr(replace(o.destination, ':@', ':') || '/', 1, length(a.id) + 1) in (a.id || ':', a.id || '/'))
      and not exists (
        select 1 from unnest(${claim.except}::text[]) x (value)
        where o.destination = x.value or substr(o.destination, 1, length(x.value) + 1) = x.value || ':')
      ${claim.only === undefined ? sql`` : sql`and o.destination = any(${claim.only}::text[])`}
    order by o.due_at, o.row limit ${claim.limit}
    for update of o skip locked`.execute(db)
  return rows.map(({ row }) => row)
}
