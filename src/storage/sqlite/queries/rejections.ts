import type { Kysely } from 'kysely'
import type { Rejection } from '../../../records/delivery.ts'
import type { Tables } from '../tables.ts'

/** Keeps that a platform rejected a message for how it is drawn. */
export async function keepRejection(
  db: Kysely<Tables>,
  { outboxId, destination, at, reason }: Rejection,
): Promise<void> {
  await db
    .insertInto('rejection')
    .values({ outbox_id: outboxId, destination, at, reason })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Since then, newest first. */
export async function readRejections(db: Kysely<Tables>, since: number): Promise<readonly Rejection[]> {
  return db
    .selectFrom('rejection')
    .select(['outbox_id as outboxId', 'destination', 'at', 'reason'])
    .where('at', '>=', since)
    .orderBy('at', 'desc')
    .execute()
}
