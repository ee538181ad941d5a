import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Store } from '../records/ports/store.ts'
import type { Settings } from '../settings/settings.ts'
import { StoreError } from './store-error.ts'

/** A store where it is kept. What fails is a StoreError with a remedy. */
interface StorePlace {
  /** Opens it off the calling thread, and makes it where it is missing. One opening at a time may be `exclusive`; another such is refused as `in-use`. */
  open(options?: { readonly exclusive?: boolean }): Promise<Store>
  /**
   * Opens what is there, for one command: to read it beside a bot that runs, or exclusively, to change it while none does. Where nothing was kept yet it is refused as
   * `missing`, never made: a backup from the wrong directory would be an empty file that nobody looks into before it is needed.
   */
  openKept(access: 'readOnly' | 'exclusive'): Promise<Store>
  /** Gives what looks whether an open store still works on its own files: null while all is well, else StoreError `lost`. Call it once the store is open. */
  watch(): Promise<() => StoreError | null>
}

/** The file of a store in its directory. */
export const storeFile = (directory: string): string => join(directory, 'dragoman.sqlite')

/** SQL takes a tenth of a second to load: only when somebody asks. */
const sqlitePlace = (file: string): StorePlace => ({
  async open(options) {
    const { openStoreInThreads } = await import('./sqlite/open-store-in-threads.ts')
    return openStoreInThreads(file, options)
  },
  async openKept(access) {
    if (!existsSync(file))
      throw new StoreError(
        'missing',
        `Nothing is kept at ${file}. Name the bot’s data directory in DRAGOMAN_DATA.`,
      )
    const { openSqliteStore } = await import('./sqlite/open-sqlite-store.ts')
    return openSqliteStore(file, { [access]: true })
  },
  async watch() {
    const { watchStoreFiles } = await import('./sqlite/store-files.ts')
    return watchStoreFiles(file)
  },
})

/** What keeps stores, by the scheme of their addresses; it is given what stands behind the colon. */
const ENGINES = new Map<string, (place: string) => StorePlace>([
  [
    'file',
    (place) => sqlitePlace(storeFile(place.startsWith('//') ? fileURLToPath(`file:${place}`) : place)),
  ],
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
 * The store at an address: `file:DIRECTORY`, or the directory alone; `memory:`.
 * @throws StoreError `unknown-engine` where nothing of ours keeps stores of its scheme
 */
export function storeAt(address: string): StorePlace {
  const { scheme, place } = parts(address)
  const engine = ENGINES.get(scheme)
  if (engine !== undefined) return engine(place)
  // What stands behind the scheme may hold a password.
  throw new StoreError(
    'unknown-engine',
    `No store of ours is kept at an address that begins with ${scheme}:. Write file: and a directory in DRAGOMAN_STORE, or leave it out.`,
  )
}
