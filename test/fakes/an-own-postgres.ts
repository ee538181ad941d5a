import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/**
 * Returns the directory with the programs of the newest version installed by the distribution (Debian's
 * path); null if there is none from 15 on.
 */
export function postgresBinaries(): string | null {
  const found = globSync('/usr/lib/postgresql/*/bin/initdb').map((path) => Number(path.split('/')[4]))
  const newest = Math.max(0, ...found)
  return newest >= 15 ? `/usr/lib/postgresql/${newest}/bin` : null
}

/** Returns another user to run PostgreSQL, which refuses to run as root; null if this user will do. */
export function postgresUser(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const found = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (found === undefined) throw new Error('PostgreSQL does not run as root, and there is nobody else')
  return { uid: Number(found[2]), gid: Number(found[3]) }
}

/** A private server in a directory that remains. It ends with the process that started it. */
export interface OwnPostgres {
  readonly directory: string
  /** Returns the address of a database. */
  url(database: string): string
  ask(database: string, question: string): Promise<readonly Record<string, unknown>[]>
  /** Creates an empty database if it does not exist; returns its address. */
  database(name: string): Promise<string>
  /** As `pg_ctl stop -m`: `fast` ends the sessions properly, `immediate` drops everything as a crash does. */
  stop(how: 'fast' | 'immediate'): Promise<void>
  start(): Promise<void>
  /** Resident memory of its processes in bytes. Shared memory is counted for each process. */
  memory(): number
}

const SIGNALS = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const

/**
 * Starts a server and creates it at the first start. It survives crashes without losing data, as servers do
 * by default. It listens on a socket in its directory; `settings` are its own, and with `port` and
 * `listen_addresses` it listens there, too.
 */
export async function startPostgres(
  directory: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<OwnPostgres> {
  const bin = postgresBinaries()
  if (bin === null)
    throw new Error('no PostgreSQL 15 or newer in /usr/lib/postgresql: install it from the distribution')
  const owner = postgresUser()
  mkdirSync(directory, { recursive: true })
  if (owner !== null) chownSync(directory, owner.uid, owner.gid)
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const { port = '5432' } = settings
  const socket = join(directory, `.s.PGSQL.${port}`)
  let child: ChildProcess | null = null

  const url = (database: string): string =>
    `postgres://dragoman@/${database}?host=${directory}${port === '5432' ? '' : `&port=${port}`}`

  async function ask(database: string, question: string): Promise<readonly Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: url(database) })
    client.on('error', () => undefined)
    await client.connect()
    try {
      return (await client.query<Record<string, unknown>>(question)).rows
    } finally {
      await client.end()
    }
  }

  const pid = (): number =>
    Number(readFileSync(join(directory, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])

  async function start(): Promise<void> {
    // The pipe closes with this process, however that ends.
    child = spawn('/bin/sh', ['-c', SCRIPT, 'sh', bin ?? '', directory, ...options], {
      ...owner,
      cwd: '/',
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    })
    child.unref()
    for (let tries = 0; tries < 1_200; tries++) {
      if (existsSync(socket))
        try {
          await ask('postgres', 'select 1')
          return
        } catch {
          // Still starting, or recovering from a crash.
        }
      await wait(50)
    }
    throw new Error(`PostgreSQL did not start in ${directory}`)
  }

  await start()
  return {
    directory,
    url,
    ask,
    async database(name) {
      const known = await ask('postgres', `select 1 from pg_database where datname = '${name}'`)
      if (known.length === 0)
        await ask('postgres', `create database ${name} encoding 'UTF8' template template0`)
      return url(name)
    },
    async stop(how) {
      const own = child
      if (own === null) return
      child = null
      own.ref()
      const ended = once(own, 'exit')
      process.kill(pid(), SIGNALS[how])
      own.stdin?.end()
      await ended
      // A crash leaves the socket, which would look like a running server.
      rmSync(socket, { force: true })
    },
    start,
    memory: () => memoryOf(pid()),
  }
}

/** Stops the server when its standard input ends. */
const SCRIPT = `
  bin="$1"; directory="$2"; shift 2
  test -s "$directory/data/PG_VERSION" \\
    || "$bin/initdb" -D "$directory/data" -U dragoman --auth=trust --locale=C --encoding=UTF8 || exit 1
  "$bin/postgres" -D "$directory/data" -k "$directory" -h '' "$@" &
  cat
  kill -QUIT $!
  wait`

/**
 * Returns the resident memory of a process and its children in bytes
 * (https://man7.org/linux/man-pages/man5/proc_pid_status.5.html).
 */
function memoryOf(parent: number): number {
  const statuses = globSync('/proc/[0-9]*/status').flatMap((file) => {
    try {
      return [readFileSync(file, 'utf8')]
    } catch {
      return []
    }
  })
  const own = statuses.filter(
    (status) => status.includes(`\nPid:\t${parent}\n`) || status.includes(`\nPPid:\t${parent}\n`),
  )
  return own.reduce((sum, status) => sum + 1024 * Number(/^VmRSS:\s+(\d+)/mu.exec(status)?.[1] ?? 0), 0)
}
