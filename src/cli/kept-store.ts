import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from '../settings/settings.ts'
import { STORE_FILE } from '../storage/store-file.ts'

/**
 * The file of a store that is there. Opening one makes it where it is missing, and then a backup from the wrong directory would be
 * an empty file that nobody looks into before it is needed.
 * @throws when nothing was kept in the data directory yet.
 */
export function keptStore({ dataDirectory }: Pick<Settings, 'dataDirectory'>): string {
  const file = join(dataDirectory, STORE_FILE)
  if (existsSync(file)) return file
  throw new Error(`Nothing is kept at ${file}. Name the bot’s data directory in DRAGOMAN_DATA.`)
}
