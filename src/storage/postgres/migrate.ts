import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { Db } from '../db.ts'
import { StoreError } from '../store-error.ts'
import type { ServerAddress } from './server-address.ts'

const sqlOf = (name: string): string =>
  readFileSync(new URL(`migrations/${name}.sql`, import.meta.url), 'utf8')

/**
 * In order; the n-th migration brings the schema to version n. Never edit one that was released; add another.
 */
const MIGRATIONS: readonly string[] = [
  '0001-first',
  '0002-findings',
  '0003-shared-work',
  '0004-access-keys',
  '0028-report-counts',
  '0030-hub-subscriptions',
  '0031-last-answers',
  '0032-told-pages',
  '0033-settled-hours',
].map(sqlOf)

/** The oldest version on which the contract tests ran. */
const OLDEST_SERVER = 15

/**
 * Brings the schema up to the last of `MIGRATIONS`; call it in a transaction that holds the lock of
 * migrations. The database is known only by name, so its default schema is checked before anything is
 * created.
 * @throws StoreError `newer-schema`, `not-ours`, `old-server` or `no-database`; the database is then
 * untouched
 */
export async function migrate(db: Db, address: ServerAddress): Promise<void> {
  const version = await readVersion(db, address)
  for (const migration of MIGRATIONS.slice(version)) await sql.raw(migration).execute(db)
  if (version === MIGRATIONS.length) return
  await sql`create table if not exists dragoman_schema (version int not null)`.execute(db)
  await sql`delete from dragoman_schema`.execute(db)
  await sql`insert into dragoman_schema (version) values (${MIGRATIONS.length})`.execute(db)
}

/** Returns the schema version. @throws StoreError `missing` if there is no schema, and as `migrate` */
export async function refuseMissing(db: Db, address: ServerAddress): Promise<number> {
  const version = await readVersion(db, address)
  if (version > 0) return version
  throw new StoreError(
    'missing',
    `Nothing is kept in ${address.shown} yet. Start Dragoman once, or name another database in DATABASE_URL.`,
  )
}

/**
 * For readers: only a writer can migrate. @throws StoreError `older-schema`, `missing` if there is no schema,
 * and as `migrate`
 */
export async function refuseOlderSchema(db: Db, address: ServerAddress): Promise<void> {
  if ((await refuseMissing(db, address)) < MIGRATIONS.length)
    throw new StoreError(
      'older-schema',
      `${address.shown} was written by an older Dragoman. Start this one once to bring it up to date; copy the database ` +
        'before, if you may want to go back.',
    )
}

/** 0 if the database has no tables of ours. */
async function readVersion(db: Db, { shown }: ServerAddress): Promise<number> {
  const { rows } = await sql<{ server: number; encoding: string; ours: boolean; taken: boolean }>`
    select current_setting('server_version_num')::int / 10000 as server, current_setting('server_encoding') as encoding,
      to_regclass('dragoman_schema') is not null as ours, to_regclass('article') is not null as taken`.execute(
    db,
  )
  const [found] = rows
  if (found === undefined) throw new Error('a select of settings has one row')
  if (found.server < OLDEST_SERVER)
    throw new StoreError(
      'old-server',
      `${shown} runs PostgreSQL ${found.server}. Update it to ${OLDEST_SERVER} or newer.`,
    )
  if (found.encoding !== 'UTF8')
    throw new StoreError(
      'no-database',
      `${shown} keeps texts as ${found.encoding}. Make a database with: create database NAME encoding 'UTF8' template template0`,
    )
  if (!found.ours && found.taken)
    throw new StoreError(
      'not-ours',
      `${shown} has a table “article” of another program. Choose another database; this one was not touched.`,
    )
  if (!found.ours) return 0
  const kept = await sql<{ version: number }>`select version from dragoman_schema`.execute(db)
  const version = kept.rows[0]?.version ?? 0
  if (version > MIGRATIONS.length)
    throw new StoreError(
      'newer-schema',
      `${shown} was written by a newer Dragoman (schema ${version}; this one knows up to ${MIGRATIONS.length}). Update ` +
        'Dragoman, or restore a backup from before the update.',
    )
  return version
}
