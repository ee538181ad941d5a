import { sql } from 'kysely'
import type { Db } from '../db.ts'

/**
 * SQLite remembers the last number only for tables with AUTOINCREMENT; others continue after their last row.
 */
export async function lastAssignedRow(db: Db, table: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select max(coalesce((select max(row) from ${sql.table(table)}), 0),
      coalesce((select seq from sqlite_sequence where name = ${table}), 0)) as last`.execute(db)
  return rows[0]?.last ?? 0
}

export async function setNextRow(db: Db, table: string, last: number): Promise<void> {
  await sql`delete from sqlite_sequence where name = ${table}`.execute(db)
  await sql`
    insert into sqlite_sequence (name, seq) select name, ${last} from sqlite_schema
    where name = ${table} and sql like '%autoincrement%'`.execute(db)
}
