import { readdirSync, writeFileSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { aRead, anArticle } from './a-read.ts'
import { aTemporaryDirectory } from './a-temporary-directory.ts'

describe('backup', { timeout: 30_000 }, () => {
  it('writes whole reads of one moment while the bot goes on reading', async () => {
    const directory = aTemporaryDirectory()
    const store = await openSqliteStore(`${directory}/dragoman.db`)
    await keepReads(store, 60)
    const stop = new AbortController()
    const ingesting = keepReads(store, Number.POSITIVE_INFINITY, () => stop.signal.aborted)
    await store.backup(`${directory}/copies/today.db`)
    stop.abort()
    await ingesting
    const written = (await store.counts()).articles

    const copy = await openSqliteStore(`${directory}/copies/today.db`)
    const { articles } = await copy.counts()
    expect(articles).toBeGreaterThanOrEqual(600)
    expect(articles).toBeLessThan(written)
    expect(articles % 10).toBe(0)
    expect(await copy.placedArticles(0)).toHaveLength(articles)
    const found = await copy.search({ words: 'harbour', order: 'newest', limit: articles + 1, offset: 0 })
    expect(found.hits).toHaveLength(articles)
    await copy.close()
    await store.close()
  })

  it.each(['a file', 'memory'])(
    'writes one file that stays one when somebody looks at it, from %s',
    async (kept) => {
      const directory = aTemporaryDirectory()
      const store = await openSqliteStore(kept === 'memory' ? ':memory:' : `${directory}/dragoman.db`)
      await keepReads(store, 2)
      await store.backup(`${directory}/copies/today.db`)
      await store.close()
      const copy = await openSqliteStore(`${directory}/copies/today.db`, { readOnly: true })
      expect(await copy.counts()).toMatchObject({ articles: 20 })
      await copy.close()
      expect(readdirSync(`${directory}/copies`)).toEqual(['today.db'])
    },
  )

  it('never overwrites, and leaves nothing half done', async () => {
    const directory = aTemporaryDirectory()
    const store = await openSqliteStore(`${directory}/dragoman.db`)
    writeFileSync(`${directory}/precious`, 'precious')
    await expect(store.backup(`${directory}/precious`)).rejects.toMatchObject({ code: 'file-exists' })
    expect(readFileSync(`${directory}/precious`, 'utf8')).toBe('precious')
    await expect(store.backup(`${directory}/precious/copy.db`)).rejects.toMatchObject({ code: 'read-only' })
    expect(readdirSync(directory).filter((name) => name.includes('part'))).toEqual([])
    await store.close()
  })

  it('lets one of two backups to the same file win', async () => {
    const directory = aTemporaryDirectory()
    const stores = [await openSqliteStore(`${directory}/a.db`), await openSqliteStore(':memory:')] as const
    await keepReads(stores[0], 3)
    await keepReads(stores[1], 3)
    const tries = await Promise.allSettled(stores.map((store) => store.backup(`${directory}/copy.db`)))
    expect(tries.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
    const copy = await openSqliteStore(`${directory}/copy.db`, { readOnly: true })
    expect(await copy.counts()).toMatchObject({ articles: 30 })
    await Promise.all([copy, ...stores].map((store) => store.close()))
  })

  it('works from a store opened for reading, beside one that writes', async () => {
    const directory = aTemporaryDirectory()
    const writing = await openSqliteStore(`${directory}/dragoman.db`)
    await keepReads(writing, 2)
    const reading = await openSqliteStore(`${directory}/dragoman.db`, { readOnly: true })
    await reading.backup(`${directory}/copy.db`)
    const copy = await openSqliteStore(`${directory}/copy.db`)
    expect(await copy.counts()).toMatchObject({ articles: 20 })
    await Promise.all([copy, reading, writing].map((store) => store.close()))
  })
})

async function keepReads(store: Store, reads: number, isOver: () => boolean = () => false): Promise<void> {
  for (let i = 0; i < reads && !isOver(); i++)
    await store.keepRead(aRead(Array.from({ length: 10 }, () => anArticle())))
}
