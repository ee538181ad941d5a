import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SharedWork } from '../records/ports/shared-work.ts'
import type { Store } from '../records/ports/store.ts'
import type { OpenTables } from './open-tables.ts'
import type { Settings } from '../settings/settings.ts'
import { StoreError } from './store-error.ts'

/** A store where it is kept. What fails is a StoreError with a remedy. */
interface StorePlace {
  /** What people call it: a file, or a server without its password. */
  name(): Promise<string>
  /** Opens it off the calling thread, and makes it where it is missing. One opening at a time may be `exclusive`; another such is refused as `in-use`. */
  open(options?: { readonly exclusive?: boolean }): Promise<Store>
  /**
   * Opens what is there, for one command: to read it beside a bot that runs, to change something that the bot asks for each time (`beside`), or exclusively, to change
   * it while none does. Where nothing was kept yet it is refused as
   * `missing`, never made: a backup from the wrong directory would be an empty file that nobody looks into before it is needed.
   */
  openKept(access: 'readOnly' | 'beside' | 'exclusive'): Promise<Store>
  /** Opens it for one of several processes that share it; absent where one process has it alone. Refused as `in-use` while one has. */
  openShared?(): Promise<SharedStore>
  /** Its tables, for whoever moves all of them; exclusive. Where nothing was kept yet they are made, unless they are `kept`: then it is refused as `missing`. */
  openTables(options?: { readonly kept?: boolean }): Promise<OpenTables>
  /** Gives what looks whether an open store still works on its own files: null while all is well, else StoreError `lost`. Call it once the store is open. */
  watch(): Promise<() => StoreError | null>
}

/** A store that other processes have open, too, and what they do for one another. */
interface SharedStore {
  readonly store: Store
  readonly shared: SharedWork
  /** Of the server, for what else keeps its tables there. Holds a password. */
  readonly url: string
  /** StoreError where the store is not shared any more as it was opened; null while all is well. */
  lost(): StoreError | null
}

/** The file of a store in its directory. */
export const storeFile = (directory: string): string => join(directory, 'dragoman.sqlite')

const nothingKept = (file: string): StoreError =>
  new StoreError('missing', `Nothing is kept at ${file}. Name the bot’s data directory in DRAGOMAN_DATA.`)

/** SQL takes a tenth of a second to load: only when somebody asks. */
const sqlitePlace = (file: string): StorePlace => ({
  name: async () => file,
  async open(options) {
    const { openStoreInThreads } = await import('./sqlite/open-store-in-threads.ts')
    return openStoreInThreads(file, options)
  },
  async openKept(access) {
    if (!existsSync(file)) throw nothingKept(file)
    const { openSqliteStore } = await import('./sqlite/open-sqlite-store.ts')
    return openSqliteStore(file, access === 'beside' ? {} : { [access]: true })
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

/** Of stores that are open, by address: what tells whether each still is what it was opened as. */
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
  return {
    async name() {
      const { readAddress } = await import('./postgres/server-address.ts')
      return readAddress(url).shown
    },
    open: (options = {}) => open(options),
    openKept: (access) => open({ ...(access !== 'beside' && { [access]: true }), kept: true }),
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

/** What keeps stores, by the scheme of their addresses; it is given what stands behind the colon. */
const ENGINES = new Map<string, (place: string) => StorePlace>([
  [
    'file',
    (place) => sqlitePlace(storeFile(place.startsWith('//') ? fileURLToPath(`file:${place}`) : place)),
  ],
  ['postgres', (place) => postgresPlace(`postgres:${place}`)],
  ['postgresql', (place) => postgresPlace(`postgres:${place}`)],
  // Gone when it is closed.
  ['memory', () => sqlitePlace(':memory:')],
])

/** A scheme has two letters at least: one is a drive. */
const ADDRESS = /^(?:(?<scheme>[a-z][a-z0-9+.-]+):)?(?<place>.*)$/su

const parts = (address: string) => {
  const { scheme = 'file', place = '' } = ADDRESS.exec(address)?.groups ?? {}
  return { scheme, place }
}

/** Whether anything of ours keeps stores at such an address. */
export const isStoreAddress = (address: string): boolean => ENGINES.has(parts(address).scheme)

/** The store that these settings name. @throws StoreError as `storeAt` */
export const storeOf = ({ store, dataDirectory }: Pick<Settings, 'store' | 'dataDirectory'>): StorePlace =>
  // A directory may have a colon in its name.
  store === null ? sqlitePlace(storeFile(dataDirectory)) : storeAt(store)

/**
 * The store at an address: `file:DIRECTORY`, or the directory alone; `postgres://…`; `memory:`.
 * @throws StoreError `unknown-engine` where nothing of ours keeps stores of its scheme
 */
export function storeAt(address: string): StorePlace {
  const { scheme, place } = parts(address)
  const engine = ENGINES.get(scheme)
  if (engine !== undefined) return engine(place)
  // What stands behind the scheme may hold a password.
  throw new StoreError(
    'unknown-engine',
    `No store of ours is kept at an address that begins with ${scheme}:. ` +
      'Write file: and a directory in DRAGOMAN_STORE, or postgres:// and a server, or leave it out.',
  )
}
