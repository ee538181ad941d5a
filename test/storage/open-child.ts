import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { StoreError } from '../../src/storage/store-error.ts'
import { aRead, anArticle } from './a-read.ts'

/** Run by `refusals.test.ts` as another user: opens a store, keeps an article, and reports how that ended. */
const [file = ''] = process.argv.slice(2)
try {
  const store = await openSqliteStore(file)
  await store.keepRead(aRead([anArticle()]))
  await store.close()
  process.send?.({ code: 'kept' })
} catch (error) {
  process.send?.(
    error instanceof StoreError ? { code: error.code, text: error.message } : { code: String(error) },
  )
}
