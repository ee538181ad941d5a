import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { StoreError } from '../../src/storage/store-error.ts'
import { explainError } from '../../src/storage/sqlite/explain-error.ts'

describe('explainError', () => {
  it.each([
    ['EACCES', 'read-only'],
    ['EROFS', 'read-only'],
    ['ENOSPC', 'disk-full'],
    ['EIO', 'failed'],
  ])('knows %s of the file system', (code, fault) => {
    expect(explainError(Object.assign(new Error('no'), { code }), 'data/x.db')).toMatchObject({ code: fault })
  })

  it.each([
    [13, 'disk-full'],
    [5, 'busy'],
    [5 | (2 << 8), 'busy'], // extended: SQLITE_BUSY_SNAPSHOT
    [10 | (3 << 8), 'disk-error'], // SQLITE_IOERR_WRITE
    [11, 'corrupt'],
    [1, 'failed'],
  ])('knows result code %i of SQLite', (errcode, fault) => {
    expect(explainError(Object.assign(new Error('no'), { errcode }), 'data/x.db')).toMatchObject({
      code: fault,
    })
  })

  it('recognises a disk that SQLite itself finds full', () => {
    const database = new DatabaseSync(':memory:')
    database.exec('pragma max_page_count = 3; create table t (a text)')
    const fill = () => {
      try {
        database.exec('insert into t select hex(zeroblob(10000)) from (values (1), (2), (3))')
      } catch (error) {
        throw explainError(error, 'data/x.db')
      }
    }
    expect(fill).toThrow('The disk that holds data/x.db is full. Make room; nothing kept is lost.')
  })

  it('passes on what is explained already, and says something about anything', () => {
    const error = new StoreError('closed', 'The store is closed.')
    expect(explainError(error, 'data/x.db')).toBe(error)
    expect(explainError('odd', 'data/x.db').message).toContain('odd')
  })
})
