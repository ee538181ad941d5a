import type { Kysely } from 'kysely'
import type { Tables } from '../tables.ts'
import { inChunks } from './in-chunks.ts'

/** Deletes those of these letters (rows of `letter`) that no message of the outbox shares any more. Call it inside a transaction. */
export async function deleteUnsharedLetters(db: Kysely<Tables>, letters: readonly number[]): Promise<void> {
  for (const some of inChunks([...new Set(letters)], AT_ONCE)) {
    const shared = db.selectFrom('outbox').select('letter').where('letter', 'in', some)
    await db
      .deleteFrom('letter_story')
      .where('letter', 'in', some)
      .where('letter', 'not in', shared)
      .execute()
    await db.deleteFrom('letter').where('row', 'in', some).where('row', 'not in', shared).execute()
  }
}

const AT_ONCE = 500
