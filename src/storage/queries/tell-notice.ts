import type { Db, Query } from '../db.ts'
import type { GatheredNotice, ToldNotice } from '../../records/notice.ts'
import { deleteUnsharedLetters, readEdits, writeLetter, writeUnslotted } from './letters.ts'
import { noticeId } from './notices.ts'

/** Oldest first. */
export const dueNotices: Query<'dueNotices'> = async (db, now) => {
  const due = await db
    .selectFrom('owner_notice')
    .selectAll()
    .where('due_at', '<=', now)
    .orderBy('row')
    .execute()
  const notices: GatheredNotice[] = []
  for (const { row, recipient, language, kind, refusal, reason, changes } of due)
    notices.push({
      id: noticeId(row),
      changes,
      to: recipient,
      language,
      cause: { kind, refusal, reason },
      touched: await db
        .selectFrom('noticed')
        .select(['destination', 'subscription', 'title'])
        .where('notice', '=', row)
        .where('resumed', '=', 0)
        .orderBy('row')
        .execute(),
    })
  return notices
}

export const tellNotice: Query<'tellNotice'> = async (db, told) => {
  const { id, changes, at, message } = told
  const row = rowOf(id)
  const notice = await db
    .selectFrom('owner_notice')
    .select('recipient')
    .where('row', '=', row)
    .where('changes', '=', changes)
    .where('due_at', '<=', at)
    .executeTakeFirst()
  if (notice === undefined) return false
  const standing = await readStanding(db, id)
  if (standing?.isUnderWay === true) return false
  if (standing?.isLost === true) {
    await beginAnew(db, row, at)
    return false
  }
  if (message !== null) {
    const letter = await writeLetter(db, message, [])
    const written = await writeNotice(db, told, letter, notice.recipient, standing)
    await db
      .updateTable('noticed')
      .set({ told: written })
      .where('notice', '=', row)
      .where('told', 'is', null)
      .execute()
  } else if (standing === null) {
    // Everything it was about was resumed. A posted message stays as it is.
    await db.deleteFrom('owner_notice').where('row', '=', row).execute()
  }
  await db.updateTable('owner_notice').set({ due_at: null }).where('row', '=', row).execute()
  return true
}

/** The newest message of a notice. */
async function readStanding(db: Db, id: string) {
  const rows = await readEdits(db, id)
  const [newest] = rows
  const base = rows.at(-1)
  if (newest === undefined || base === undefined) return null
  const isWaiting = newest.state === 'pending' && newest.doubtful_since === null
  return {
    row: newest.row,
    letter: newest.letter,
    isSent: newest.state === 'sent',
    /** It waits, and surely nobody has seen it. */
    isWaiting,
    isUnderWay: !isWaiting && (newest.state === 'pending' || newest.state === 'sending'),
    /** The message that edits would change did not arrive, or this is unknown. */
    isLost: base.state === 'failed' || base.state === 'uncertain',
    edits: rows.length - 1,
  }
}

/** Returns the row of the outbox. */
async function writeNotice(
  db: Db,
  { id, at }: ToldNotice,
  letter: number,
  destination: string,
  standing: Awaited<ReturnType<typeof readStanding>>,
): Promise<number | null> {
  if (standing?.letter === letter && (standing.isSent || standing.isWaiting)) return standing.row
  if (standing?.isWaiting === true) {
    await db.updateTable('outbox').set({ letter }).where('row', '=', standing.row).execute()
    await deleteUnsharedLetters(db, [standing.letter])
    return standing.row
  }
  const { subscription } = await db
    .selectFrom('noticed')
    .select('subscription')
    .where('notice', '=', rowOf(id))
    .orderBy('row')
    .limit(1)
    .executeTakeFirstOrThrow()
  const message = { subscription, destination, letter, at }
  if (standing === null) return writeUnslotted(db, { id, ...message })
  return writeUnslotted(db, { id: `${id} edit ${standing.edits + 1}`, edits: id, ...message })
}

/** Row of `owner_notice`. */
const rowOf = (id: string): number => Number(id.replace('notice ', ''))

/** Moves what was in no message that arrived to a notice of its own. */
async function beginAnew(db: Db, row: number, at: number): Promise<void> {
  const left = await db
    .selectFrom('noticed')
    .select('row')
    .where('notice', '=', row)
    .where('told', 'is', null)
    .executeTakeFirst()
  await db.updateTable('owner_notice').set({ due_at: null }).where('row', '=', row).execute()
  if (left === undefined) return
  const { row: _, ...notice } = await db
    .selectFrom('owner_notice')
    .selectAll()
    .where('row', '=', row)
    .executeTakeFirstOrThrow()
  const { row: next } = await db
    .insertInto('owner_notice')
    .values({ ...notice, due_at: at })
    .returning('row')
    .executeTakeFirstOrThrow()
  await db
    .updateTable('noticed')
    .set({ notice: next })
    .where('notice', '=', row)
    .where('told', 'is', null)
    .execute()
}
