import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SharedWork } from '../records/ports/shared-work.ts'
import type { Store } from '../records/ports/store.ts'
import type { OpenTables } from './open-tables.ts'
import type { Settings } from '../settings/settings.ts'
import { StoreError } from './store-error.ts'

/** Where a store is kept, and how to open it. Failures are StoreErrors with a remedy. */
interface StorePlace {
  /** Name for people: a file, or a server without its password. */
  name(): Promise<string>
  /**
   * The same for every way to write the address of one store: relative or absolute, through a symbolic link,
   * with another password. Aliases of a server are not recognised.
   */
  identity(): Promise<string>
  /**
   * Opens the store outside the calling thread, creating it if missing. Only one opening at a time may be
   * `exclusive`; a second one is refused as `in-use`. `here` opens it in the calling thread, if the engine
   * runs in our process: half a second less work at the start, for short runs where nobody waits meanwhile.
   */
  open(options?: { readonly exclusive?: boolean; readonly here?: boolean }): Promise<Store>
  /**
   * Opens an existing store for one command: to read beside a running bot, to change something that the bot
   * asks for each time (`beside`), or exclusively, to write while no bot runs. Refused as `missing` if there
   * is none, never created: otherwise a backup from the wrong directory would be an empty file that nobody
   * notices until it is needed.
   */
  openKept(access: 'readOnly' | 'beside' | 'exclusive'): Promise<Store & AsyncDisposable>
  /**
   * Opens the store for one of several processes that share it; absent if the engine cannot be shared.
   * Refused as `in-use` while one process has it exclusively.
   */
  openShared?(): Promise<SharedStore>
  /**
   * Opens the tables exclusively, for moving a whole store. Creates them if missing, unless `kept`: then a
   * missing store is refused as `missing`.
   */
  openTables(options?: { readonly kept?: boolean }): Promise<OpenTables>
  /**
   * Returns a check whether an open store still works on its own files: null if so, else StoreError `lost`.
   * Call `watch` once the store is open.
   */
  watch(): Promise<() => StoreError | null>
}

/** A store that several processes have open, and how they coordinate. */
interface SharedStore {
  readonly store: Store
  readonly shared: SharedWork
  /** Address of the server, for others that keep tables there. It contains a password. */
  readonly url: string
  /** StoreError if the store is no longer shared as it was opened; null while all is well. */
  lost(): StoreError | null
}

export const storeFile = (directory: string): string => join(directory, 'dragoman.sqlite')

const nothingKept = (file: string): StoreError =>
  new StoreError('missing', `Nothing is kept at ${file}. Name the bot’s data directory in DRAGOMAN_DATA.`)

/** For `await using`. */
const disposable = (store: Store): Store & AsyncDisposable => ({
  ...store,
  [Symbol.asyncDispose]: () => store.close(),
})

/** SQLite is loaded only on demand: SQL takes a tenth of a second to load. */
const sqlitePlace = (file: string): StorePlace => ({
  name: async () => file,
  async identity() {
    const { truePath } = await import('./sqlite/store-files.ts')
    return truePath(file)
  },
  async open({ exclusive = false, here = false } = {}) {
    if (here) {
      const { openSqliteStore } = await import('./sqlite/open-sqlite-store.ts')
      return openSqliteStore(file, { exclusive })
    }
    const { openStoreInThreads } = await import('./sqlite/open-store-in-threads.ts')
    return openStoreInThreads(file, { exclusive })
  },
  async openKept(access) {
    if (!existsSync(file)) throw nothingKept(file)
    const { openSqliteStore } = await import('./sqlite/open-sqlite-store.ts')
    return disposable(await openSqliteStore(file, access === 'beside' ? {} : { [access]: true }))
  },
  async openTables({ kept = false } = {}) {
    if (kept && !existsSync(file)) throw nothingKept(file)
    const { openSqliteTables } = await import('./sqlite/open-connections.ts')
    return openSqliteTables(file)
  },
  async watch() {
    const { watchStoreFiles } = await import('./sqlite/store-files.ts')
    return watchStoreFiles(file)
  },
})

/** Checks of the servers opened exclusively, by address: whether they still are. */
const openServers = new Map<string, () => StoreError | null>()

const postgresPlace = (url: string): StorePlace => {
  const open = async (options: {
    readonly readOnly?: boolean
    readonly exclusive?: boolean
    readonly kept?: boolean
  }) => {
    const { openPostgresStore } = await import('./postgres/open-postgres-store.ts')
    const opened = await openPostgresStore(url, options)
    if (options.exclusive === true) openServers.set(url, () => opened.lost())
    return opened.store
  }
  const name = async (): Promise<string> => {
    const { readAddress } = await import('./postgres/server-address.ts')
    return readAddress(url).shown
  }
  return {
    name,
    identity: name,
    open: ({ exclusive = false } = {}) => open({ exclusive }),
    openKept: async (access) =>
      disposable(await open({ ...(access !== 'beside' && { [access]: true }), kept: true })),
    async openShared() {
      const { openPostgresStore } = await import('./postgres/open-postgres-store.ts')
      return { ...(await openPostgresStore(url, { shared: true })), url }
    },
    async openTables({ kept = false } = {}) {
      const { openPostgresTables } = await import('./postgres/open-postgres-store.ts')
      return openPostgresTables(url, kept)
    },
    watch: async () => openServers.get(url) ?? (() => null),
  }
}

/** Engines by the scheme of their addresses. Each gets the part after the colon. */
const ENGINES = new Map<string, (place: string) => StorePlace>([
  [
    'file',
    (place) => sqlitePlace(storeFile(place.startsWith('//') ? fileURLToPath(`file:${place}`) : place)),
  ],
  ['postgres', (place) => postgresPlace(`postgres:${place}`)],
  ['postgresql', (place) => postgresPlace(`postgres:${place}`)],
  // Gone when closed.
  ['memory', () => sqlitePlace(':memory:')],
])

/** A scheme has at least two letters: a single one is a drive. */
const ADDRESS = /^(?:(?<scheme>[a-z][a-z0-9+.-]+):)?(?<place>.*)$/su

const parts = (address: string) => {
  const { scheme = 'file', place = '' } = ADDRESS.exec(address)?.groups ?? {}
  return { scheme, place }
}

/** Whether a store can be kept at such an address. */
export const isStoreAddress = (address: string): boolean => ENGINES.has(parts(address).scheme)

/** The store that the settings name. @throws StoreError as `storeAt` */
export const storeOf = ({ store, dataDirectory }: Pick<Settings, 'store' | 'dataDirectory'>): StorePlace =>
  // A directory may have a colon in its name.
  store === null ? sqlitePlace(storeFile(dataDirectory)) : storeAt(store)

/**
 * The store at an address: `file:DIRECTORY` or just the directory; `postgres://…`; `memory:`.
 * @throws StoreError `unknown-engine` if no engine has its scheme
 */
export function storeAt(address: string): StorePlace {
  const { scheme, place } = parts(address)
  const engine = ENGINES.get(scheme)
  if (engine !== undefined) return engine(place)
  // The part after the scheme may contain a password.
  throw new StoreError(
    'unknown-engine',
    `No store of ours is kept at an address that begins with ${scheme}:. ` +
      'Write file: and a directory in DRAGOMAN_STORE, or postgres:// and a server, or leave it out.',
  )
}
