import type { Kysely } from 'kysely'
import { toJson } from '../json.ts'
import type { Decision } from '../store.ts'
import type { Tables } from '../tables.ts'

/** Writes slot, outbox row and tellings; call it inside a transaction. False, and nothing written, when the slot was decided. */
export async function decide(db: Kysely<Tables>, decision: Decision): Promise<boolean> {
  const { subscription, destination, slot, at, outboxId } = decision
  const taken = await db
    .insertInto('slot')
    .values({ subscription, slot, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (taken.numInsertedOrUpdatedRows === 0n) return false
  await db
    .insertInto('outbox')
    .values({
      id: outboxId,
      subscription,
      destination,
      slot,
      message: toJson(decision.message),
      state: 'pending',
      created_at: at,
      due_at: at,
    })
    .execute()
  for (const told of decision.told) {
    await db
      .insertInto('told')
      .values({
        destination,
        story_id: told.storyId,
        at: told.at,
        outbox_id: outboxId,
        articles: toJson(told.articles),
      })
      .execute()
  }
  return true
}

export async function readServedSlots(
  db: Kysely<Tables>,
  subscription: string,
  sinceLocalDate: string,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('slot')
    .select('slot')
    .where('subscription', '=', subscription)
    .where('slot', '>=', sinceLocalDate)
    .execute()
  return new Set(rows.map((row) => row.slot))
}

export async function readLastDecidedAt(db: Kysely<Tables>, subscription: string): Promise<number | null> {
  const row = await db
    .selectFrom('slot')
    .select('at')
    .where('subscription', '=', subscription)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.at ?? null
}
