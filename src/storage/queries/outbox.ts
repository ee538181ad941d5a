import type { Kysely } from 'kysely'
import type { Receipt } from '../../chat/chat-adapter.ts'
import { fromJson, toJson } from '../json.ts'
import type { OutboxRow } from '../store.ts'
import type { Tables } from '../tables.ts'

/**
 * What has to go out now, oldest first. A row behind one of the same destination that waits or is being sent is held back,
 * so that a channel reads its messages in order. `sending` rows are those that another opening of the store, `sender`
 * excepted, left behind.
 */
export async function readUnsent(
  db: Kysely<Tables>,
  now: number,
  sender: string,
): Promise<readonly OutboxRow[]> {
  const rows = await db
    .selectFrom('outbox')
    .select([
      'row',
      'id',
      'subscription',
      'destination',
      'slot',
      'message',
      'state',
      'attempts',
      'due_at',
      'sender',
    ])
    .where('state', 'in', ['pending', 'sending'])
    .orderBy('row')
    .execute()
  const held = new Set<string>()
  const unsent: OutboxRow[] = []
  for (const row of rows) {
    const { id, subscription, destination, slot, attempts, state } = row
    if (state !== 'pending' && state !== 'sending') continue
    if (held.has(destination)) continue
    const waits = state === 'pending' ? row.due_at > now : row.sender === sender
    if (waits) held.add(destination)
    else
      unsent.push({
        id,
        subscription,
        destination,
        slot,
        attempts,
        state,
        message: fromJson(row.message),
      })
  }
  return unsent
}

export async function markSending(db: Kysely<Tables>, id: string, at: number, sender: string): Promise<void> {
  await db
    .updateTable('outbox')
    .set((eb) => ({ state: 'sending', sender, due_at: at, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function markSent(db: Kysely<Tables>, id: string, at: number, receipt: Receipt): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ state: 'sent', sender: null, ended_at: at, reason: null, receipt: toJson(receipt) })
    .where('id', '=', id)
    .execute()
}

/** The message may or may not have arrived and must not be repeated in silence. */
export async function markUncertain(
  db: Kysely<Tables>,
  id: string,
  at: number,
  reason: string,
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ state: 'uncertain', sender: null, ended_at: at, reason })
    .where('id', '=', id)
    .execute()
}

export async function markFailed(
  db: Kysely<Tables>,
  id: string,
  failure: { readonly at: number; readonly reason: string; readonly retryAt: number | null },
): Promise<void> {
  const { at, reason, retryAt } = failure
  await db
    .updateTable('outbox')
    .set(
      retryAt === null
        ? { state: 'failed', sender: null, ended_at: at, reason }
        : { state: 'pending', sender: null, due_at: retryAt, reason },
    )
    .where('id', '=', id)
    .execute()
}
