import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { boundSource } from './queries/bound-source.ts'
import { correct, readOutdatedPosts } from './queries/corrections.ts'
import { decideAll, readLedgers } from './queries/decisions.ts'
import { readDestinations, resumeDestination } from './queries/destinations.ts'
import { keepRead } from './queries/keep-read.ts'
import { claimDue, keepParts, readDeliveries, readOutgoing, releaseLeases, settle } from './queries/outbox.ts'
import { acceptAccount, readRefusedAccounts } from './queries/accounts.ts'
import { loseDestination } from './queries/lose-destination.ts'
import {
  readArticleByUrl,
  readKnownVersions,
  readPlacedArticles,
  readVersions,
} from './queries/read-articles.ts'
import { keepAnswered } from './queries/answered.ts'
import { pruneArticles } from './queries/prune-articles.ts'
import { pruneDecided } from './queries/prune-decided.ts'
import { readQuietHours } from './queries/quiet-hours.ts'
import { readCounts, readFeedStates, readKeptPerSource } from './queries/read-counts.ts'
import { readStories, readStoryHeads } from './queries/read-stories.ts'
import { readOwnTellings, readTellings } from './queries/read-tellings.ts'
import { readOwedStories } from './queries/read-owed-stories.ts'
import { readToldStates } from './queries/read-told-states.ts'
import { readRejections } from './queries/rejections.ts'
import {
  addSubscription,
  changeSubscription,
  keepPreferences,
  keepSubscription,
  muteStory,
  readMuted,
  readPreferences,
  readSubscriptions,
} from './queries/subscriptions.ts'
import {
  forgetPlatformText,
  hear,
  keepPlatformText,
  readPlatformText,
  readPlatformTexts,
} from './queries/platform-texts.ts'
import { forgetLeftWorkspace, leaveWorkspace, returnToWorkspace } from './queries/left-workspaces.ts'
import { moveChannel } from './queries/move-channel.ts'
import { readDueNotices, tellNotice } from './queries/tell-notice.ts'
import { forgetWorkspace, pauseSubscriptionsOf, resumeSubscriptionsOf } from './queries/workspaces.ts'
import type { Store } from '../../records/ports/store.ts'
import { StoreError } from '../store-error.ts'
import { backUp } from './back-up.ts'
import { connect, waitElsewhere } from './connect.ts'
import { createWriteQueue } from './create-write-queue.ts'
import type { Write } from './create-write-queue.ts'
import { explainError } from './explain-error.ts'
import { indexArticle, unindexArticle } from './index-article.ts'
import { closeDirectory, closeFiles, makePrivateFile } from './keep-private.ts'
import { kyselyOn } from './kysely-on.ts'
import { lockFile } from './lock-file.ts'
import { makeDirectory } from './make-directory.ts'
import { mergeWords } from './merge-words.ts'
import { migrate, refuseForeignFile, refuseOlderSchema } from './migrate.ts'
import { openSnapshots } from './open-snapshots.ts'
import { searchArticles } from './search-articles.ts'
import { storiesAbout } from './stories-about.ts'
import { storiesSaying } from './stories-saying.ts'

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
    feedStates: () => readFeedStates(reader),
    knownVersions: (ids) => readKnownVersions(reader, ids),
    keepRead: (read) =>
      write((db) => keepRead(db, read, (row, article, source) => indexArticle(db, row, article, source))),
    placedArticles: (since) => readPlacedArticles(reader, since),
    storyHeads: ({ about = {}, ...window }) =>
      snapshot(async (db) => readStoryHeads(db, window, await storiesAbout(db, about, window.from))),
    stories: (ids) => readStories(reader, ids),
    versions: (articleId) => readVersions(reader, articleId),
    articleByUrl: (url) => readArticleByUrl(reader, url),
    search: (query) => searchArticles(reader, query),
    counts: async () => ({ ...(await readCounts(reader)), bytes: sizeOf(reading) }),
    keptPerSource: () => readKeptPerSource(reader),
    told: async (destination) =>
      (await readToldStates(reader, [destination], 0)).get(destination) ?? new Map(),
    tellings: (storyId, subscriptions) => readTellings(reader, storyId, subscriptions),
    toldStates: (destinations, since) => readToldStates(reader, destinations, since),
    owedStories: (destinations, since) => readOwedStories(reader, destinations, since),
    ledgers: (subscriptions, since) => readLedgers(reader, subscriptions, since),
    tellingsBy: (subscription, since) => readOwnTellings(reader, subscription, since),
    decide: async (decision) => (await write((db) => decideAll(db, [decision])))[0] ?? false,
    decideAll: (decisions) => write((db) => decideAll(db, decisions)),
    async claim(claim) {
      return readOutgoing(reader, await write((db) => claimDue(db, claim, sender)))
    },
    keepParts: (id, parts) => write((db) => keepParts(db, id, parts, sender)),
    deliveries: (since) => readDeliveries(reader, since),
    settle: (id, at, outcome) => write((db) => settle(db, id, at, outcome, sender)),
    destinations: () => readDestinations(reader),
    resumeDestination: (destination) => write((db) => resumeDestination(db, destination)),
    refusedAccounts: () => readRefusedAccounts(reader),
    acceptAccount: (account, at, notices) => write((db) => acceptAccount(db, account, at, notices)),
    loseDestination: (destination, at, lost) => write((db) => loseDestination(db, destination, at, lost)),
    dueNotices: (now) => readDueNotices(reader, now),
    tellNotice: (told) => write((db) => tellNotice(db, told)),
    rejections: (since) => readRejections(reader, since),
    outdatedPosts: (changedSince, decidedSince) => readOutdatedPosts(reader, changedSince, decidedSince),
    correct: (correction) => write((db) => correct(db, correction)),
    subscriptions: (filter) => readSubscriptions(reader, filter),
    addSubscription: (subscription) => write((db) => addSubscription(db, subscription)),
    keepSubscription: (subscription) => write((db) => keepSubscription(db, subscription)),
    changeSubscription: (before, after) => write((db) => changeSubscription(db, before, after)),
    preferences: (of) => readPreferences(reader, of),
    keepPreferences: (of, preferences) => write((db) => keepPreferences(db, of, preferences)),
    quietHours: () => readQuietHours(reader),
    muted: () => readMuted(reader),
    muteStory: (destination, story, at) => write((db) => muteStory(db, destination, story, at)),
    unmuteStory: (destination, story) => write((db) => muteStory(db, destination, story, null)),
    keepAnswered: (destination, by, told) => write((db) => keepAnswered(db, destination, by, told)),
    storiesSaying: (expression, window) => storiesSaying(reader, expression, window),
    recall: (name) => readPlatformText(reader, name),
    recallAll: (name) => readPlatformTexts(reader, name),
    remember: (name, text) => write((db) => keepPlatformText(db, name, text)),
    forget: (name) => write((db) => forgetPlatformText(db, name)),
    hear: (platform, event, at) => write((db) => hear(db, platform, event, at)),
    pauseSubscriptionsOf: (place, at) => write((db) => pauseSubscriptionsOf(db, place, at)),
    resumeSubscriptionsOf: (place, restedAt, at) =>
      write((db) => resumeSubscriptionsOf(db, place, restedAt, at)),
    moveChannel: (place, to) => write((db) => moveChannel(db, place, to)),
    leaveWorkspace: (place, at) => write((db) => leaveWorkspace(db, place, at)),
    returnToWorkspace: (place, installedAt, at) =>
      write((db) => returnToWorkspace(db, place, installedAt, at)),
    forgetWorkspace: (place) => write((db) => forgetWorkspace(db, place)),
    forgetLeftWorkspace: (before) => write((db) => forgetLeftWorkspace(db, before)),
    pruneArticles: (before) => write((db) => pruneArticles(db, before, (row) => unindexArticle(db, row))),
    boundSource: (sourceId, bounds) =>
      write((db) => boundSource(db, sourceId, bounds, (row) => unindexArticle(db, row))),
    tidySearch: () => write(mergeWords),
    pruneDecided: (before) => write((db) => pruneDecided(db, before)),
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

function sizeOf(database: DatabaseSync): number {
  const size = database
    .prepare('select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()')
    .get()
  return Number(size?.bytes)
}

function readOnlyError(file: string): StoreError {
  return new StoreError(
    'read-only',
    `${file} was opened for reading only. Open it without readOnly to write.`,
  )
}
