import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Tables } from '../tables.ts'

/**
 * Rows are numbered by the second that their article is dated, so that the newest are found by walking rows backwards and a
 * stretch of time is a range of rows. Articles of one second take the next free numbers: many outlets state the full hour
 * or the day only. More than 256 of one second count as of the next ones.
 */
export function rowAt(time: number): number {
  return Math.max(0, Math.floor(time / 1000) * ROWS_A_SECOND)
}

/** Small, because the search index stores differences of row numbers; `time * 256 / 1000` stays exact until the year 3084. */
const ROWS_A_SECOND = 256

export async function firstFreeRow(db: Kysely<Tables>, from: number): Promise<number> {
  const taken = await db.selectFrom('article').select('row').where('row', '=', from).executeTakeFirst()
  if (taken === undefined) return from
  const { rows } = await sql<{ row: number }>`
    select a.row + 1 as row from article a
    where a.row >= ${from} and not exists (select 1 from article b where b.row = a.row + 1)
    order by a.row limit 1`.execute(db)
  const [gap] = rows
  if (gap === undefined) throw new Error(`no free row after ${from}`)
  return gap.row
}
