import { sql, type RawBuilder } from 'kysely'
import { addNew, type Db } from '../db.ts'
import type { DirectNotice, OwnerNotice } from '../../records/notice.ts'
import { deleteUnsharedLetters, writeLetter, writeUnslotted } from './letters.ts'

/** What happens together happens within a minute: 40 channels of one server need no 40 messages. */
const GATHERED_FOR_MS = 2 * 60_000

/** Later events with the same cause extend the message for this long. */
const JOINED_FOR_MS = 24 * 3_600_000

/** Outbox id of the message of a notice (row of `owner_notice`). */
export const noticeId = (row: number): string => `notice ${row}`

/**
 * Stores what owners have to be told until its message is written. Call it in the transaction of the event
 * itself. What was told and still holds is not told again: a pause until its destination is resumed, a doubt
 * within the day.
 */
export async function gatherNotices(db: Db, at: number, notices: readonly OwnerNotice[]): Promise<void> {
  for (const notice of notices) {
    if (notice.cause.kind === 'paused' && (await isStanding(db, notice))) continue
    const row = (await findGathering(db, at, notice)) ?? (await beginNotice(db, at, notice))
    const { destination, subscription, title } = notice.touched
    if (await addNew(db, 'noticed', { notice: row, destination, subscription, title }))
      await dueFrom(db, row, sql`coalesce(due_at, ${at + GATHERED_FOR_MS})`).execute()
  }
}

/**
 * Two causes may pause one destination: its platform reports it as gone while a message to it is being sent.
 */
async function isStanding(db: Db, { to, touched }: OwnerNotice): Promise<boolean> {
  const standing = await db
    .selectFrom('noticed')
    .innerJoin('owner_notice', 'owner_notice.row', 'noticed.notice')
    .select('noticed.row')
    .where('noticed.destination', '=', touched.destination)
    .where('noticed.subscription', '=', touched.subscription)
    .where('noticed.resumed', '=', 0)
    .where('owner_notice.recipient', '=', to)
    .where('owner_notice.kind', '=', 'paused')
    .executeTakeFirst()
  return standing !== undefined
}

/** The newest notice of this cause, if its message can still be changed and is at most a day old. */
async function findGathering(
  db: Db,
  at: number,
  { to, cause, touched }: OwnerNotice,
): Promise<number | null> {
  const newest = await db
    .selectFrom('owner_notice')
    .leftJoin('outbox', (join) => join.on('outbox.id', '=', sql<string>`'notice ' || owner_notice.row`))
    .leftJoin('noticed', (join) =>
      join
        .onRef('noticed.notice', '=', 'owner_notice.row')
        .on('noticed.destination', '=', touched.destination)
        .on('noticed.subscription', '=', touched.subscription),
    )
    .select(['owner_notice.row', 'outbox.state', 'noticed.resumed'])
    .where('recipient', '=', to)
    .where('kind', '=', cause.kind)
    .where(sql<string>`coalesce(refusal, owner_notice.reason)`, '=', cause.refusal ?? cause.reason)
    .where('began_at', '>', at - JOINED_FOR_MS)
    .orderBy('owner_notice.row', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (newest === undefined || newest.state === 'failed' || newest.state === 'uncertain') return null
  // Resumed without success: an edit that changes nothing would go unnoticed.
  return newest.resumed === 1 ? null : newest.row
}

async function beginNotice(db: Db, at: number, { to, language, cause }: OwnerNotice): Promise<number> {
  const { row } = await db
    .insertInto('owner_notice')
    .values({ recipient: to, language, ...cause, changes: 0, began_at: at, due_at: null })
    .returning('row')
    .executeTakeFirstOrThrow()
  return row
}

/**
 * Withdraws notices that a destination is paused, because it was resumed. A message that waits is composed
 * again without them; a posted message stays. Call it inside a transaction.
 */
export async function withdrawNotices(db: Db, destination: string): Promise<void> {
  const standing = await db
    .selectFrom('noticed')
    .innerJoin('owner_notice', 'owner_notice.row', 'noticed.notice')
    .leftJoin('outbox', 'outbox.row', 'noticed.told')
    .select([
      'noticed.row',
      'noticed.notice',
      'noticed.told',
      'outbox.letter',
      'outbox.state',
      'outbox.doubtful_since',
    ])
    .where('noticed.destination', '=', destination)
    .where('noticed.resumed', '=', 0)
    .where('owner_notice.kind', '=', 'paused')
    .execute()
  for (const { row, notice, told, letter, state, doubtful_since: doubtfulSince } of standing) {
    const isWaiting = state === 'pending' && doubtfulSince === null
    if (told !== null && !isWaiting) {
      await db.updateTable('noticed').set({ resumed: 1 }).where('row', '=', row).execute()
      continue
    }
    if (told !== null && letter !== null) {
      await db.deleteFrom('outbox').where('row', '=', told).execute()
      await deleteUnsharedLetters(db, [letter])
      await db.updateTable('noticed').set({ told: null }).where('told', '=', told).execute()
    }
    await db.deleteFrom('noticed').where('row', '=', row).execute()
    await dueFrom(db, notice, sql`coalesce(due_at, began_at)`).execute()
  }
}

/** Writes notices to the outbox, each id once. Call it inside a transaction. */
export async function writeNotices(db: Db, at: number, notices: readonly DirectNotice[]): Promise<void> {
  for (const { outboxId: id, subscription, to: destination, message } of notices) {
    const letter = await writeLetter(db, message, [])
    await writeUnslotted(db, { id, subscription, destination, letter, at })
  }
}

/** After this time, a platform that was down for hours may be back. */
const AGAIN_MS = 3_600_000

/**
 * A notice whose message could not be sent is told again, for a day after it began: its owner knows nothing
 * yet. Call it inside a transaction.
 */
export async function tellAgain(db: Db, outboxId: string, at: number): Promise<void> {
  if (!outboxId.startsWith('notice ')) return
  const message = db.selectFrom('outbox').select('row').where('id', '=', outboxId)
  const lost = await db
    .updateTable('noticed')
    .set({ told: null })
    .where('told', 'in', message)
    .returning('notice')
    .execute()
  for (const { notice } of lost)
    await dueFrom(db, notice, sql.lit(at + AGAIN_MS))
      .where('began_at', '>', at - JOINED_FOR_MS)
      .execute()
}

/** Counts a change of a notice and makes it due. */
const dueFrom = (db: Db, row: number, dueAt: RawBuilder<number>) =>
  db
    .updateTable('owner_notice')
    .set((eb) => ({ changes: eb('changes', '+', 1), due_at: dueAt }))
    .where('row', '=', row)
