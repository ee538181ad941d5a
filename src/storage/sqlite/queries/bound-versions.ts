import type { Kysely } from 'kysely'
import { MOST_VERSIONS } from '../../bounds.ts'
import type { Tables } from '../tables.ts'
import { versionBytes } from './bytes-of.ts'
import { readToldVersions } from './told-versions.ts'

/** What an article lost. */
export interface LetGoVersions {
  readonly versions: number
  readonly bytes: number
}

/**
 * Lets go of the oldest versions of an article that has too many, but of none that somebody was told. Call it inside a
 * transaction, once its newest is there.
 */
export async function boundVersions(
  db: Kysely<Tables>,
  { id, row }: { readonly id: string; readonly row: number },
): Promise<LetGoVersions> {
  const versions = await db
    .selectFrom('article_version')
    .select(['version', versionBytes.as('bytes')])
    .where('article', '=', row)
    .orderBy('version')
    .execute()
  const tooMany = versions.length - MOST_VERSIONS
  if (tooMany <= 0) return { versions: 0, bytes: 0 }
  const told = (await readToldVersions(db, [id])).get(id)
  const older = versions.slice(0, -NEWEST)
  const gone = older.filter(({ version }) => told?.has(version) !== true).slice(0, tooMany)
  if (gone.length === 0) return { versions: 0, bytes: 0 }
  await db
    .deleteFrom('article_version')
    .where('article', '=', row)
    .where(
      'version',
      'in',
      gone.map(({ version }) => version),
    )
    .execute()
  return { versions: gone.length, bytes: gone.reduce((sum, { bytes }) => sum + bytes, 0) }
}

/** A story card compares the newest with the one before. */
const NEWEST = 2
