import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { Kysely, SqliteDialect } from 'kysely'
import type { SqliteStatement } from 'kysely'
import type { Tables } from './tables.ts'
import { explainError } from './explain-error.ts'

/** Kysely on node:sqlite: its dialect wants a database shaped like better-sqlite3's. Statements are prepared once. */
export function kyselyOn(database: DatabaseSync, file: string): Kysely<Tables> {
  const prepared = new Map<string, SqliteStatement>()
  const explained = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw explainError(error, file)
    }
  }
  const prepare = (text: string): SqliteStatement => {
    const known = prepared.get(text)
    if (known !== undefined) return known
    const statement = explained(() => database.prepare(text))
    const reader = statement.columns().length > 0
    // What FTS5 deletes leaves an internal row number behind as the last inserted one, too large for a number.
    if (!reader) statement.setReadBigInts(true)
    const bridged: SqliteStatement = {
      reader,
      all: (parameters) => explained(() => statement.all(...parameters.map(toInput))),
      run: (parameters) => explained(() => statement.run(...parameters.map(toInput))),
      iterate: (parameters) => statement.iterate(...parameters.map(toInput)),
    }
    if (prepared.size >= PREPARED_STATEMENTS) prepared.clear()
    prepared.set(text, bridged)
    return bridged
  }
  return new Kysely<Tables>({
    dialect: new SqliteDialect({ database: { prepare, close: () => database.close() } }),
  })
}

const PREPARED_STATEMENTS = 300

/** node:sqlite binds every number as REAL, and FTS5 takes no REAL as a bound of rowids: it would walk on to the last match. */
function toInput(value: unknown): SQLInputValue {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value
  if (value === null || typeof value === 'string' || typeof value === 'bigint') return value
  throw new TypeError(`SQLite cannot keep a ${typeof value}`)
}
