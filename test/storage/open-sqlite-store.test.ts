import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { storeContract } from '../contracts/store.ts'
import { anEmptyStoreFile } from './an-empty-store-file.ts'

storeContract('the SQLite store in memory', () => openSqliteStore(':memory:'))

storeContract('the SQLite store in a file', async () => openSqliteStore(await anEmptyStoreFile()))
