import { readFileSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../store-error.ts'
import { turkishWords } from './migrations/0011-turkish-words.ts'
import { parts } from './migrations/0012-parts.ts'
import { handles } from './migrations/0020-handles.ts'
import { modelSentences } from './migrations/0015-model-sentences.ts'

/** SQL, or a function that reads rows and rewrites them. */
type Migration = string | ((database: DatabaseSync) => void)

const sqlOf = (name: string): string =>
  readFileSync(new URL(`migrations/${name}.sql`, import.meta.url), 'utf8')

/**
 * In order; the n-th migration brings the schema to version n. Never edit one that was released; add another.
 */
export const MIGRATIONS: readonly Migration[] = [
  sqlOf('0001-first'),
  sqlOf('0002-letters'),
  sqlOf('0003-subscriptions'),
  sqlOf('0004-platforms'),
  sqlOf('0005-pruning'),
  sqlOf('0006-past-articles'),
  sqlOf('0007-merging'),
  sqlOf('0008-rejections'),
  sqlOf('0009-refused'),
  sqlOf('0010-moved-articles'),
  turkishWords,
  parts,
  sqlOf('0013-quiet-places'),
  sqlOf('0014-owner-notices'),
  modelSentences,
  sqlOf('0016-bounds'),
  sqlOf('0017-furniture'),
  sqlOf('0018-running-stories'),
  sqlOf('0019-stories-of-running-stories'),
  handles,
  sqlOf('0021-changes'),
  sqlOf('0022-threads'),
  sqlOf('0023-reader-rules'),
  sqlOf('0024-access-keys'),
  sqlOf('0026-findings'),
  sqlOf('0028-report-counts'),
  sqlOf('0030-hub-subscriptions'),
  sqlOf('0031-last-answers'),
  sqlOf('0032-told-pages'),
  sqlOf('0033-settled-hours'),
]

/** "DRAG": marks the file as ours (https://www.sqlite.org/pragma.html#pragma_application_id). */
const APPLICATION_ID = 0x44524147

/**
 * Brings the schema of `file` up to the last of `migrations`, each in one transaction with its number. A new
 * file gets all of them in one transaction, because each costs a disk sync.
 * @throws StoreError `newer-schema` or `not-ours`; the file is then untouched
 */
export function migrate(
  database: DatabaseSync,
  file: string,
  migrations: readonly Migration[] = MIGRATIONS,
): void {
  refuseForeignFile(database, file, migrations.length)
  while (pragma(database, 'user_version') < migrations.length) {
    database.exec('begin immediate')
    try {
      // Read again under the lock: another process may have been faster.
      const version = pragma(database, 'user_version')
      const due = migrations.slice(version, version === 0 ? undefined : version + 1)
      for (const migration of due)
        if (typeof migration === 'string') database.exec(migration)
        else migration(database)
      if (due.length > 0)
        database.exec(
          `pragma user_version = ${version + due.length}; pragma application_id = ${APPLICATION_ID}`,
        )
      database.exec('commit')
    } catch (error) {
      if (database.isTransaction) database.exec('rollback')
      throw error
    }
  }
}

/** @throws StoreError if this version of Dragoman cannot read the file */
export function refuseForeignFile(
  database: DatabaseSync,
  file: string,
  known: number = MIGRATIONS.length,
): void {
  const version = pragma(database, 'user_version')
  const tables = database.prepare('select count(*) as n from sqlite_schema').get()?.n
  if (tables !== 0 && pragma(database, 'application_id') !== APPLICATION_ID) {
    throw new StoreError(
      'not-ours',
      `${file} is a database of another program. Choose another data directory; the file was not touched.`,
    )
  }
  if (version > known) {
    throw new StoreError(
      'newer-schema',
      `${file} was written by a newer Dragoman (schema ${version}; this one knows up to ${known}). Update ` +
        'Dragoman, or restore a backup from before the update.',
    )
  }
}

/** For readers: only a writer can migrate. @throws StoreError `older-schema` */
export function refuseOlderSchema(database: DatabaseSync, file: string): void {
  if (pragma(database, 'user_version') === MIGRATIONS.length) return
  throw new StoreError(
    'older-schema',
    `${file} was written by an older Dragoman. Start this one once to bring it up to date; copy the file ` +
      'before, if you may want to go back.',
  )
}

function pragma(database: DatabaseSync, name: 'user_version' | 'application_id'): number {
  return Number(database.prepare(`pragma ${name}`).get()?.[name])
}
