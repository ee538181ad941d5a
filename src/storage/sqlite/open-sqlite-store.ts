import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { Store } from '../../records/ports/store.ts'
import { StoreError } from '../store-error.ts'
import { backUp } from './back-up.ts'
import { connect, kyselyOn, openSnapshots } from './connection.ts'
import { createWriteQueue, type Write } from './create-write-queue.ts'
import type { Db, Query } from './db.ts'
import { explainError } from './explain-error.ts'
import { migrate, refuseForeignFile, refuseOlderSchema } from './migrate.ts'
import { forgetChange, keepChange, keptChanges } from './queries/changes.ts'
import { correct, outdatedPosts } from './queries/corrections.ts'
import { decide, decideAll, ledgers } from './queries/decisions.ts'
import {
  acceptAccount,
  destinations,
  loseDestination,
  refusedAccounts,
  rejections,
  resumeDestination,
} from './queries/health.ts'
import { pruneHandles } from './queries/handles.ts'
import { keepRead } from './queries/keep-read.ts'
import { boundSource, pruneArticles } from './queries/let-go-articles.ts'
import {
  deliveries,
  keepParts,
  leaseDue,
  messages,
  readOutgoing,
  releaseLeases,
  settle,
} from './queries/outbox.ts'
import { forget, recall, recallAll, recordEvent, remember } from './queries/platform-texts.ts'
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
import { printedLines } from './queries/printed-lines.ts'
import { dueNotices, tellNotice } from './queries/tell-notice.ts'
import { undeliveredStories, storyDeliveries, toldBySubscription } from './queries/story-deliveries.ts'
import { keepAnswered, told, toldStates } from './queries/told-states.ts'
import {
  forgetLeftWorkspace,
  forgetWorkspace,
  leaveWorkspace,
  moveChannel,
  pauseSubscriptionsOf,
  returnToWorkspace,
} from './queries/workspaces.ts'
import { storiesAbout, storiesSaying } from './search/find-stories.ts'
import { search } from './search/search-articles.ts'
import { tidySearch } from './search/search-index.ts'
import { closeDirectory, closeFiles, lockFile, makeDirectory, makePrivateFile } from './store-files.ts'

/** Methods of the store by what answers them. */
type Queries = { readonly [Method in keyof Store]: Query<Method> }

/** What only reads. */
const READS = {
  articleByUrl,
  counts,
  deliveries,
  destinations,
  dueNotices,
  feedStates,
  keptChanges,
  keptPerSource,
  knownVersions,
  ledgers,
  messages,
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
  decide,
  decideAll,
  forget,
  forgetLeftWorkspace,
  forgetWorkspace,
  keepAnswered,
  keepPreferences,
  keepRead,
  keepSubscription,
  leaveWorkspace,
  loseDestination,
  moveChannel,
  muteStory,
  pauseSubscriptionsOf,
  keepChange,
  forgetChange,
  pruneArticles,
  pruneDecided,
  pruneHandles,
  recordEvent,
  remember,
  resumeDestination,
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
  const { writing, reading, opened } = await openConnections(file, readOnly, options.exclusive ?? false)
  const reader = kyselyOn(reading, file)
  const writer = writing === null ? null : writing === reading ? reader : kyselyOn(writing, file)
  const queue = writer === null ? null : createWriteQueue(writer)
  const sender = randomUUID()
  // Nobody else is sending: whoever had leased a row has ended.
  if (options.exclusive === true) await queue?.write(releaseLeases)
  const snapshots = openSnapshots(file)
  // Waits for its turn behind the changes asked for before: reads see what was written.
  const write = <T>(change: Write<T>): Promise<T> =>
    queue?.write(change) ??
    Promise.reject(
      new StoreError('read-only', `${file} was opened for reading only. Open it without readOnly to write.`),
    )
  // In memory there is one connection: a turn among the writes keeps them out meanwhile.
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
      // Kysely closes only what it has used, so it is not asked.
      opened.dispose()
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

/**
 * `writing` is null when only reading; `reading` stands apart from it, so that reads go on while a large read is being written, save for `:memory:`. `opened` closes
 * both, the writing one last, as it moves the log into the file; then it gives up the exclusive hold, if there is one.
 */
async function openConnections(file: string, readOnly: boolean, exclusive: boolean) {
  using opening = new DisposableStack()
  const open = (access: 'read' | 'write') => opening.use(connect(file, access))
  try {
    if (readOnly) {
      if (!existsSync(file))
        throw new StoreError('missing', `There is no ${file} yet. Start Dragoman once to make it.`)
      const reading = open('read')
      refuseForeignFile(reading, file)
      refuseOlderSchema(reading, file)
      return { writing: null, reading, opened: opening.move() }
    }
    if (file !== IN_MEMORY) await makePlace(file)
    if (exclusive && file !== IN_MEMORY) opening.defer(lockFile(file))
    const writing = open('write')
    migrate(writing, file)
    // SQLite waits for another writer by blocking the thread; from here on the queue of writes waits by itself.
    writing.exec('pragma busy_timeout = 0')
    opening.defer(() => emptyLog(writing))
    const reading = file === IN_MEMORY ? writing : open('read')
    return { writing, reading, opened: opening.move() }
  } catch (error) {
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
  using source = connect(file, 'read')
  await backUp(source, target)
}
