import { afterAll, describe } from 'vitest'
import type { Store } from '../../../src/records/ports/store.ts'
import { openPostgresStore } from '../../../src/storage/postgres/open-postgres-store.ts'
import { storeContract } from '../../contracts/store.ts'
import { anEmptyPostgres, noPostgres } from '../../fakes/a-postgres.ts'

describe.skipIf(noPostgres !== null)(`a store on a real PostgreSQL (${noPostgres ?? 'here'})`, () => {
  // Open from the first case to the last: a server makes a process for each connection, and that one reads
  // the catalogue again, which takes longer than most cases.
  let opened: Store | null = null
  afterAll(() => opened?.close())

  storeContract('the PostgreSQL store', async () => {
    const url = await anEmptyPostgres()
    opened ??= (await openPostgresStore(url)).store
    return { ...opened, close: async () => undefined }
  })
})
