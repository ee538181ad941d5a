import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Store } from '../records/ports/store.ts'
import type { StoreError } from './store-error.ts'

/** Name of the one file in the data directory. */
const STORE_FILE = 'dragoman.sqlite'

/** Where the store of a data directory stands. */
export const storeFile = (dataDirectory: string): string => join(dataDirectory, STORE_FILE)

/**
 * Opens the store of a bot off the calling thread, and makes it where it is missing; with null one in memory, gone with `close`.
 * @throws StoreError with a remedy, `in-use` where another bot has it and this one is to be `exclusive`
 */
export async function openStore(
  dataDirectory: string | null,
  options: { readonly exclusive?: boolean } = {},
): Promise<Store> {
  // SQL takes a tenth of a second to load: only here, when somebody asks.
  const { openStoreInThreads } = await import('./sqlite/open-store-in-threads.ts')
  return openStoreInThreads(dataDirectory === null ? ':memory:' : storeFile(dataDirectory), options)
}

/**
 * Opens a store that is there, for one command: to read it beside a bot that runs, or exclusively, to change it while none does. It is never made: a backup from
 * the wrong directory would be an empty file that nobody looks into before it is needed.
 * @throws when nothing was kept in the data directory yet; StoreError as `openStore`
 */
export async function openKeptStore(dataDirectory: string, access: 'readOnly' | 'exclusive'): Promise<Store> {
  const file = storeFile(dataDirectory)
  if (!existsSync(file))
    throw new Error(`Nothing is kept at ${file}. Name the bot’s data directory in DRAGOMAN_DATA.`)
  const { openSqliteStore } = await import('./sqlite/open-sqlite-store.ts')
  return openSqliteStore(file, { [access]: true })
}

/**
 * Looks whether the files of an open store are still those that it works on. Call it once the store is open.
 * @returns what looks: null while all is well, else StoreError `lost`
 */
export async function watchStore(dataDirectory: string): Promise<() => StoreError | null> {
  const { watchStoreFiles } = await import('./sqlite/store-files.ts')
  return watchStoreFiles(storeFile(dataDirectory))
}
