import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { Store } from '../../records/ports/store.ts'
import { StoreError } from '../store-error.ts'
import { backUp } from './back-up.ts'
import { connect, kyselyOn, openSnapshots, waitElsewhere } from './connection.ts'
import { createWriteQueue, type Write } from './create-write-queue.ts'
import type { Db } from './db.ts'
import { explainError } from './explain-error.ts'
import { migrate, refuseForeignFile, refuseOlderSchema } from './migrate.ts'
import { correct, outdatedPosts } from './queries/corrections.ts'
import { decideAll, ledgers } from './queries/decisions.ts'
import {
  acceptAccount,
  destinations,
  loseDestination,
  refusedAccounts,
  rejections,
  resumeDestination,
} from './queries/health.ts'
import { keepRead } from './queries/keep-read.ts'
import { boundSource, pruneArticles } from './queries/let-go-articles.ts'
import { deliveries, keepParts, leaseDue, readOutgoing, releaseLeases, settle } from './queries/outbox.ts'
import { forget, moveChannel, recall, recallAll, recordEvent, remember } from './queries/platform-texts.ts'
import { pruneDecided } from './queries/prune-decided.ts'
import {
  articleByUrl,
  counts,
  feedStates,
  keptPerSource,
  knownVersions,
  placedArticles,
  versions,
} from './queries/read-articles.ts'
import { readStoryHeads, stories } from './queries/read-stories.ts'
import {
  addSubscription,
  changeSubscription,
  keepPreferences,
  keepSubscription,
  muted,
  muteStory,
  preferences,
  quietHours,
  subscriptions,
  unmuteStory,
} from './queries/subscriptions.ts'
import { keepPrintedLines, printedLines } from './queries/printed-lines.ts'
import { dueNotices, tellNotice } from './queries/tell-notice.ts'
import { undeliveredStories, storyDeliveries, toldBySubscription } from './queries/story-deliveries.ts'
import { keepAnswered, told, toldStates } from './queries/told-states.ts'
import {
  forgetLeftWorkspace,
  forgetWorkspace,
  leaveWorkspace,
  pauseSubscriptionsOf,
  resumeSubscriptionsOf,
  returnToWorkspace,
} from './queries/workspaces.ts'
import { storiesAbout, storiesSaying } from './search/find-stories.ts'
import { search } from './search/search-articles.ts'
import { tidySearch } from './search/search-index.ts'
import { closeDirectory, closeFiles, lockFile, makeDirectory, makePrivateFile } from './store-files.ts'

/** Methods of the store by what answers them: each is asked on the tables. */
type Queries = {
  readonly [M in keyof Store]: (db: Db, ...args: Parameters<Store[M]>) => ReturnType<Store[M]>
}

/** What only reads. */
const READS = {
  articleByUrl,
  counts,
  deliveries,
  destinations,
  dueNotices,
  feedStates,
  keptPerSource,
  knownVersions,
  ledgers,
  muted,
  outdatedPosts,
  undeliveredStories,
  placedArticles,
  preferences,
  printedLines,
  quietHours,
  recall,
  recallAll,
  refusedAccounts,
  rejections,
  search,
  stories,
  storiesSaying,
  subscriptions,
  storyDeliveries,
  toldBySubscription,
  told,
  toldStates,
  versions,
} satisfies Partial<Queries>

/** What changes something: each call is a transaction. */
const WRITES = {
  acceptAccount,
  addSubscription,
  boundSource,
  changeSubscription,
  correct,
  decide: async (db, decision) => (await decideAll(db, [decision]))[0] ?? false,
  decideAll,
  forget,
  forgetLeftWorkspace,
  forgetWorkspace,
  keepAnswered,
  keepPreferences,
  keepPrintedLines,
  keepRead,
  keepSubscription,
  leaveWorkspace,
  loseDestination,
  moveChannel,
  muteStory,
  pauseSubscriptionsOf,
  pruneArticles,
  pruneDecided,
  recordEvent,
  remember,
  resumeDestination,
  resumeSubscriptionsOf,
  returnToWorkspace,
  tellNotice,
  tidySearch,
  unmuteStory,
} satisfies Partial<Queries>

/** Methods that no write has to wait for: a second thread may answer them (`openStoreInThreads`). */
export const READING: readonly string[] = [...Object.keys(READS), 'storyHeads', 'backup']

export interface SqliteStoreOptions {
  /** Only reads, beside a bot that writes: for a worker thread or another command. The file must exist. */
  readonly readOnly?: boolean
  /** For the bot itself: only one opening of the file may be exclusive at a time. Others may read and write beside it. */
  readonly exclusive?: boolean
}

/**
 * Opens the store in one file (`:memory:` for one that is gone with `close`), makes it and its directory when they are missing,
 * and brings an older schema up to date. All work is done on the calling thread in short pieces.
 * @throws StoreError with a remedy: `newer-schema`, `not-ours`, `not-a-database`, `read-only`, `missing`, …
 */
