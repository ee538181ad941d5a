import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Store } from '../../records/ports/store.ts'
import { StoreError } from '../store-error.ts'
import { backUp } from './back-up.ts'
import { connect, kyselyOn, openSnapshots } from './connection.ts'
import { refuseHalfMoved } from '../copying/move-store.ts'
import { createWriteQueue, type Write } from '../create-write-queue.ts'
import { transactOn } from './transact.ts'
import { asMethods, READS, WRITES } from '../methods.ts'
import { keepParts, leaseDue, readOutgoing, releaseLeases, settle } from '../queries/outbox.ts'
import { readStoryHeads } from '../queries/read-stories.ts'
import { storiesAbout } from '../search/find-stories.ts'
import { IN_MEMORY, openConnections } from './open-connections.ts'

/** Methods that need not wait for writes: a second thread may answer them (`openStoreInThreads`). */
export const READING: readonly string[] = [...Object.keys(READS), 'storyHeads', 'backup']

export interface SqliteStoreOptions {
  /** Only reads, beside a bot that writes: for a worker thread or another command. The file must exist. */
  readonly readOnly?: boolean
  /**
   * For the bot itself: only one opening of the file may be exclusive at a time. Others may read and write
   * beside it.
   */
  readonly exclusive?: boolean
}

/**
 * Opens the store in one file (`:memory:` for one that is gone after `close`). Creates the file and its
 * directory if missing, and migrates an older schema. All work is done on the calling thread in short pieces.
 * @throws StoreError with a remedy: `newer-schema`, `not-ours`, `not-a-database`, `read-only`, `missing`, …
 */
export async function openSqliteStore(file: string, options: SqliteStoreOptions = {}): Promise<Store> {
  const readOnly = options.readOnly ?? false
  const { writing, reading, opened } = await openConnections(file, readOnly, options.exclusive ?? false)
  const reader = kyselyOn(reading, file)
  const writer = writing === null ? null : writing === reading ? reader : kyselyOn(writing, file)
  try {
    await refuseHalfMoved(reader)
  } catch (error) {
    opened.dispose()
    throw error
  }
  const queue = writer === null ? null : createWriteQueue(transactOn(writer))
  const sender = randomUUID()
  // Nobody else is sending: whoever had leased a row has ended.
  if (options.exclusive === true) await queue?.write(releaseLeases)
  const snapshots = openSnapshots(file)
  // Waits behind the changes requested before, so that reads see what was written.
  const write = <T>(change: Write<T>): Promise<T> =>
    queue?.write(change) ??
    Promise.reject(
      new StoreError('read-only', `${file} was opened for reading only. Open it without readOnly to write.`),
    )
  // In memory there is one connection: a turn in the write queue keeps writes out meanwhile.
  const snapshot = <T>(work: Write<T>): Promise<T> =>
    file === IN_MEMORY ? write(work) : snapshots.read(work)

  return {
    ...asMethods(READS, (question) => question(reader)),
    ...asMethods(WRITES, write),
    storyHeads: ({ about = {}, ...window }) =>
      snapshot(async (db) => readStoryHeads(db, window, await storiesAbout(db, about, window.from))),
    claim: async (claim) => readOutgoing(reader, await write((db) => leaseDue(db, claim, sender))),
    keepParts: (...part) => write((db) => keepParts(db, sender, ...part)),
    settle: (...end) => write((db) => settle(db, sender, ...end)),
    backup: (target) => backUpFrom(file, reading, target),
    async close() {
      await queue?.end()
      snapshots.close()
      // Kysely closes only what it has used, so the connections are closed directly.
      opened.dispose()
    },
  }
}

async function backUpFrom(file: string, reading: DatabaseSync, target: string): Promise<void> {
  if (file === IN_MEMORY) return backUp(reading, target)
  using source = connect(file, 'read')
  await backUp(source, target)
}
