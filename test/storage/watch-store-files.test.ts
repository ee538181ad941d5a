import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { watchStoreFiles } from '../../src/storage/sqlite/store-files.ts'
import { aRead, anArticle } from './a-read.ts'
import { aTemporaryDirectory } from './a-temporary-directory.ts'

let file: string
beforeEach(() => {
  file = join(aTemporaryDirectory(), 'dragoman.sqlite')
})

const articlesIn = async (path: string): Promise<number> => {
  const store = await openSqliteStore(path)
  const { articles } = await store.counts()
  await store.close()
  return articles
}

describe('watchStoreFiles', () => {
  it('finds nothing while the store is worked with, looked at from beside and copied', async () => {
    const store = await openSqliteStore(file, { exclusive: true })
    const look = watchStoreFiles(file)
    await store.keepRead(aRead([anArticle()]))
    const beside = await openSqliteStore(file, { readOnly: true })
    await beside.counts()
    await beside.close()
    await store.backup(`${file}.copy`)
    expect(look()).toBeNull()
    await store.close()
  })

  it.each<[string, () => void]>([
    ['the file is removed', () => rmSync(file)],
    ['another takes its name', () => renameSync(`${file}.other`, file)],
    ['its log is removed', () => rmSync(`${file}-wal`)],
    ['another log takes its name', () => renameSync(`${file}.other`, `${file}-wal`)],
    ['its index of the log is removed', () => rmSync(`${file}-shm`)],
    ['its lock is removed', () => rmSync(`${file}.lock`)],
  ])('finds out when %s', async (_what, change) => {
    const store = await openSqliteStore(file, { exclusive: true })
    const look = watchStoreFiles(file)
    writeFileSync(`${file}.other`, '')
    expect(look()).toBeNull()
    change()
    expect(look()).toMatchObject({ code: 'lost', message: expect.stringContaining(file) })
    await store.close().catch(() => undefined)
  })
})

describe('a store whose file has another name when it is closed', () => {
  it('has all that was kept in that file', async () => {
    const store = await openSqliteStore(file)
    await store.keepRead(aRead([anArticle()]))
    renameSync(file, `${file}.old`)
    await store.close()
    expect(await articlesIn(`${file}.old`)).toBe(1)
  })

  it('leaves no log that would be read into the file that has its name now', async () => {
    const store = await openSqliteStore(file)
    await store.backup(`${file}.copy`)
    await store.keepRead(aRead([anArticle()]))
    renameSync(`${file}.copy`, file)
    await store.close()
    expect(existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0).toBe(0)
    expect(await articlesIn(file)).toBe(0)
  })
})
