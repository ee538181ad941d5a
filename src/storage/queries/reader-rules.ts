import type { ReaderRule } from '../../records/reader-rule.ts'
import type { Db, Query } from '../db.ts'
import { fromJson, toJson } from '../json.ts'

export const readerRules: Query<'readerRules'> = async (db, workspace) => {
  let query = db.selectFrom('reader_rule').select('body').orderBy('row')
  if (workspace !== undefined) query = query.where('workspace', '=', workspace)
  return (await query.execute()).map(({ body }) => fromJson(body))
}

export const addReaderRule: Query<'addReaderRule'> = async (db, rule, most) => {
  const { id, workspace, at } = rule
  const taken = await db.selectFrom('reader_rule').select('id').where('id', '=', id).executeTakeFirst()
  if (taken !== undefined) return 'taken'
  const there = await readerRules(db, workspace)
  const said = toJson(rule.correction)
  if (there.some(({ correction }) => toJson(correction) === said)) return 'twin'
  if (there.length >= most) return 'full'
  await db
    .insertInto('reader_rule')
    .values({ id, workspace, at, body: toJson(rule) })
    .execute()
  return 'kept'
}

export const acceptReaderRule: Query<'acceptReaderRule'> = async (db, workspace, id, by) => {
  const rule = await findRule(db, workspace, id)
  if (rule?.state !== 'proposed') return false
  const body = toJson<ReaderRule>({ ...rule, state: 'standing', acceptedBy: by })
  await db.updateTable('reader_rule').set({ body }).where('id', '=', id).execute()
  return true
}

export const removeReaderRule: Query<'removeReaderRule'> = async (db, workspace, id) => {
  const gone = await db
    .deleteFrom('reader_rule')
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst()
  return gone.numDeletedRows === 1n
}

async function findRule(db: Db, workspace: string, id: string): Promise<ReaderRule | undefined> {
  return (await readerRules(db, workspace)).find((rule) => rule.id === id)
}