export async function openSqliteStore(file: string, options: SqliteStoreOptions = {}): Promise<Store> {
  const readOnly = options.readOnly ?? false
  const { writing, reading, release } = await openConnections(file, readOnly, options.exclusive ?? false)
  const reader = kyselyOn(reading, file)
  const writer = writing === null ? null : writing === reading ? reader : kyselyOn(writing, file)
  const queue = writer === null ? null : createWriteQueue(writer)
  const sender = randomUUID()
  // Nobody else is sending: whoever had leased a row has ended.
  if (options.exclusive === true) await queue?.write(releaseLeases)
  const snapshots = openSnapshots(file)
  // Waits for its turn behind the changes asked for before: reads see what was written.
  const write = <T>(change: Write<T>): Promise<T> =>
    queue === null ? Promise.reject(readOnlyError(file)) : queue.write(change)
  // In memory there is one connection: a turn among the writes keeps them out meanwhile.
  const snapshot = <T>(work: Write<T>): Promise<T> =>
    file === IN_MEMORY ? write(work) : snapshots.read(work)

  return {
    ...asMethods(READS, (question) => question(reader)),
    ...asMethods(WRITES, write),
    storyHeads: ({ about = {}, ...window }) =>
      snapshot(async (db) => readStoryHeads(db, window, await storiesAbout(db, about, window.from))),
    claim: async (claim) => readOutgoing(reader, await write((db) => leaseDue(db, claim, sender))),
    keepParts: (id, parts) => write((db) => keepParts(db, id, parts, sender)),
    settle: (id, at, outcome) => write((db) => settle(db, id, at, outcome, sender)),
    backup: (target) => backUpFrom(file, reading, target),
    async close() {
      await queue?.end()
      snapshots.close()
      // The writing one last: it moves the log into the file. Kysely closes only what it has used, so it is not asked.
      if (reading !== writing && reading.isOpen) reading.close()
      if (writing?.isOpen === true) {
        emptyLog(writing)
        writing.close()
      }
      release?.()
    },
  }
}

type Ask = <T>(question: (db: Db) => Promise<T>) => Promise<T>

/** Queries as methods of the store: `ask` says on which connection, and when. */
function asMethods<Some extends Partial<Queries>>(
  queries: Some,
  ask: Ask,
): Pick<Store, Extract<keyof Some, keyof Store>>
function asMethods(queries: Partial<Queries>, ask: Ask): object {
  const methods = Object.entries(queries).map(([name, query]) => [
    name,
    (...args: readonly unknown[]) => ask((db) => Reflect.apply(query, undefined, [db, ...args])),
  ])
  return Object.fromEntries(methods)
}

interface Connections {
  /** Null when only reading. */
  readonly writing: DatabaseSync | null
  /** Apart from `writing`, so that reads go on while a large read is being written; the same for `:memory:`. */
  readonly reading: DatabaseSync
  /** Gives up the exclusive hold, if there is one. */
  readonly release: (() => void) | null
}

async function openConnections(file: string, readOnly: boolean, exclusive: boolean): Promise<Connections> {
  const opened: DatabaseSync[] = []
  let release: (() => void) | null = null
  const open = (access: 'read' | 'write') => {
    const database = connect(file, access)
    opened.push(database)
    return database
  }
  try {
    if (readOnly) {
      if (!existsSync(file))
        throw new StoreError('missing', `There is no ${file} yet. Start Dragoman once to make it.`)
      const reading = open('read')
      refuseForeignFile(reading, file)
      refuseOlderSchema(reading, file)
      return { writing: null, reading, release }
    }
    if (file !== IN_MEMORY) await makePlace(file)
    if (exclusive && file !== IN_MEMORY) release = lockFile(file)
    const writing = open('write')
    migrate(writing, file)
    waitElsewhere(writing)
    return { writing, reading: file === IN_MEMORY ? writing : open('read'), release }
  } catch (error) {
    for (const database of opened) database.close()
    release?.()
    throw explainError(error, file)
  }
}

/**
 * Moves the log into its own file. SQLite does so when it closes, but not where another file has taken the name
 * meanwhile: this one would lack what was kept last, and the other would be read with a log that is not its own.
 */
function emptyLog(database: DatabaseSync): void {
  try {
    database.exec('pragma wal_checkpoint(truncate)')
  } catch {
    // A full disk, or a damaged file: whoever opens it next reads its log, or says what is wrong.
  }
}

const IN_MEMORY = ':memory:'

/** The directory and the empty file, and nobody's but their owner's, like what stands there already. */
async function makePlace(file: string): Promise<void> {
  const directory = path.dirname(file)
  await makeDirectory(directory)
  closeDirectory(directory)
  makePrivateFile(file)
  closeFiles([file, `${file}-wal`, `${file}-shm`, `${file}.lock`])
}

async function backUpFrom(file: string, reading: DatabaseSync, target: string): Promise<void> {
  if (file === IN_MEMORY) return backUp(reading, target)
  const source = connect(file, 'read')
  try {
    await backUp(source, target)
  } finally {
    source.close()
  }
}

function readOnlyError(file: string): StoreError {
  return new StoreError(
    'read-only',
    `${file} was opened for reading only. Open it without readOnly to write.`,
  )
}
