import { setTimeout } from 'node:timers/promises'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { StoreError } from '../../src/storage/store-error.ts'
import { aRead, anArticle } from './a-read.ts'

/**
 * Run as a separate process: opens a store, stores an article and reports the outcome; with `hold` it stays
 * open.
 */
const [file = '', hold] = process.argv.slice(2)
try {
  const store = await openSqliteStore(file, { exclusive: hold === 'hold' })
  await store.keepRead(aRead([anArticle()]))
  process.send?.({ code: 'kept' })
  if (hold === 'hold') await setTimeout(60_000)
  await store.close()
} catch (error) {
  process.send?.(
    error instanceof StoreError ? { code: error.code, text: error.message } : { code: String(error) },
  )
}
