import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Message } from '../../../records/message.ts'
import { toJson } from '../json.ts'
import type { Tables } from '../tables.ts'

/** A message and what its reader knows once it was delivered. */
export interface Letter {
  readonly message: Message
  readonly told: readonly { readonly storyId: string; readonly articles: readonly string[] }[]
}

/**
 * Writes each letter once and gives their rows, in the order asked. Letters that share message and list of tellings as the same
 * objects are not even compared: a thousand destinations with the same wish share one.
 */
export async function writeLetters(
  db: Kysely<Tables>,
  letters: readonly Letter[],
): Promise<readonly number[]> {
  const rows = new Map<Message, Map<Letter['told'], number>>()
  const written: number[] = []
  for (const letter of letters) {
    const byTold = rows.get(letter.message) ?? new Map<Letter['told'], number>()
    rows.set(letter.message, byTold)
    const row = byTold.get(letter.told) ?? (await writeLetter(db, letter))
    byTold.set(letter.told, row)
    written.push(row)
  }
  return written
}

async function writeLetter(db: Kysely<Tables>, { message, told }: Letter): Promise<number> {
  const json = toJson(message)
  const stories = told.map(({ storyId, articles }) => ({ story_id: storyId, articles: toJson(articles) }))
  const hash = createHash('sha256').update(json).update(JSON.stringify(stories)).digest('base64url')
  const known = await db.selectFrom('letter').select('row').where('hash', '=', hash).executeTakeFirst()
  if (known !== undefined) return known.row
  const { row } = await db
    .insertInto('letter')
    .values({ hash, message: json })
    .returning('row')
    .executeTakeFirstOrThrow()
  if (stories.length > 0)
    await db
      .insertInto('letter_story')
      .values(stories.map((story) => ({ ...story, letter: row })))
      .execute()
  return row
}
