import type { Kysely } from 'kysely'
import { fromJson, toJson } from '../json.ts'
import type { Decision, Told } from '../store.ts'
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

/** Stories that were merged since count under the story that they lead to, with all that was told of either. */
export async function readTold(db: Kysely<Tables>, destination: string): Promise<ReadonlyMap<string, Told>> {
  const rows = await db
    .selectFrom('told')
    .leftJoin('story', 'story.id', 'told.story_id')
    .leftJoin('story as target', 'target.row', 'story.merged_into')
    .select(['told.story_id', 'told.at', 'told.articles', 'target.id as target_id'])
    .where('told.destination', '=', destination)
    .orderBy('told.at')
    .execute()
  const newest = new Map<string, { at: number; articles: readonly string[]; leadsTo: string }>()
  for (const row of rows) {
    const articles = fromJson(row.articles)
    newest.set(row.story_id, { at: row.at, articles, leadsTo: row.target_id ?? row.story_id })
  }
  const told = new Map<string, Told>()
  for (const { at, articles, leadsTo } of newest.values()) {
    const other = told.get(leadsTo)
    told.set(leadsTo, {
      storyId: leadsTo,
      at: Math.max(at, other?.at ?? at),
      articles: other === undefined ? articles : [...new Set([...other.articles, ...articles])],
    })
  }
  return told
}
