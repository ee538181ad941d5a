import { sql } from 'kysely'
import type { Db } from '../db.ts'
import { deleteUnsharedLetters } from './letters.ts'

/**
 * Forgets some of what was decided before then (milliseconds since 1970) and what became of it; gives how many rows, 0 when none is left.
 * Call it inside a transaction. A message and its slot go together: the slot of an alert is named after the messages before it.
 */
export async function pruneDecided(db: Db, before: number): Promise<number> {
  for (const prune of [
    pruneMessages,
    pruneSlots,
    pruneAnswered,
    pruneMuted,
    pruneMoves,
    pruneNotices,
    pruneRejections,
  ]) {
    const pruned = await prune(db, before)
    if (pruned > 0) return pruned
  }
  return 0
}

/** A briefing is tens of kilobytes in its pages; a hundred take some milliseconds. */
const MESSAGES_AT_ONCE = 100
const ROWS_AT_ONCE = 500

async function pruneMessages(db: Db, before: number): Promise<number> {
  const rows = await db
    .selectFrom('outbox')
    .select(['row', 'id', 'letter', 'subscription', 'slot'])
    .where('created_at', '<', before)
    .where('state', 'not in', ['pending', 'sending'])
    // Its receipt says which message the edit changes.
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('outbox as edit')
            .select('edit.row')
            .whereRef('edit.edits', '=', 'outbox.id')
            .where('edit.state', 'in', ['pending', 'sending']),
        ),
      ),
    )
    .orderBy('created_at')
    .limit(MESSAGES_AT_ONCE)
    .execute()
  if (rows.length === 0) return 0
  const ids = rows.map(({ id }) => id)
  await db.deleteFrom('correction').where('outbox_id', 'in', ids).execute()
  await db
    .deleteFrom('outbox')
    .where(
      'row',
      'in',
      rows.map(({ row }) => row),
    )
    .execute()
  await deleteUnsharedLetters(
    db,
    rows.map(({ letter }) => letter),
  )
  for (const { subscription, slot } of rows)
    await db.deleteFrom('slot').where('subscription', '=', subscription).where('slot', '=', slot).execute()
  return rows.length
}

/** Those that were served without a word, and none whose message waits still. */
async function pruneSlots(db: Db, before: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from slot where (subscription, slot) in (
      select s.subscription, s.slot from slot s
      where s.at < ${before} and not exists (
        select 1 from outbox o where o.subscription = s.subscription and o.created_at = s.at and o.slot = s.slot)
      limit ${ROWS_AT_ONCE})`.execute(db)
  return Number(numAffectedRows ?? 0)
}

async function pruneAnswered(db: Db, before: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from answered where (destination, story_id, at, answer) in (
      select destination, story_id, at, answer from answered where at < ${before} limit ${ROWS_AT_ONCE})`.execute(
    db,
  )
  return Number(numAffectedRows ?? 0)
}

/** Only of stories in which nothing was seen since: one that goes on stays muted. */
async function pruneMuted(db: Db, before: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from muted where (destination, story_id) in (
      select m.destination, m.story_id from muted m
      where m.at < ${before} and not exists (
        select 1 from story s join article a on a.story = coalesce(s.merged_into, s.row)
        where s.id = m.story_id and a.changed_at >= ${before})
      limit ${ROWS_AT_ONCE})`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** No message from before is there to be corrected. */
async function pruneMoves(db: Db, before: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from moved_article where (article_id, story_id) in (
      select article_id, story_id from moved_article where at < ${before} limit ${ROWS_AT_ONCE})`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** Those whose message says it all. */
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

async function pruneRejections(db: Db, before: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from rejection where outbox_id in (
      select outbox_id from rejection where at < ${before} limit ${ROWS_AT_ONCE})`.execute(db)
  return Number(numAffectedRows ?? 0)
}
