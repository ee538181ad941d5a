import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { aTemporaryDirectory } from './a-temporary-directory.ts'

let migrated: Buffer | null = null

/**
 * Creates the file of an empty store, which is removed after the test. The first one of a worker is migrated,
 * the others are its copies: opening these takes a quarter of the processor's time. What a new file goes
 * through is tested in `migrate.test.ts`, `refusals.test.ts` and `keep-private.test.ts`.
 */
export async function anEmptyStoreFile(): Promise<string> {
  const directory = `${aTemporaryDirectory()}/data`
  const file = `${directory}/dragoman.db`
  if (migrated === null) {
    await (await openSqliteStore(file)).close()
    migrated = readFileSync(file)
  } else {
    mkdirSync(directory, { mode: 0o700 })
    writeFileSync(file, migrated, { mode: 0o600 })
  }
  return file
}
