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
 * Opens one connection with the settings that every connection of ours has.
 * `synchronous = full` syncs the log at each commit: after a power cut a message that was sent must not look unsent,
 * or it would be sent twice. Commits are grouped (see `createWriteQueue`), so it costs one sync a group.
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
 * What SQLite keeps of the file for each of four connections. It fills in hours and is never given back, and the system keeps the file, too: with 64 MB, with 8 and with 4, fifteen questions to a million
 * articles took the same (`npm run bench -- scale --only queries`).
 */
const CACHE_KIB = 2_048

/** Kysely on node:sqlite: its dialect wants a database shaped like better-sqlite3's. Statements are prepared once. */
export function kyselyOn(database: DatabaseSync, file: string): Kysely<Tables> {
  // Left to the collector they would be gone late, and what they leave between others is not given back.
  const dispose = (statement: Prepared): void => statement.close()
  const short = new LRUCache<string, Prepared>({
    maxSize: SIGNS_PREPARED,
    sizeCalculation: (_statement, text) => text.length,
    dispose,
  })
  const long = new LRUCache<string, Prepared>({ max: LONG_PREPARED, dispose })
  const explained = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw explainError(error, file)
    }
  }
  const prepare = (text: string): SqliteStatement => {
    const prepared = text.length > LONG ? long : short
    const known = prepared.get(text)
    if (known !== undefined) return known
    const statement = explained(() => database.prepare(text))
    const reader = statement.columns().length > 0
    // What FTS5 deletes leaves an internal row number behind as the last inserted one, too large for a number.
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

/** Of Node 26, which its types do not tell yet (https://nodejs.org/api/sqlite.html#class-statementsync); without it the collector does the same, later. */
function closeStatement(statement: StatementSync): void {
  if ('close' in statement && typeof statement.close === 'function') statement.close()
}

class Dialect extends SqliteDialect {
  override createAdapter() {
    return adapterOf(new SqliteAdapter(), SQLITE)
  }
}

/**
 * UTF-16 units of the statements that are kept prepared, on each of four connections; the one that was not used for longest goes first. SQLite holds some hundred bytes for a
 * unit, and gives back little of what lay between others.
 */
const SIGNS_PREPARED = 20_000

/** Lists of other lengths are other statements, and one of five hundred rows takes half a megabyte: 900 of such took 113 MB. So few of those from so many units on are kept. */
const LONG = 2_000
const LONG_PREPARED = 4

/** node:sqlite binds every number as REAL, and FTS5 takes no REAL as a bound of rowids: it would walk on to the last match. */
function toInput(value: unknown): SQLInputValue {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value
  if (value === null || typeof value === 'string' || typeof value === 'bigint') return value
  throw new TypeError(`SQLite cannot keep a ${typeof value}`)
}

/**
 * Long reads that must see one state of the store from beginning to end, while others write and read on: one after the other, each sees what was
 * written before its turn. On a connection of its own, opened when first needed: a transaction on one that others share would show them the past,
 * or keep them waiting for its end.
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
