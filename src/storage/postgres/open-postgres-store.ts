import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Outcome } from '../../records/delivery.ts'
import type { SharedWork } from '../../records/ports/shared-work.ts'
import type { Store } from '../../records/ports/store.ts'
import { copyToFile } from '../copying/copy-to-file.ts'
import { refuseHalfMoved } from '../copying/move-store.ts'
import { createWriteQueue, type Write } from '../create-write-queue.ts'
import type { Db } from '../db.ts'
import { asMethods, READS, WRITES } from '../methods.ts'
import { keepParts, leaseDue, readOutgoing, releaseLeases, settle } from '../queries/outbox.ts'
import type { OpenTables } from '../open-tables.ts'
import { readStoryHeads } from '../queries/read-stories.ts'
import { storiesAbout } from '../search/find-stories.ts'
import { StoreError } from '../store-error.ts'
import { connect } from './connect.ts'
import { explainError } from './explain-error.ts'
import { type HeldLock, keepLock } from './hold-lock.ts'
import { migrate, refuseMissing, refuseOlderSchema } from './migrate.ts'
import { openSharedWork } from './open-shared-work.ts'
import { readAddress, type ServerAddress } from './server-address.ts'
import { transact, transactUnder } from './transact.ts'

export interface PostgresStoreOptions {
  /** Only reads, beside a bot that writes. The store must exist. */
  readonly readOnly?: boolean
  /**
   * For the bot itself: only one opening of the database may be exclusive at a time. Others may read and
   * write beside it.
   */
  readonly exclusive?: boolean
  /** For one of several bots that share the store. Refused while one bot has it exclusively. */
  readonly shared?: boolean
  /** The store must exist: a missing one is refused as `missing`, never created. */
  readonly kept?: boolean
}

/** An open store, and a check whether it still is as it was opened. */
export interface OpenedStore {
  readonly store: Store
  readonly shared: SharedWork
  /** StoreError `lost` if it was exclusive or shared and no longer is; null while all is well. */
  lost(): StoreError | null
}

/** Name of the lock of the process that has the store exclusively. */
const EXCLUSIVE_LOCK = 'bot'

/** Changes of articles and stories. One process makes them at a time. */
const ARCHIVE_CHANGES: ReadonlySet<string> = new Set([
  'keepRead',
  'keepSettled',
  'boundSource',
  'pruneArticles',
  'pruneHandles',
  'tidySearch',
])
/**
 * Changes that stay correct whatever else is decided or sent meanwhile. All others run alone on the tables of
 * what people asked for and were told.
 */
const CONCURRENT_CHANGES: ReadonlySet<string> = new Set([
  'decide',
  'decideAll',
  'keepAnswered',
  'keepLastAnswers',
  'keepLook',
  'recordEvent',
  'remember',
  'settleHubSubscription',
  'takeDueHubSubscriptions',
  'takeDuePages',
])

/**
 * Opens the store in a database (`postgres://…`), creates missing tables and migrates an older schema.
 * @throws StoreError with a remedy: `unavailable`, `login-refused`, `no-database`, `in-use`, `newer-schema`,
 * …
 */
