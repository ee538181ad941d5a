import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Decision } from '../../records/decision.ts'
import type { Message } from '../../records/message.ts'
import { inChunks, type Db } from '../db.ts'
import { fromJson, type Json, toJson } from '../json.ts'
import { noteToldPages } from './note-told-pages.ts'

/** A message, and what its reader knows after it was delivered. */
type Letter = Pick<Decision, 'told'> & { readonly message: Message }

/** Writes a message unless an equal one is stored; returns its row. */
export async function writeLetter(db: Db, message: Message, told: Decision['told']): Promise<number> {
  const [row] = await writeLetters(db, [{ message, told }])
  if (row === undefined) throw new Error('a letter that was written has no row')
  return row
}

/**
 * Writes messages unless equal ones are stored; returns the row of each. Messages that share the same
 * `message` and `told` objects are not even compared: a thousand destinations with the same request share one
 * letter.
 */
export async function writeLetters(db: Db, letters: readonly Letter[]): Promise<readonly number[]> {
  const drafts = new Map<Message, Map<Decision['told'], string>>()
  const byHash = new Map<string, Draft>()
  const hashes = letters.map(({ message, told }) =>
    drafts
      .getOrInsertComputed(message, () => new Map())
      .getOrInsertComputed(told, () => {
        const draft = draftOf(message, told)
        byHash.set(draft.hash, draft)
        return draft.hash
      }),
  )
  const rows = new Map<string, number>()
  for (const some of inChunks([...byHash.values()], LETTERS_AT_ONCE))
    for (const { hash, row } of await writeDrafts(db, some)) rows.set(hash, row)
  return hashes.map((hash) => rows.get(hash) ?? 0)
}

/** A briefing is tens of kilobytes of JSON. */
const LETTERS_AT_ONCE = 50

/** A letter in the form in which it is stored. */
interface Draft {
  readonly hash: string
  readonly json: Json<Message>
  readonly message: Message
  readonly stories: readonly { readonly story_id: string; readonly articles: Json<readonly string[]> }[]
}

function draftOf(message: Message, told: Decision['told']): Draft {
  const json = toJson(message)
  const stories = told.map(({ storyId, articles }) => ({ story_id: storyId, articles: toJson(articles) }))
  const hash = createHash('sha256').update(json).update(JSON.stringify(stories)).digest('base64url')
  return { hash, json, message, stories }
}

async function writeDrafts(
  db: Db,
  drafts: readonly Draft[],
): Promise<readonly { readonly hash: string; readonly row: number }[]> {
  const hashes = drafts.map(({ hash }) => hash)
  const known = await db.selectFrom('letter').select(['hash', 'row']).where('hash', 'in', hashes).execute()
  const missing = new Map(drafts.map((draft) => [draft.hash, draft]))
  for (const { hash } of known) missing.delete(hash)
  if (missing.size === 0) return known
  const written = await db
    .insertInto('letter')
    .values([...missing.values()].map(({ hash, json }) => ({ hash, message: json })))
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .returning(['hash', 'row'])
    .execute()
  const told = written.flatMap(({ hash, row }) => {
    const draft = missing.get(hash)
    return draft === undefined || draft.stories.length === 0 ? [] : [{ ...draft, row }]
  })
  const stories = told.flatMap((draft) => draft.stories.map((story) => ({ ...story, letter: draft.row })))
  for (const some of inChunks(stories)) await db.insertInto('letter_story').values(some).execute()
  await noteToldPages(
    db,
    told.map(({ message }) => message),
  )
  const all = [...known, ...written]
  // Another process wrote some of them meanwhile.
  return all.length === drafts.length ? all : writeDrafts(db, drafts)
}

export async function readLetter(db: Db, row: number): Promise<Message | null> {
  const letter = await db.selectFrom('letter').select('message').where('row', '=', row).executeTakeFirst()
  return letter === undefined ? null : fromJson(letter.message)
}

/**
 * Deletes messages of the outbox, their corrections, and letters that no other message shares; returns how
 * many messages.
 */
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

/** Deletes those of these letters (rows of `letter`) that no outbox message shares any more. */
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

/** A message of the outbox and its edits, newest first. */
export const readEdits = (db: Db, id: string) =>
  db
    .selectFrom('outbox')
    .select(['row', 'state', 'letter', 'doubtful_since'])
    .where((eb) => eb.or([eb('id', '=', id), eb('edits', '=', id)]))
    .orderBy('row', 'desc')
    .execute()

/** A message without a slot: a notice, or the edit of a posted message. */
interface Unslotted extends Pick<Decision, 'subscription' | 'destination' | 'at'> {
  readonly id: string
  readonly letter: number
  /** Id of the posted message that it edits. */
  readonly edits?: string
}

/**
 * Writes a message without a slot to the outbox, unless its id exists. If its destination is paused it is
 * written as failed, since nobody knows when that will be resumed. Returns its row, null if the id existed.
 */
export async function writeUnslotted(db: Db, { at, ...message }: Unslotted): Promise<number | null> {
  const reason = await reasonOfPause(db, message.destination)
  const state = reason === null ? 'pending' : 'failed'
  const written = await db
    .insertInto('outbox')
    .values({
      ...message,
      slot: '',
      created_at: at,
      due_at: at,
      state,
      ...(reason !== null && { ended_at: at, reason }),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('row')
    .executeTakeFirst()
  return written?.row ?? null
}

/** Why a destination is paused; null if it is not. */
export async function reasonOfPause(db: Db, destination: string): Promise<string | null> {
  const paused = await db
    .selectFrom('destination')
    .select('reason')
    .where('id', '=', destination)
    .where('state', '=', 'paused')
    .executeTakeFirst()
  return paused?.reason ?? null
}

/**
 * Ends the waiting messages that the caller selects with `where`: as failed, or as uncertain if a part may
 * have arrived. With `at` null they end at the time of their decision, so that the next decision tells their
 * stories.
 */
export function failWaiting(db: Db, at: number | null, reason: string) {
  return (
    db
      .updateTable('outbox')
      .set({
        state: sql`case when doubtful_since is null then 'failed' else 'uncertain' end`,
        ended_at: at ?? sql`created_at`,
        reason,
      })
      // As an expression it keeps the planner from the index of states: ten thousand may wait in one minute.
      .where(sql`state || ''`, '=', 'pending')
  )
}
