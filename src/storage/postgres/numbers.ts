import { sql } from 'kysely'
import type { Db } from '../db.ts'

export async function lastAssignedRow(db: Db, table: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select greatest((select max(row) from ${sql.table(table)}),
      pg_sequence_last_value(pg_get_serial_sequence(${table}, 'row')::regclass), 0) as last`.execute(db)
  return rows[0]?.last ?? 0
}

export async function setNextRow(db: Db, table: string, last: number): Promise<void> {
  await sql`select setval(pg_get_serial_sequence(${table}, 'row'), ${Math.max(1, last)}, ${last > 0})`.execute(
    db,
  )
}
