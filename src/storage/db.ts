import type { Insertable, Kysely } from 'kysely'
import type { Store } from '../records/ports/store.ts'
import { shareTheThread } from '../thread/share-the-thread.ts'
import type { Tables } from './tables.ts'

/** The tables, on a connection or inside the transaction of a write. */
export type Db = Kysely<Tables>

/**
 * A method of the store as a query on the tables; its port documents it. Queries that write must run inside a
 * transaction.
 */
export type Query<Method extends keyof Store> = (
  db: Db,
  ...args: Parameters<Store[Method]>
) => ReturnType<Store[Method]>

/**
 * Values or rows per statement; SQLite binds at most 32,766
 * (https://www.sqlite.org/limits.html#max_variable_number).
 */
const ROWS_AT_ONCE = 500

/** Splits a list into pieces of at most `size`. */
export function inChunks<T>(all: readonly T[], size = ROWS_AT_ONCE): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))
}

/** Reads the rows for a list, one statement per piece of the list; other work runs in between. */
export async function readInChunks<T, Row>(
  all: Iterable<T>,
  read: (some: readonly T[]) => Promise<readonly Row[]>,
  size = ROWS_AT_ONCE,
): Promise<readonly Row[]> {
  const rows: Row[] = []
  const pause = shareTheThread()
  for (const some of inChunks([...all], size)) {
    for (const row of await read(some)) rows.push(row)
    await pause()
  }
  return rows
}

/** Inserts a row unless one with its keys exists; returns whether it did. */
export async function addNew<Table extends keyof Tables>(
  db: Db,
  table: Table,
  row: Insertable<Tables[Table]>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto(table)
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
