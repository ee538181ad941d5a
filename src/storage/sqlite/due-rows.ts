import { sql } from 'kysely'
import type { Claim } from '../../records/delivery.ts'
import type { Db } from '../db.ts'

/** Literal states, or the partial indexes would not serve. */
export async function dueRows(db: Db, claim: Claim): Promise<readonly number[]> {
  // In an empty list SQLite finds nothing that the index could serve, and calls that a mistake.
  if (claim.only?.length === 0) return []
  const { rows } = await sql<{ row: number }>`
    select o.row from outbox o indexed by outbox_due
    where o.state in ('pending', 'sending') and o.due_at <= ${claim.now}
      and not exists (
        select 1 from outbox e
        where e.state in ('pending', 'sending') and e.destination = o.destination and e.row < o.row)
      and not exists (select 1 from destination d where d.id = o.destination and d.state = 'paused')
      and not exists (
        select 1 from account a
        where substr(replace(o.destination, ':@', ':') || '/', 1, length(a.id) + 1) in (a.id || ':', a.id || '/'))
      and not exists (
        select 1 from json_each(${JSON.stringify(claim.except)}) x
        where o.destination = x.value or substr(o.destination, 1, length(x.value) + 1) = x.value || ':')
      ${claim.only === undefined ? sql`` : sql`and o.destination in (${sql.join(claim.only)})`}
    order by o.due_at, o.row limit ${claim.limit}`.execute(db)
  return rows.map(({ row }) => row)
}
