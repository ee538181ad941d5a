import { sql, type RawBuilder } from 'kysely'
import type { Db, Query } from '../db.ts'
import { deleteMessages } from './letters.ts'

/**
 * A message and its slot are deleted together: the slot of an alert is named after the messages before it.
 */
export const pruneDecided: Query<'pruneDecided'> = async (db, before) => {
  const messages = await pruneMessages(db, before)
  if (messages > 0) return messages
  for (const [table, keys, old] of OLD_ROWS) {
    const { numAffectedRows = 0n } = await sql`
      delete from ${sql.table(table)} where (${sql.raw(keys)}) in (
        select ${sql.raw(keys)} from ${sql.table(table)} t where ${old(before)} limit ${ROWS_AT_ONCE})`.execute(
      db,
    )
    if (numAffectedRows > 0n) return Number(numAffectedRows)
  }
  return pruneNotices(db, before)
}

/** A briefing fills tens of kilobytes in pages of the database; a hundred take some milliseconds. */
const MESSAGES_AT_ONCE = 100
const ROWS_AT_ONCE = 500

/**
 * Other tables than those of messages and notices, with their keys and the condition under which row `t` may
 * be deleted.
 */
const OLD_ROWS: readonly (readonly [string, string, (before: number) => RawBuilder<unknown>])[] = [
  // Slots without a message; those with one are deleted with it.
  [
    'slot',
    'subscription, slot',
    (before) => sql`t.at < ${before} and not exists (
      select 1 from outbox o where o.subscription = t.subscription and o.created_at = t.at and o.slot = t.slot)`,
  ],
  ['answered', 'destination, story_id, at, answer', (before) => sql`t.at < ${before}`],
  // Only for stories in which nothing was seen since: a story that continues stays muted.
  [
    'muted',
    'destination, story_id',
    (before) => sql`t.at < ${before} and not exists (
      select 1 from story s join article a on a.story = coalesce(s.merged_into, s.row)
      where s.id = t.story_id and a.changed_at >= ${before})`,
  ],
  // Rules about one story once nothing is seen of it any more. Rules about an outlet or a name stay.
  [
    'reader_rule',
    'row',
    (before) => sql`t.at < ${before} and t.body -> 'correction' ->> 'story' is not null and not exists (
      select 1 from story s join article a on a.story = coalesce(s.merged_into, s.row)
      where s.id = t.body -> 'correction' ->> 'story' and a.changed_at >= ${before})`,
  ],
  // The messages of that time, which it helps to correct, are deleted already.
  ['moved_article', 'article_id, story_id', (before) => sql`t.at < ${before}`],
  // A removed page stays recorded as long as its article is stored.
  ['told_page', 'article_id', (before) => sql`t.told_at < ${before} and t.removed_at is null`],
  ['rejection', 'outbox_id', (before) => sql`t.at < ${before}`],
]

async function pruneMessages(db: Db, before: number): Promise<number> {
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'letter', 'subscription', 'slot'])
    .where('created_at', '<', before)
    .where('state', 'not in', ['pending', 'sending'])
    // The edit needs the receipt of this message.
    .where((eb) => {
      const edit = eb.selectFrom('outbox as edit').select('edit.row').whereRef('edit.edits', '=', 'outbox.id')
      return eb.not(eb.exists(edit.where('edit.state', 'in', ['pending', 'sending'])))
    })
    .orderBy('created_at')
    .limit(MESSAGES_AT_ONCE)
    .execute()
  await deleteMessages(db, rows)
  for (const { subscription, slot } of rows)
    await db.deleteFrom('slot').where('subscription', '=', subscription).where('slot', '=', slot).execute()
  return rows.length
}

async function pruneNotices(db: Db, before: number): Promise<number> {
  const old = await db
    .selectFrom('owner_notice')
    .select('row')
    .where('began_at', '<', before)
    .where('due_at', 'is', null)
    .limit(ROWS_AT_ONCE)
    .execute()
  if (old.length === 0) return 0
  const rows = old.map(({ row }) => row)
  await db.deleteFrom('noticed').where('notice', 'in', rows).execute()
  await db.deleteFrom('owner_notice').where('row', 'in', rows).execute()
  return rows.length
}
