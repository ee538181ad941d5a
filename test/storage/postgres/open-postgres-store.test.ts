import { describe } from 'vitest'
import { openPostgresStore } from '../../../src/storage/postgres/open-postgres-store.ts'
import { storeContract } from '../../contracts/store.ts'
import { anEmptyPostgres, noPostgres } from '../../fakes/a-postgres.ts'

describe.skipIf(noPostgres !== null)(`a store on a real PostgreSQL (${noPostgres ?? 'here'})`, () => {
  storeContract('the PostgreSQL store', async () => (await openPostgresStore(await anEmptyPostgres())).store)
})
