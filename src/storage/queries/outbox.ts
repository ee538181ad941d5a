import type { Kysely, Updateable } from 'kysely'
import type { Receipt } from '../../chat/chat-adapter.ts'
import { fromJson, toJson } from '../json.ts'
import { shareTheThread } from '../share-the-thread.ts'
import type { OutboxRow } from '../store.ts'
import { StoreError } from '../store-error.ts'
import type { Tables } from '../tables.ts'

/** `sending` rows of `sender`, this opening of the store, are on their way; those of another one were left behind. */
export async function readUnsent(
  db: Kysely<Tables>,
  now: number,
  sender: string,
  limit: number,
): Promise<readonly OutboxRow[]> {
  const waiting = await db
    .selectFrom('outbox')
    .select(['row', 'destination', 'state', 'due_at', 'sender'])
    .where('state', 'in', ['pending', 'sending'])
    .orderBy('row')
    .execute()
  const held = new Set<string>()
  const due: number[] = []
  for (const { row, destination, state, due_at, sender: by } of waiting) {
    if (due.length === limit) break
    if (held.has(destination)) continue
    if (state === 'pending' ? due_at > now : by === sender) held.add(destination)
    else due.push(row)
  }
  const unsent: OutboxRow[] = []
  const pause = shareTheThread()
  for (let i = 0; i < due.length; i += MESSAGES_AT_ONCE) {
    unsent.push(...(await readRows(db, due.slice(i, i + MESSAGES_AT_ONCE))))
    await pause()
  }
  return unsent
}

/** A briefing is tens of kilobytes of JSON. */
const MESSAGES_AT_ONCE = 20

async function readRows(db: Kysely<Tables>, rows: readonly number[]): Promise<readonly OutboxRow[]> {
  const found = await db
    .selectFrom('outbox')
    .select(['id', 'subscription', 'destination', 'slot', 'message', 'state', 'attempts'])
    .where('row', 'in', rows)
    .orderBy('row')
    .execute()
  return found.map((row) => ({
    ...row,
    state: row.state === 'sending' ? 'sending' : 'pending',
    message: fromJson(row.message),
  }))
}

/** @throws StoreError when the message is not waiting any more: it would be sent twice */
export async function markSending(db: Kysely<Tables>, id: string, at: number, sender: string): Promise<void> {
  const changed = await db
    .updateTable('outbox')
    .set((eb) => ({ state: 'sending', sender, due_at: at, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .where('state', 'in', ['pending', 'sending'])
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n)
    throw new StoreError('failed', `Message ${id} is not waiting to be sent. It was left as it is.`)
}

export async function markSent(db: Kysely<Tables>, id: string, at: number, receipt: Receipt): Promise<void> {
  await change(db, id, { state: 'sent', sender: null, ended_at: at, reason: null, receipt: toJson(receipt) })
}

/** The message may or may not have arrived and must not be repeated in silence. */
export async function markUncertain(
  db: Kysely<Tables>,
  id: string,
  at: number,
  reason: string,
): Promise<void> {
  await change(db, id, { state: 'uncertain', sender: null, ended_at: at, reason })
}

export async function markFailed(
  db: Kysely<Tables>,
  id: string,
  { at, reason, retryAt }: { readonly at: number; readonly reason: string; readonly retryAt: number | null },
): Promise<void> {
  const outcome =
    retryAt === null
      ? { state: 'failed' as const, ended_at: at }
      : { state: 'pending' as const, due_at: retryAt }
  await change(db, id, { ...outcome, sender: null, reason })
}

async function change(db: Kysely<Tables>, id: string, values: Updateable<Tables['outbox']>): Promise<void> {
  const changed = await db.updateTable('outbox').set(values).where('id', '=', id).executeTakeFirst()
  if (changed.numUpdatedRows === 0n)
    throw new StoreError('failed', `There is no message ${id}. Nothing was changed.`)
}
