import type { Db } from '../db.ts'
import type { OpenTables } from '../open-tables.ts'
import { StoreError } from '../store-error.ts'
import { compareTables, countRows } from './compare-tables.ts'
import { copyTables } from './copy-tables.ts'
import { UNFINISHED_MARK } from './rows-in-order.ts'

export interface MoveOptions {
  /** Rows written or compared so far, and in total. */
  readonly onProgress: (done: number, total: number) => void
  /** Aborts the move. The next call continues from there. */
  readonly signal?: AbortSignal
}

/**
 * Copies a store into another one, which must be empty or partly filled by an interrupted move, and compares
 * the two. Nobody else may have either store open meanwhile. Returns the number of rows.
 * @throws StoreError `not-empty`, `half-moved`, `unequal`
 */
export async function moveStore(
  from: OpenTables,
  to: OpenTables,
  { onProgress, signal }: MoveOptions,
): Promise<number> {
  await refuseHalfMoved(from.db)
  const there = await countRows(to.db)
  if (!(await isMarked(to.db))) {
    if (there > 0)
      throw new StoreError(
        'not-empty',
        'The store to move to keeps something already. Name an empty one: a directory or a database of its own.',
      )
    await to.write(async (db) => {
      await db
        .insertInto('platform_text')
        .values({ ...UNFINISHED_MARK, text: 'being filled' })
        .execute()
    })
  }
  const rows = await countRows(from.db)
  const articles = await from.db
    .selectFrom('article')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  const total = 2 * rows + articles.n
  let done = there
  const onRows = (more: number): void => onProgress((done += more), total)
  onRows(0)
  await copyTables(from.db, to, onRows, signal)
  const differences = await compareTables(from.db, to.db, onRows, signal)
  if (differences.length > 0) {
    const named = differences.map(
      ({ table, rows: [before, after] }) => `${table} (${before} rows, now ${after})`,
    )
    throw new StoreError(
      'unequal',
      `The store was moved, but is not what it was: ${named.join(', ')}. ` +
        'Something changed it between two tries: empty the store that you move to, and move again.',
    )
  }
  await to.write(async (db) => {
    await unmarked(db).execute()
  })
  onProgress(total, total)
  return rows
}

const unmarked = (db: Db) =>
  db
    .deleteFrom('platform_text')
    .where('platform', '=', UNFINISHED_MARK.platform)
    .where('kind', '=', UNFINISHED_MARK.kind)

async function isMarked(db: Db): Promise<boolean> {
  const mark = await db
    .selectFrom('platform_text')
    .select('id')
    .where('platform', '=', UNFINISHED_MARK.platform)
    .where('kind', '=', UNFINISHED_MARK.kind)
    .executeTakeFirst()
  return mark !== undefined
}

/** @throws StoreError `half-moved` */
export async function refuseHalfMoved(db: Db): Promise<void> {
  if (await isMarked(db))
    throw new StoreError(
      'half-moved',
      'Another store is being moved to this one, and not all of it is here. Move again: it goes on where it broke off.',
    )
}
