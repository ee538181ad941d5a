import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { shareTheThread } from '../../thread/share-the-thread.ts'
import type { Db } from '../db.ts'
import { rowsAfter } from './copy-tables.ts'
import { type CopiedRows, ROWS_IN_ORDER } from './rows-in-order.ts'

/** A table whose rows differ between two stores. */
export interface Difference {
  readonly table: string
  readonly rows: readonly [from: number, to: number]
}

/**
 * Compares tables by count and SHA-256 of all rows in key order; returns those that differ. `onRows` is
 * called with the number of rows just compared.
 */
export async function compareTables(
  from: Db,
  to: Db,
  onRows: (rows: number) => void,
  signal?: AbortSignal,
): Promise<readonly Difference[]> {
  const differences: Difference[] = []
  for (const part of ROWS_IN_ORDER) {
    const before = await sumUp(from, part, onRows, signal)
    const after = await sumUp(to, part, () => undefined, signal)
    if (before.rows !== after.rows || before.hash !== after.hash)
      differences.push({ table: part.table, rows: [before.rows, after.rows] })
  }
  return differences
}

async function sumUp(
  db: Db,
  part: CopiedRows,
  onRows: (rows: number) => void,
  signal: AbortSignal | undefined,
) {
  const hash = createHash('sha256')
  const pause = shareTheThread()
  let count = 0
  let last: Readonly<Record<string, unknown>> | null = null
  for (;;) {
    signal?.throwIfAborted()
    const rows = await rowsAfter(db, part, last)
    if (rows.length === 0) return { rows: count, hash: hash.digest('hex') }
    for (const row of rows) {
      // Engines return columns in different orders.
      hash.update(JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))))
      await pause()
    }
    count += rows.length
    onRows(rows.length)
    last = rows.at(-1) ?? null
  }
}

/** Number of rows in all tables. */
export async function countRows(db: Db): Promise<number> {
  let sum = 0
  for (const { table, where } of ROWS_IN_ORDER) {
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from ${sql.table(table)} where ${where}`.execute(db)
    sum += rows[0]?.n ?? 0
  }
  return sum
}
