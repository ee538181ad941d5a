import { sql, type Kysely } from 'kysely'
import type { DestinationHealth } from '../../../records/delivery.ts'
import type { Tables } from '../tables.ts'
import { withdrawNotices } from './withdraw-notices.ts'

/** Destinations that are not well, by name. */
export async function readDestinations(db: Kysely<Tables>): Promise<ReadonlyMap<string, DestinationHealth>> {
  const rows = await db.selectFrom('destination').selectAll().execute()
  return new Map(rows.map(({ id, ...health }) => [id, health]))
}

/** Keeps how a destination fares; null says that it is well. Once paused it stays so until `resumeDestination`. */
export async function keepHealth(
  db: Kysely<Tables>,
  id: string,
  at: number,
  health: Omit<DestinationHealth, 'since'> | null | undefined,
): Promise<void> {
  if (health === undefined) return
  if (health === null) {
    await db.deleteFrom('destination').where('id', '=', id).where('state', '<>', 'paused').execute()
    return
  }
  await db
    .insertInto('destination')
    .values({ id, since: at, ...health })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(health).where('destination.state', '<>', 'paused'),
    )
    .execute()
}

/**
 * A person says that the destination is in order again. False when it was not paused. What was left waiting for it is old news by now, and nobody needs to hear
 * any more that it is paused.
 */
export async function resumeDestination(db: Kysely<Tables>, id: string): Promise<boolean> {
  const gone = await db
    .deleteFrom('destination')
    .where('id', '=', id)
    .where('state', '=', 'paused')
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) return false
  await db
    .updateTable('outbox')
    .set({
      state: sql`iif(doubtful_since is null, 'failed', 'uncertain')`,
      ended_at: sql`created_at`,
      reason: 'Its destination was resumed before this went out.',
    })
    // The plus keeps the index of states out: ten thousand may wait in one minute.
    .where(sql`+state`, '=', 'pending')
    .where('destination', '=', id)
    .execute()
  await withdrawNotices(db, id)
  return true
}

/** How a notice or an edit is written that is decided now: as failed where its destination is paused, since nobody knows when that is resumed. */
export async function waitingFor(
  db: Kysely<Tables>,
  id: string,
  at: number,
): Promise<
  | { readonly state: 'pending' }
  | { readonly state: 'failed'; readonly ended_at: number; readonly reason: string }
> {
  const paused = await db
    .selectFrom('destination')
    .select('reason')
    .where('id', '=', id)
    .where('state', '=', 'paused')
    .executeTakeFirst()
  return paused === undefined
    ? { state: 'pending' }
    : { state: 'failed', ended_at: at, reason: paused.reason }
}
