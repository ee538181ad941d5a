import type { AccessKey } from '../../records/access-key.ts'
import type { Db, Query } from '../db.ts'
import { fromJson, type Json, toJson } from '../json.ts'

export const keepAccessKey: Query<'keepAccessKey'> = async (db, key, most) => {
  const { hash, kind, id, person, expiresAt, usedAt } = key
  await db
    .insertInto('access_key')
    .values({ hash, kind, id, person, expires_at: expiresAt, used_at: usedAt, body: toJson(key) })
    .execute()
  const kept = await db
    .selectFrom('access_key')
    .select('row')
    .where('person', '=', person)
    .where('kind', '=', kind)
    .orderBy('row', 'desc')
    .execute()
  const older = kept.slice(most).map(({ row }) => row)
  if (older.length > 0) await db.deleteFrom('access_key').where('row', 'in', older).execute()
}

export const useAccessKey: Query<'useAccessKey'> = async (db, kind, hash, at) => {
  // The delete decides: of two requests at the same moment only one gets the link.
  if (kind === 'link') {
    const taken = await db
      .deleteFrom('access_key')
      .where('kind', '=', kind)
      .where('hash', '=', hash)
      .where('expires_at', '>', at)
      .returning(['body', 'used_at'])
      .executeTakeFirst()
    return taken === undefined ? null : toKey(taken)
  }
  const row = await countingAt(db, at).where('kind', '=', kind).where('hash', '=', hash).executeTakeFirst()
  if (row === undefined) return null
  if (at - (row.used_at ?? 0) >= NOTED_MS)
    await db.updateTable('access_key').set({ used_at: at }).where('hash', '=', hash).execute()
  return toKey(row)
}

/** Minimum time between two recorded uses: every page that somebody opens uses their key. */
const NOTED_MS = 60_000

export const accessKeys: Query<'accessKeys'> = async (db, person, at) => {
  const rows = await countingAt(db, at).where('person', '=', person).orderBy('row', 'desc').execute()
  return rows.map(toKey)
}

export const revokeAccessKey: Query<'revokeAccessKey'> = async (db, person, id) => {
  const gone = await db
    .deleteFrom('access_key')
    .where('person', '=', person)
    .where('id', '=', id)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

export const pruneAccessKeys: Query<'pruneAccessKeys'> = async (db, before) => {
  const gone = await db.deleteFrom('access_key').where('expires_at', '<', before).executeTakeFirst()
  return Number(gone.numDeletedRows)
}

const countingAt = (db: Db, at: number) =>
  db
    .selectFrom('access_key')
    .select(['body', 'used_at'])
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', at)]))

const toKey = (row: { readonly body: Json<AccessKey>; readonly used_at: number | null }): AccessKey => ({
  ...fromJson(row.body),
  usedAt: row.used_at,
})