export async function openPostgresStore(
  url: string,
  options: PostgresStoreOptions = {},
): Promise<OpenedStore> {
  const address = readAddress(url)
  const db = connect(address)
  let held: HeldLock | null = null
  const end = async (): Promise<void> => {
    await db.destroy()
    await held?.release()
  }
  const { readOnly = false, exclusive = false, shared = false, kept = false } = options
  try {
    // Reports at once if there is no server. One that restarts later is waited for.
    await sql`select 1`.execute(db)
    if (exclusive || shared) held = await keepLock(address, EXCLUSIVE_LOCK, { shared })
    await bringUp(db, address, { readOnly, kept })
    await refuseHalfMoved(db)
    if (exclusive) await refuseUnplaced(db, address)
  } catch (error) {
    await end()
    throw explainError(error, address)
  }

  const read = <T>(question: Write<T>): Promise<T> => transact(db, address, READING, question)
  const queues = {
    archive: createWriteQueue(transactUnder(db, address, 'archive')),
    beside: createWriteQueue(transactUnder(db, address, 'beside')),
    alone: createWriteQueue(transactUnder(db, address, 'alone')),
  }
  const write = <T>(lock: keyof typeof queues, change: Write<T>): Promise<T> =>
    readOnly
      ? Promise.reject(
          new StoreError(
            'read-only',
            `${address.shown} was opened for reading only. Open it without readOnly to write.`,
          ),
        )
      : queues[lock].write(change)
  const work = openSharedWork(db, address)
  const sender = randomUUID()
  // Nobody else is sending: whoever had leased a row has ended.
  if (exclusive) await write('alone', releaseLeases)
  const store: Store = {
    ...asMethods(READS, read),
    ...asMethods(WRITES, (change, method) => write(lockOf(method), change)),
    storyHeads: ({ about = {}, ...window }) =>
      read(async (one) => readStoryHeads(one, window, await storiesAbout(one, about, window.from))),
    async claim(claim) {
      const due = await write('beside', (one) => leaseDue(one, claim, sender))
      return read((one) => readOutgoing(one, due))
    },
    keepParts: (...part) => write('beside', (one) => keepParts(one, sender, ...part)),
    settle: (...end) => write(isFollowed(end[2]) ? 'alone' : 'beside', (one) => settle(one, sender, ...end)),
    backup: (file) => read((one) => copyToFile(one, file)),
    async close() {
      await Promise.all(Object.values(queues).map((queue) => queue.end()))
      await work.close()
      await end()
    },
  }
  return { store, shared: work, lost: () => held?.lost() ?? null }
}

async function bringUp(
  db: Db,
  address: ServerAddress,
  { readOnly, kept }: { readonly readOnly: boolean; readonly kept: boolean },
): Promise<void> {
  if (readOnly) return transact(db, address, READING, (one) => refuseOlderSchema(one, address))
  if (kept) await transact(db, address, READING, (one) => refuseMissing(one, address))
  await transact(db, address, MIGRATING, (one) => migrate(one, address))
}

/** Opens the tables in a database exclusively. @throws StoreError as `openPostgresStore` */
export async function openPostgresTables(url: string, kept = false): Promise<OpenTables> {
  const address = readAddress(url)
  const db = connect(address)
  try {
    await sql`select 1`.execute(db)
    const held = await keepLock(address, EXCLUSIVE_LOCK)
    await bringUp(db, address, { readOnly: false, kept })
    await refuseUnplaced(db, address)
    return {
      db,
      write: transactUnder(db, address, 'alone'),
      async close() {
        await db.destroy()
        await held.release()
      },
    }
  } catch (error) {
    await db.destroy()
    throw explainError(error, address)
  }
}

const READING = { isolation: 'repeatable read', access: 'read only' } as const
const MIGRATING = { isolation: 'read committed', lock: 'migrating', statementMs: 0 } as const

/**
 * A single process reads and places in one transaction. It would never see the reads that other processes
 * left unplaced.
 */
async function refuseUnplaced(db: Db, { shown }: ServerAddress): Promise<void> {
  const { rows } = await sql<{ reads: number }>`select count(*) as reads from unplaced`.execute(db)
  const reads = rows[0]?.reads ?? 0
  if (reads > 0)
    throw new StoreError(
      'unplaced',
      `In ${shown} reads of sources wait for an editor (${reads}). ` +
        'Let `dragoman start --role editor` run until none does; nothing is lost.',
    )
}

const lockOf = (method: string) =>
  ARCHIVE_CHANGES.has(method) ? 'archive' : CONCURRENT_CHANGES.has(method) ? 'beside' : 'alone'

/** Whether the end of a try changes more than its row and the health of its destination. */
const isFollowed = ({ health, refused, notices = [] }: Outcome): boolean =>
  health?.state === 'paused' || refused !== undefined || notices.length > 0
