import { spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { inject } from 'vitest'
import { postgresBinaries, postgresUser } from './an-own-postgres.ts'

/** Why no test of PostgreSQL runs here; null where they do. */
export const noPostgres: string | null = reasonAgainst()

/** Why nothing can be tried that wants a server as it is made here, with its socket and who may come in; null where it can. */
export const noOwnPostgres: string | null =
  noPostgres ?? (inject('databaseUrl') === null ? null : 'DATABASE_URL names a server of others')

function reasonAgainst(): string | null {
  if (inject('databaseUrl') !== null || postgresBinaries() !== null) return null
  return 'no DATABASE_URL, and no PostgreSQL 15 or newer in /usr/lib/postgresql: install it from the distribution'
}

let server: Promise<string> | null = null
let databases = 0

/** Address of a new, empty database on the server of these tests, which is started with the first. */
export async function aPostgresDatabase(): Promise<string> {
  server ??= startServer()
  const url = await server
  const name = `dragoman_test_${process.pid}_${++databases}`
  await askServer(url, `create database ${name} encoding 'UTF8' template template0`)
  return withDatabase(url, name)
}

let emptied: string | null = null

/** Address of a database with our tables in which nothing is kept: always the same one, so use one at a time. */
export async function anEmptyPostgres(): Promise<string> {
  if (emptied === null) return (emptied = await aPostgresDatabase())
  await askServer(emptied, EMPTY)
  return emptied
}

/** Quicker than a new database: most tables were not written. */
const EMPTY = `do $$ declare written text; begin
  select string_agg(oid::regclass::text, ', ') into written from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'dragoman_schema' and pg_relation_size(oid) > 0;
  if written is not null then execute 'truncate ' || written || ' restart identity cascade'; end if;
end $$`

/** Asks a server something as whoever owns it. */
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

/** One that forgets all with a crash, and so is quick. It listens on a socket in its directory alone, and ends with the process that started it. */
async function startServer(): Promise<string> {
  const given = inject('databaseUrl')
  if (given !== null) return given
  const bin = postgresBinaries()
  if (bin === null) throw new Error(noPostgres ?? 'no PostgreSQL')
  const directory = mkdtempSync('/var/tmp/dragoman-pg-')
  const owner = postgresUser()
  if (owner !== null) chownSync(directory, owner.uid, owner.gid)
  // The pipe ends with this process, however that ends.
  const child = spawn('/bin/sh', ['-c', SCRIPT, 'sh', bin, directory], {
    ...owner,
    cwd: '/',
    // What ends these tests by force ends their group: this one has to clear up still.
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
        // It is starting.
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
