import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Decision } from '../../records/decision.ts'
import type { Message } from '../../records/message.ts'
import { inChunks, type Db } from '../db.ts'
import { fromJson, toJson } from '../json.ts'
import { noteToldPages } from './note-told-pages.ts'

/** Writes a message with what its reader knows once it was delivered, where no equal one is there; gives its row. */
export async function writeLetter(db: Db, message: Message, told: Decision['told']): Promise<number> {
  const json = toJson(message)
  const stories = told.map(({ storyId, articles }) => ({ story_id: storyId, articles: toJson(articles) }))
  const hash = createHash('sha256').update(json).update(JSON.stringify(stories)).digest('base64url')
  const known = await db.selectFrom('letter').select('row').where('hash', '=', hash).executeTakeFirst()
  if (known !== undefined) return known.row
  const written = await db
    .insertInto('letter')
    .values({ hash, message: json })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .returning('row')
    .executeTakeFirst()
  // Another process wrote it meanwhile.
  if (written === undefined) return writeLetter(db, message, told)
  const { row } = written
  if (stories.length > 0) {
    await db
      .insertInto('letter_story')
      .values(stories.map((story) => ({ ...story, letter: row })))
      .execute()
    await noteToldPages(db, message)
  }
  return row
}

export async function readLetter(db: Db, row: number): Promise<Message | null> {
  const letter = await db.selectFrom('letter').select('message').where('row', '=', row).executeTakeFirst()
  return letter === undefined ? null : fromJson(letter.message)
}

/** Deletes messages of the outbox, with what corrected them and the letters that no other message shares; gives how many. */
export async function deleteMessages(
  db: Db,
  messages: readonly { readonly id: string; readonly letter: number }[],
): Promise<number> {
  for (const some of inChunks(messages.map(({ id }) => id))) {
    await db.deleteFrom('correction').where('outbox_id', 'in', some).execute()
    await db.deleteFrom('outbox').where('id', 'in', some).execute()
  }
  await deleteUnsharedLetters(
    db,
    messages.map(({ letter }) => letter),
  )
  return messages.length
}

/** Deletes those of these letters (rows of `letter`) that no message of the outbox shares any more. */
export async function deleteUnsharedLetters(db: Db, letters: readonly number[]): Promise<void> {
  for (const some of inChunks([...new Set(letters)])) {
    const shared = db.selectFrom('outbox').select('letter').where('letter', 'in', some)
    await db
      .deleteFrom('letter_story')
      .where('letter', 'in', some)
      .where('letter', 'not in', shared)
      .execute()
    await db.deleteFrom('letter').where('row', 'in', some).where('row', 'not in', shared).execute()
  }
}

/** A message of the outbox and its edits, the newest first. */
export const readEdits = (db: Db, id: string) =>
  db
    .selectFrom('outbox')
    .select(['row', 'state', 'letter', 'doubtful_since'])
    .where((eb) => eb.or([eb('id', '=', id), eb('edits', '=', id)]))
    .orderBy('row', 'desc')
    .execute()

/** A message outside of any slot: a notice, or the edit of a posted one. */
interface Unslotted extends Pick<Decision, 'subscription' | 'destination' | 'at'> {
  readonly id: string
  readonly letter: number
  /** Id of the posted message that it edits. */
  readonly edits?: string
}

/**
 * Writes a message without a slot to the outbox, once for each id; as failed where its destination is paused, since nobody knows when that is resumed. Gives
 * its row, null where there was one.
 */
export async function writeUnslotted(db: Db, { at, ...message }: Unslotted): Promise<number | null> {
  const paused = await db
    .selectFrom('destination')
    .select('reason')
    .where('id', '=', message.destination)
    .where('state', '=', 'paused')
    .executeTakeFirst()
  const state = paused === undefined ? 'pending' : 'failed'
  const written = await db
    .insertInto('outbox')
    .values({
      ...message,
      slot: '',
      created_at: at,
      due_at: at,
      state,
      ...(paused !== undefined && { ended_at: at, reason: paused.reason }),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('row')
    .executeTakeFirst()
  return written?.row ?? null
}

/**
 * Ends what waits to be sent: failed, or uncertain where some of it may have arrived. `where` says which. `at` null ends it as if that had been when it was
 * decided: the next decision then tells it.
 */
export function endWaiting(db: Db, at: number | null, reason: string) {
  return (
    db
      .updateTable('outbox')
      .set({
        state: sql`case when doubtful_since is null then 'failed' else 'uncertain' end`,
        ended_at: at ?? sql`created_at`,
        reason,
      })
      // As an expression it keeps the index of states out: ten thousand may wait in one minute.
      .where(sql`state || ''`, '=', 'pending')
  )
}
