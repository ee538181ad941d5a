import type { Kysely } from 'kysely'
import type { Tables } from '../tables.ts'
import { JOINED_FOR_MS } from './gather-notices.ts'

/** By then a platform that was away for hours may be back. */
const AGAIN_MS = 3_600_000

/** A notice whose message could not go out is told anew, for a day from its first: its owner knows nothing yet. Call it inside a transaction. */
export async function tellAgain(db: Kysely<Tables>, outboxId: string, at: number): Promise<void> {
  if (!outboxId.startsWith('notice ')) return
  const message = db.selectFrom('outbox').select('row').where('id', '=', outboxId)
  const lost = await db
    .updateTable('noticed')
    .set({ told: null })
    .where('told', 'in', message)
    .returning('notice')
    .execute()
  if (lost.length === 0) return
  await db
    .updateTable('owner_notice')
    .set((eb) => ({ changes: eb('changes', '+', 1), due_at: at + AGAIN_MS }))
    .where(
      'row',
      'in',
      lost.map(({ notice }) => notice),
    )
    .where('began_at', '>', at - JOINED_FOR_MS)
    .execute()
}
