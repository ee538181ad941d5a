import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { openStoreInThreads } from '../../src/storage/sqlite/open-store-in-threads.ts'
import { StoreError } from '../../src/storage/store-error.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { aRead, anArticle } from './a-read.ts'
import { aTemporaryDirectory } from './a-temporary-directory.ts'
import { CALLS } from './calls-of-every-method.ts'

/**
 * The contract is tested with the store in one thread. This tests that everything crosses between threads.
 */
describe('what crosses the threads of a store', { timeout: 60_000 }, () => {
  const directory = mkdtempSync(join(tmpdir(), 'dragoman-threads-'))
  const called = new Set<string>()
  let threads: Store
  let one: Store
  beforeAll(async () => {
    threads = await openStoreInThreads(`${directory}/data/dragoman.db`)
    one = await openSqliteStore(':memory:')
  })
  afterAll(async () => {
    await threads.close()
    await one.close()
    rmSync(directory, { recursive: true })
  })

  it.each(Object.entries(CALLS))('arrives as it is in one thread: %s', async (_what, call) => {
    const watched = new Proxy(threads, {
      get(store, name) {
        called.add(String(name))
        return Reflect.get(store, name)
      },
    })
    expect(await call(watched)).toEqual(await call(one))
  })

  it('is every method of the store', () => {
    expect([...called, 'close'].toSorted()).toEqual(Object.keys(one).toSorted())
  })
})

describe('openStoreInThreads', { timeout: 60_000 }, () => {
  it('reads what was written before, at once and each time', async () => {
    const store = await openStoreInThreads(`${aTemporaryDirectory()}/dragoman.db`)
    for (let kept = 1; kept <= 200; kept++) {
      const article = anArticle({ id: `a${kept}` })
      await store.keepRead(aRead([article]))
      const known = await store.knownVersions([article.id])
      expect(known.size).toBe(1)
    }
    expect(await store.counts()).toMatchObject({ articles: 200 })
    await store.close()
  })

  it('finishes what was asked for before it closes, and then refuses', async () => {
    const file = `${aTemporaryDirectory()}/dragoman.db`
    const store = await openStoreInThreads(file)
    const articles = Array.from({ length: 300 }, () => anArticle())
    const keeping = store.keepRead(aRead(articles))
    const reading = store.placedArticles(0)
    await store.close()
    await keeping
    expect([0, 300]).toContain((await reading).length)
    await expect(store.counts()).rejects.toMatchObject({ code: 'closed' })
    const again = await openSqliteStore(file)
    expect(await again.placedArticles(0)).toHaveLength(300)
    await again.close()
  })

  it('hands on why a store cannot be opened, with the cause, and ends its threads', async () => {
    const directory = aTemporaryDirectory()
    writeFileSync(`${directory}/notes.db`, 'These are notes. '.repeat(100))
    const error = await openStoreInThreads(`${directory}/notes.db`).catch((error: unknown) => error)
    if (!(error instanceof StoreError)) throw new Error('expected a StoreError')
    expect(error.code).toBe('not-a-database')
    expect(error.message).toContain('restore a backup')
    expect(error.cause).toBeInstanceOf(Error)
  })

  it('hands on what a change may not do', async () => {
    const file = `${aTemporaryDirectory()}/dragoman.db`
    const store = await openStoreInThreads(file)
    await store.keepRead(aRead([anArticle()]))
    await expect(store.backup(file)).rejects.toMatchObject({ code: 'file-exists' })
    const edited = new DatabaseSync(file)
    edited.exec('drop table article_version')
    edited.close()
    await expect(store.placedArticles(0)).rejects.toMatchObject({ code: 'failed' })
    await expect(store.keepRead(aRead([anArticle()]))).rejects.toMatchObject({ code: 'failed' })
    await store.close()
  })

  it('refuses a second bot while it is open', async () => {
    const file = `${aTemporaryDirectory()}/dragoman.db`
    const bot = await openStoreInThreads(file, { exclusive: true })
    await expect(openStoreInThreads(file, { exclusive: true })).rejects.toMatchObject({ code: 'in-use' })
    const command = await openSqliteStore(file)
    await command.keepRead(aRead([anArticle()]))
    expect(await bot.counts()).toMatchObject({ articles: 1 })
    await command.close()
    await bot.close()
    await (await openSqliteStore(file, { exclusive: true })).close()
  })
})
