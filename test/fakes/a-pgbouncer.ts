import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { postgresUser } from './an-own-postgres.ts'
import { placeOf } from './a-transaction-pool.ts'

/** Path of the program; null if it is not installed. */
export const pgbouncer: string | null =
  [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin']
    .map((directory) => join(directory, 'pgbouncer'))
    .find((file) => existsSync(file)) ?? null

export interface RunningPgBouncer {
  /** Address of the same database through PgBouncer. */
  readonly url: string
  close(): Promise<void>
}

/**
 * Starts PgBouncer in front of a PostgreSQL in transaction mode with a few connections; all other settings
 * are its defaults.
 */
export async function aPgBouncer(url: string, servers: number): Promise<RunningPgBouncer> {
  if (pgbouncer === null) throw new Error('no pgbouncer')
  const { database, socket } = placeOf(url)
  const directory = mkdtempSync('/var/tmp/dragoman-bouncer-')
  const file = join(directory, 'pgbouncer.ini')
  writeFileSync(file, settings({ directory, database, from: join(socket, '..'), servers }))
  const owner = postgresUser()
  if (owner !== null) for (const one of [directory, file]) chownSync(one, owner.uid, owner.gid)
  const child = spawn(pgbouncer, [file], { ...owner, cwd: '/', stdio: 'ignore' })
  for (let tries = 0; tries < 200 && !existsSync(join(directory, `.s.PGSQL.${PORT}`)); tries++) await wait(50)
  return {
    url: `postgres://dragoman@/${database}?host=${directory}&port=${PORT}`,
    async close() {
      const ended = once(child, 'exit')
      child.kill('SIGQUIT')
      await ended
      rmSync(directory, { recursive: true })
    },
  }
}

const PORT = 6432

/** https://www.pgbouncer.org/config.html */
const settings = ({
  directory,
  database,
  from,
  servers,
}: {
  readonly directory: string
  readonly database: string
  readonly from: string
  readonly servers: number
}): string => `[databases]
${database} = host=${from} port=5432 user=dragoman
[pgbouncer]
pool_mode = transaction
default_pool_size = ${servers}
listen_port = ${PORT}
unix_socket_dir = ${directory}
auth_type = any
`
