import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { storeContract } from '../contracts/store.ts'
import { aTemporaryDirectory } from './a-temporary-directory.ts'

storeContract('the SQLite store in memory', () => openSqliteStore(':memory:'))

storeContract('the SQLite store in a file', () =>
  openSqliteStore(`${aTemporaryDirectory()}/data/dragoman.db`),
)
