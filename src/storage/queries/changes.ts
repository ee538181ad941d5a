import type { Query } from '../db.ts'
import { fromJson, toJson } from '../json.ts'

const DAY_MS = 24 * 3_600_000

/** Nobody undoes more changes in a row. */
const MOST_KEPT = 10

export const keepChange: Query<'keepChange'> = async (db, { by, place, at, changes }) => {
  await db
    .deleteFrom('change')
    .where('at', '<=', at - DAY_MS)
    .execute()
  const { row } = await db
    .insertInto('change')
    .values({ by, place, at, changes: toJson(changes) })
    .returning('row')
    .executeTakeFirstOrThrow()
  const newest = db
    .selectFrom('change')
    .select('row')
    .where('by', '=', by)
    .where('place', '=', place)
    .orderBy('row', 'desc')
    .limit(MOST_KEPT)
  await db
    .deleteFrom('change')
    .where('by', '=', by)
    .where('place', '=', place)
    .where('row', 'not in', newest)
    .execute()
  return row
}

export const keptChanges: Query<'keptChanges'> = async (db, by, place, now) => {
  const rows = await db
    .selectFrom('change')
    .selectAll()
    .where('by', '=', by)
    .where('place', '=', place)
    .where('at', '>', now - DAY_MS)
    .orderBy('row', 'desc')
    .execute()
  return rows.map(({ row, changes, ...rest }) => ({ ...rest, id: row, changes: fromJson(changes) }))
}

export const forgetChange: Query<'forgetChange'> = async (db, id) => {
  await db.deleteFrom('change').where('row', '=', id).execute()
}
