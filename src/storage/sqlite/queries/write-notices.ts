import type { Kysely } from 'kysely'
import type { DirectNotice } from '../../../records/notice.ts'
import type { Tables } from '../tables.ts'
import { waitingFor } from './destinations.ts'
import { writeLetters } from './write-letters.ts'

/** Writes notices to the outbox, each once; call it inside a transaction. */
export async function writeNotices(
  db: Kysely<Tables>,
  at: number,
  notices: readonly DirectNotice[],
): Promise<void> {
  const letters = await writeLetters(
    db,
    notices.map(({ message }) => ({ message, told: [] })),
  )
  for (const [index, notice] of notices.entries()) {
    const letter = letters[index]
    if (letter === undefined) continue
    await db
      .insertInto('outbox')
      .values({
        id: notice.outboxId,
        subscription: notice.subscription,
        destination: notice.to,
        slot: '',
        letter,
        created_at: at,
        due_at: at,
        ...(await waitingFor(db, notice.to, at)),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}
