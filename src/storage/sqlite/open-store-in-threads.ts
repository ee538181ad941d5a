import type { Store } from '../../records/ports/store.ts'
import { startStoreThread } from './start-store-thread.ts'

export interface StoreInThreadsOptions {
  /** For the bot itself: only one opening of the file may be exclusive at a time. Others may read and write beside it. */
  readonly exclusive?: boolean
}

/**
 * `openSqliteStore` off the calling thread, which answers people meanwhile: one thread writes, another one reads beside it, so that a
 * search waits neither for the disk nor behind what is being kept. A read asked for after a write was acknowledged sees it. Long
 * answers arrive in pieces. `:memory:` can belong to one thread only and is opened in this one.
 * @throws StoreError as `openSqliteStore` does; from any method `failed` when its thread ended, which is then replaced
 */
export async function openStoreInThreads(file: string, options: StoreInThreadsOptions = {}): Promise<Store> {
  if (file === ':memory:') {
    // Loaded here only when it is needed here: SQL takes a tenth of a second to load.
    const { openSqliteStore } = await import('./open-sqlite-store.ts')
    return openSqliteStore(file, options)
  }
  const threads = {
    writing: startStoreThread({ file, options }),
    // Starts meanwhile; it opens the file with its first call, when there is one with today's schema.
    reading: startStoreThread({ file, options: { readOnly: true } }),
  }
  const close = async () => {
    try {
      await threads.reading.close()
    } finally {
      // The writing one last: it then moves the log into the file.
      await threads.writing.close()
    }
  }
  try {
    await threads.writing.run({ method: 'open', args: [] })
  } catch (error) {
    await close()
    throw error
  }
  const methods = METHODS.map((method) => [
    method,
    (...args: readonly unknown[]) => threads[THREAD_OF[method]].run({ method, args }),
  ])
  return { ...Object.fromEntries(methods), close }
}

type Method = Exclude<keyof Store, 'close'>

/** Every method of the store and the thread that does it; the compiler misses none. */
const THREAD_OF: Readonly<Record<Method, 'writing' | 'reading'>> = {
  feedStates: 'reading',
  knownVersions: 'reading',
  keepRead: 'writing',
  placedArticles: 'reading',
  storyHeads: 'reading',
  stories: 'reading',
  versions: 'reading',
  articleByUrl: 'reading',
  search: 'reading',
  counts: 'reading',
  keptPerSource: 'reading',
  told: 'reading',
  tellings: 'reading',
  toldStates: 'reading',
  owedStories: 'reading',
  ledgers: 'reading',
  tellingsBy: 'reading',
  decide: 'writing',
  decideAll: 'writing',
  claim: 'writing',
  keepParts: 'writing',
  deliveries: 'reading',
  settle: 'writing',
  destinations: 'reading',
  resumeDestination: 'writing',
  refusedAccounts: 'reading',
  acceptAccount: 'writing',
  loseDestination: 'writing',
  dueNotices: 'reading',
  tellNotice: 'writing',
  rejections: 'reading',
  outdatedPosts: 'reading',
  correct: 'writing',
  subscriptions: 'reading',
  addSubscription: 'writing',
  keepSubscription: 'writing',
  changeSubscription: 'writing',
  preferences: 'reading',
  keepPreferences: 'writing',
  quietHours: 'reading',
  muted: 'reading',
  muteStory: 'writing',
  unmuteStory: 'writing',
  keepAnswered: 'writing',
  storiesSaying: 'reading',
  recall: 'reading',
  recallAll: 'reading',
  remember: 'writing',
  forget: 'writing',
  hear: 'writing',
  pauseSubscriptionsOf: 'writing',
  resumeSubscriptionsOf: 'writing',
  moveChannel: 'writing',
  leaveWorkspace: 'writing',
  returnToWorkspace: 'writing',
  forgetWorkspace: 'writing',
  forgetLeftWorkspace: 'writing',
  pruneDecided: 'writing',
  pruneArticles: 'writing',
  boundSource: 'writing',
  tidySearch: 'writing',
  backup: 'reading',
}

const METHODS = Object.keys(THREAD_OF).filter(isMethod)

function isMethod(name: string): name is Method {
  return name in THREAD_OF
}
