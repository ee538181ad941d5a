import { LRUCache } from 'lru-cache'
import { Kysely, SqliteAdapter, SqliteDialect, type SqliteStatement } from 'kysely'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { weighReports } from '../../briefings/story-facts.ts'
import { StoreError } from '../store-error.ts'
import { SQLITE } from './sqlite-engine.ts'
import { adapterOf } from '../engine.ts'
import { explainError } from './explain-error.ts'
import type { Tables } from '../tables.ts'

/**
 * Opens a connection with the settings that all our connections have. `synchronous = full` syncs the log at
 * each commit: after a power cut a message that was sent must not look unsent, or it would be sent twice.
 * Commits are grouped (see `createWriteQueue`), so this costs one sync per group.
 */
export function connect(file: string, access: 'write' | 'read'): DatabaseSync {
  const database = new DatabaseSync(file, {
    readOnly: access === 'read',
    enableForeignKeyConstraints: true,
    timeout: BUSY_TIMEOUT_MS,
  })
  try {
    if (access === 'write') database.exec('pragma journal_mode = wal; pragma synchronous = full')
    database.exec(`pragma cache_size = -${CACHE_KIB}; pragma temp_store = memory`)
    database.function('weigh_reports', { deterministic: true }, (independent, ageMs) =>
      weighReports(Number(independent), Number(ageMs)),
    )
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

const BUSY_TIMEOUT_MS = 5_000
/**
 * SQLite's page cache, for each of four connections. It fills within hours and is never given back, while the
 * system caches the file too. Fifteen queries on a million articles took the same time with 64 MB, 8 MB and 4
 * MB (`npm run bench -- scale --only queries`).
 */
const CACHE_KIB = 2_048

/**
 * Kysely on node:sqlite. Its dialect expects a database shaped like better-sqlite3's. Statements are prepared
 * once.
 */
export function kyselyOn(database: DatabaseSync, file: string): Kysely<Tables> {
  // The garbage collector would close them late, and memory between others is not given back.
  const dispose = (statement: Prepared): void => statement.close()
  const shortStatements = new LRUCache<string, Prepared>({
    maxSize: SIGNS_PREPARED,
    sizeCalculation: (_statement, text) => text.length,
    dispose,
  })
  const longStatements = new LRUCache<string, Prepared>({ max: LONG_PREPARED, dispose })
  const explained = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw explainError(error, file)
    }
  }
  const prepare = (text: string): SqliteStatement => {
    const prepared = text.length > LONG_STATEMENT_LENGTH ? longStatements : shortStatements
    const known = prepared.get(text)
    if (known !== undefined) return known
    const statement = explained(() => database.prepare(text))
    const reader = statement.columns().length > 0
    // After deletes in FTS5 the last inserted row number is an internal one, too large for a number.
    if (!reader) statement.setReadBigInts(true)
    const bridged: Prepared = {
      reader,
      all: (parameters) => explained(() => statement.all(...parameters.map(toInput))),
      run: (parameters) => explained(() => statement.run(...parameters.map(toInput))),
      iterate: (parameters) => statement.iterate(...parameters.map(toInput)),
      close: () => closeStatement(statement),
    }
    prepared.set(text, bridged)
    return bridged
  }
  return new Kysely<Tables>({
    dialect: new Dialect({ database: { prepare, close: () => database.close() } }),
  })
}

interface Prepared extends SqliteStatement {
  close(): void
}

/**
 * Closes a statement. Node 26 has the method, but its types do not
 * (https://nodejs.org/api/sqlite.html#class-statementsync). Without it the garbage collector does so later.
 */
function closeStatement(statement: StatementSync): void {
  if ('close' in statement && typeof statement.close === 'function') statement.close()
}

class Dialect extends SqliteDialect {
  override createAdapter() {
    return adapterOf(new SqliteAdapter(), SQLITE)
  }
}

/**
 * Total length (UTF-16 units) of the statements kept prepared on each of four connections; the least recently
 * used one is closed first. SQLite needs some hundred bytes per unit, and gives back little of the memory
 * that lies between others.
 */
const SIGNS_PREPARED = 20_000

/**
 * Length from which a statement is long (UTF-16 units); few of those are kept. Lists of different lengths
 * make different statements, and one of five hundred rows takes half a megabyte: 900 of them took 113 MB.
 */
const LONG_STATEMENT_LENGTH = 2_000
const LONG_PREPARED = 4

/**
 * node:sqlite binds every number as REAL, and FTS5 does not accept REAL as a bound of rowids: it would walk
 * on to the last match.
 */
function toInput(value: unknown): SQLInputValue {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value
  if (value === null || typeof value === 'string' || typeof value === 'bigint') return value
  throw new TypeError(`SQLite cannot keep a ${typeof value}`)
}

/**
 * Long reads that need one state of the store from beginning to end while others write and read. They run one
 * after the other, and each sees what was written before its turn. They have a connection of their own,
 * opened on first use: a transaction on a shared connection would show others the past, or make them wait.
 */
export function openSnapshots(file: string) {
  let opened: { readonly database: DatabaseSync; readonly db: Kysely<Tables> } | null = null
  let closed = false
  const open = () => {
    if (closed) throw new StoreError('closed', `The store ${file} is closed. Open it again first.`)
    try {
      const database = connect(file, 'read')
      return { database, db: kyselyOn(database, file) }
    } catch (error) {
      throw explainError(error, file)
    }
  }
  return {
    async read<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
      opened ??= open()
      return opened.db.transaction().execute(work)
    },
    close(): void {
      closed = true
      if (opened?.database.isOpen === true) opened.database.close()
    },
  }
}
