import { spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { inject } from 'vitest'
import { postgresBinaries, postgresUser } from './an-own-postgres.ts'

/** The reason why tests of PostgreSQL cannot run here; null if they can. */
export const noPostgres: string | null = reasonAgainst()

/**
 * The reason why tests cannot run that need a server created here, with its socket and its access rules; null
 * if they can.
 */
export const noOwnPostgres: string | null =
  noPostgres ?? (inject('databaseUrl') === null ? null : 'DATABASE_URL names a server of others')

function reasonAgainst(): string | null {
  if (inject('databaseUrl') !== null || postgresBinaries() !== null) return null
  return 'no DATABASE_URL, and no PostgreSQL 15 or newer in /usr/lib/postgresql: install it from the distribution'
}

let server: Promise<string> | null = null
let databases = 0

/**
 * Creates an empty database on the tests' server and returns its address. The server is started at the first
 * call.
 */
export async function aPostgresDatabase(): Promise<string> {
  server ??= startServer()
  const url = await server
  const name = `dragoman_test_${process.pid}_${++databases}`
  await askServer(url, `create database ${name} encoding 'UTF8' template template0`)
  return withDatabase(url, name)
}

let emptied: string | null = null
let emptying: pg.Pool | null = null

/**
 * Returns the address of a database with our tables but no rows. It is always the same one, so use one at a
 * time.
 */
export async function anEmptyPostgres(): Promise<string> {
  if (emptied === null) return (emptied = await aPostgresDatabase())
  emptying ??= keepOpen(emptied)
  await emptying.query(EMPTY)
  return emptied
}

/**
 * Deletes the rows of tables that were written. Faster than a new database, and than truncating, which makes
 * new files of a table and its indexes: so only with tables that others would have to skip much in. A
 * table refers only to older ones, which are emptied after it.
 */
const EMPTY = `do $$ declare written record; begin
  for written in select oid::regclass::text as name, pg_table_size(oid) as size from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'dragoman_schema' and pg_relation_size(oid) > 0
    order by oid desc
  loop execute case when written.size > 500000 then 'truncate ' || written.name || ' cascade' else 'delete from ' || written.name end; end loop;
  perform setval(oid::regclass, 1, false) from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace;
end $$`

/**
 * Keeps one connection, because the server reads the catalogue anew for each: 18 ms, where deleting takes 4.
 * Tests cut connections; the next query gets a new one.
 */
function keepOpen(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0, allowExitOnIdle: true })
  pool.on('error', () => {})
  return pool
}

/** Sends a query to a server as its owner. */
export async function askServer(url: string, question: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(question)).rows
  } finally {
    await client.end()
  }
}

function withDatabase(url: string, name: string): string {
  const [place = '', query] = url.split('?')
  return `${place.slice(0, place.lastIndexOf('/'))}/${name}${query === undefined ? '' : `?${query}`}`
}

/**
 * Starts a server that loses its data in a crash and is therefore fast. It listens only on a socket in its
 * directory and ends with the process that started it.
 */
async function startServer(): Promise<string> {
  const given = inject('databaseUrl')
  if (given !== null) return given
  const bin = postgresBinaries()
  if (bin === null) throw new Error(noPostgres ?? 'no PostgreSQL')
  const directory = mkdtempSync('/var/tmp/dragoman-pg-')
  const owner = postgresUser()
  if (owner !== null) chownSync(directory, owner.uid, owner.gid)
  // The pipe closes with this process, however that ends.
  const child = spawn('/bin/sh', ['-c', SCRIPT, 'sh', bin, directory], {
    ...owner,
    cwd: '/',
    // Whoever kills the tests kills their process group; this process must survive that to clean up.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.unref()
  const url = `postgres://dragoman@/postgres?host=${directory}`
  for (let tries = 0; tries < 600; tries++) {
    if (existsSync(`${directory}/.s.PGSQL.5432`))
      try {
        await askServer(url, 'select 1')
        return url
      } catch {
        // Still starting.
      }
    await setTimeout(50)
  }
  throw new Error(`PostgreSQL did not start in ${directory}`)
}

const SCRIPT = `
  "$1/initdb" -D "$2/data" -U dragoman --auth=trust --no-sync --locale=C --encoding=UTF8 || exit 1
  # Who comes as "stranger" is asked for a password.
  printf 'local all stranger scram-sha-256\\nlocal all all trust\\n' > "$2/data/pg_hba.conf"
  "$1/postgres" -D "$2/data" -k "$2" -h '' -c fsync=off -c synchronous_commit=off -c full_page_writes=off \\
    -c max_connections=60 -c shared_buffers=64MB -c autovacuum=off &
  cat
  kill -QUIT $!
  wait
  rm -rf "$2"`

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string | null
  }
}
