import { DatabaseSync } from 'node:sqlite'

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
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * SQLite waits for another writer by blocking the thread, up to `BUSY_TIMEOUT_MS`. For a connection whose caller waits by
 * itself (see `createWriteQueue`): the event loop goes on meanwhile.
 */
export function waitElsewhere(database: DatabaseSync): void {
  database.exec('pragma busy_timeout = 0')
}

const BUSY_TIMEOUT_MS = 5_000
const CACHE_KIB = 65_536
