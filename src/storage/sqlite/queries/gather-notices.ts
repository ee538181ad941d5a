import { sql, type Kysely } from 'kysely'
import type { OwnerNotice } from '../../../records/notice.ts'
import type { Tables } from '../tables.ts'

/** What happens together happens within a minute: 40 channels of one server need no 40 messages. */
const GATHERED_FOR_MS = 2 * 60_000

/** What has the same cause later on extends the message of the day. */
export const JOINED_FOR_MS = 24 * 3_600_000

/** The outbox id of the message that tells a notice (row of `owner_notice`). */
export const noticeId = (row: number): string => `notice ${row}`

/**
 * Keeps what owners have to be told until its message is written; call it in the transaction with what it tells of. What was told and still stands is
 * not told again: a pause until its destination is resumed, a doubt within the day.
 */
export async function gatherNotices(
  db: Kysely<Tables>,
  at: number,
  notices: readonly OwnerNotice[],
): Promise<void> {
  for (const notice of notices) {
    if (notice.cause.kind === 'paused' && (await isStanding(db, notice))) continue
    const row = (await findGathering(db, at, notice)) ?? (await begin(db, at, notice))
    const { destination, subscription, title } = notice.touched
    const joined = await db
      .insertInto('noticed')
      .values({ notice: row, destination, subscription, title })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (joined.numInsertedOrUpdatedRows === 0n) continue
    await db
      .updateTable('owner_notice')
      .set((eb) => ({
        changes: eb('changes', '+', 1),
        due_at: eb.fn.coalesce('due_at', eb.val(at + GATHERED_FOR_MS)),
      }))
      .where('row', '=', row)
      .execute()
  }
}

/** Two causes may pause one destination: the platform says that it is gone while a message to it is on its way. */
async function isStanding(db: Kysely<Tables>, { to, touched }: OwnerNotice): Promise<boolean> {
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

/** The newest notice of this cause, while its message can still be changed and is no older than a day. */
async function findGathering(
  db: Kysely<Tables>,
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
  // Resumed in vain: an edit that changes nothing would be seen by nobody.
  return newest.resumed === 1 ? null : newest.row
}

async function begin(db: Kysely<Tables>, at: number, { to, language, cause }: OwnerNotice): Promise<number> {
  const { row } = await db
    .insertInto('owner_notice')
    .values({ recipient: to, language, ...cause, changes: 0, began_at: at, due_at: null })
    .returning('row')
    .executeTakeFirstOrThrow()
  return row
}
