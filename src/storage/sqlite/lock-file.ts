import { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../store-error.ts'
import { makePrivateFile } from './keep-private.ts'

/**
 * Holds `<file>.lock` until it is released or the process ends, however it ends: a lock of SQLite's belongs to the process,
 * so a kill leaves nothing to clean up. Two bots on one data directory would send everything twice.
 * @returns how to release it
 * @throws StoreError `in-use` while another process (or another opening in this one) holds it
 */
export function lockFile(file: string): () => void {
  makePrivateFile(`${file}.lock`)
  const lock = new DatabaseSync(`${file}.lock`, { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    throw isBusy(error) ? inUse(file, error) : error
  }
  return () => lock.close()
}

/** SQLITE_BUSY: https://www.sqlite.org/rescode.html#busy */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5
}

function inUse(file: string, cause: unknown): StoreError {
  return new StoreError(
    'in-use',
    `Another Dragoman is running on ${file}. Stop it first, or give this one a data directory of its own.`,
    cause,
  )
}
