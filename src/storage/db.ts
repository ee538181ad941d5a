import type { Insertable, Kysely } from 'kysely'
import type { Store } from '../records/ports/store.ts'
import { shareTheThread } from '../thread/share-the-thread.ts'
import type { Tables } from './tables.ts'

/** The tables: on a connection, or in the transaction of a write. */
export type Db = Kysely<Tables>

/** What answers a method of the store, asked on the tables: what it promises stands at its port. One that changes something is called inside a transaction. */
export type Query<Method extends keyof Store> = (
  db: Db,
  ...args: Parameters<Store[Method]>
) => ReturnType<Store[Method]>

/** So many values or rows go into one statement; SQLite binds at most 32,766 (https://www.sqlite.org/limits.html#max_variable_number). */
const AT_ONCE = 500

/** Cuts a list into pieces of at most `size`. */
export function inChunks<T>(all: readonly T[], size = AT_ONCE): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))
}

/** All rows that are read for a list, of which each statement takes a piece; others have their turn in between. */
export async function readInChunks<T, Row>(
  all: Iterable<T>,
  read: (some: readonly T[]) => Promise<readonly Row[]>,
  size = AT_ONCE,
): Promise<readonly Row[]> {
  const rows: Row[] = []
  const pause = shareTheThread()
  for (const some of inChunks([...all], size)) {
    for (const row of await read(some)) rows.push(row)
    await pause()
  }
  return rows
}

/** Writes a row where none has its keys; gives whether it did. */
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
