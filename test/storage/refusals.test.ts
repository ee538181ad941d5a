import { fork } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { MIGRATIONS, migrate } from '../../src/storage/sqlite/migrate.ts'
import { StoreError } from '../../src/storage/store-error.ts'
import { aRead, anArticle } from './a-read.ts'
import { aTemporaryDirectory } from './a-temporary-directory.ts'

describe('openSqliteStore', { timeout: 30_000 }, () => {
  it('refuses a schema newer than it knows, says what to do, and leaves the file alone', async () => {
    const file = await aStoreFile()
    edit(file, 'pragma user_version = 99')
    const before = readFileSync(file)
    const error = await refusal(file)
    expect(error.code).toBe('newer-schema')
    expect(error.message).toMatch(/written by a newer Dragoman .* Update Dragoman, or restore a backup/)
    expect(readFileSync(file).equals(before)).toBe(true)
    await expect(openSqliteStore(file, { readOnly: true })).rejects.toThrow(/newer Dragoman/)
  })

  it('opens an older schema only where it may bring it up to date', async () => {
    const file = `${aTemporaryDirectory()}/dragoman.db`
    const old = new DatabaseSync(file)
    migrate(old, file, MIGRATIONS.slice(0, 1))
    old.close()
    await expect(openSqliteStore(file, { readOnly: true })).rejects.toMatchObject({ code: 'older-schema' })
    await (await openSqliteStore(file)).close()
    const store = await openSqliteStore(file, { readOnly: true })
    expect(await store.counts()).toMatchObject({ articles: 0 })
    await store.close()
  })

  it('says so at once where no directory can be made', async () => {
    const error = await refusal('/proc/dragoman/dragoman.db')
    expect(error.code).toBe('read-only')
    expect(error.message).toContain('choose another data directory')
  })

  it("refuses another program's database", async () => {
    const file = `${aTemporaryDirectory()}/other.db`
    edit(file, 'create table bookmarks (url text)')
    expect(await refusal(file)).toMatchObject({ code: 'not-ours' })
  })

  it('refuses a file that is no database', async () => {
    const file = `${aTemporaryDirectory()}/dragoman.db`
    writeFileSync(file, 'These are notes. '.repeat(100))
    const error = await refusal(file)
    expect(error.code).toBe('not-a-database')
    expect(error.message).toContain('restore a backup')
    expect(readFileSync(file, 'utf8')).toContain('These are notes.')
  })

  it('says so when the file is damaged', async () => {
    const file = await aStoreFile()
    const handle = openSync(file, 'r+')
    for (let page = 1; page < 40; page++) writeSync(handle, Buffer.alloc(4_000, 0xa5), 0, 4_000, page * 4_096)
    closeSync(handle)
    await expect(readAll(file)).rejects.toMatchObject({ code: 'corrupt' })
  })

  it('opens for reading only what exists, and then writes nothing', async () => {
    await expect(
      openSqliteStore(`${aTemporaryDirectory()}/none.db`, { readOnly: true }),
    ).rejects.toMatchObject({
      code: 'missing',
    })
    const store = await openSqliteStore(await aStoreFile(), { readOnly: true })
    expect(await store.counts()).toMatchObject({ articles: 1 })
    await expect(store.keepRead(aRead([anArticle()]))).rejects.toMatchObject({ code: 'read-only' })
    await store.close()
  })

  it('takes no reads and no writes once closed', async () => {
    const store = await openSqliteStore(':memory:')
    await store.counts()
    await store.close()
    await expect(store.keepRead(aRead([anArticle()]))).rejects.toMatchObject({ code: 'closed' })
    for (const read of [store.counts(), store.feedStates(), store.backup('never.db')])
      await expect(read).rejects.toMatchObject({ code: 'closed' })
  })

  it('finishes what was asked for before it closes', async () => {
    const file = `${aTemporaryDirectory()}/dragoman.db`
    const store = await openSqliteStore(file)
    const keeping = store.keepRead(aRead([anArticle()]))
    await store.close()
    await keeping
    const again = await openSqliteStore(file)
    expect(await again.counts()).toMatchObject({ articles: 1 })
    await again.close()
  })

  it('says what to do when a file stands where the data directory should be', async () => {
    const directory = aTemporaryDirectory()
    writeFileSync(`${directory}/data`, '')
    const error = await refusal(`${directory}/data/dragoman.db`)
    expect(error.code).toBe('read-only')
  })

  it('says what to do in a directory that may not be written, and loses nothing of what is there', async () => {
    const directory = aTemporaryDirectory()
    mkdirSync(`${directory}/data`)
    const store = await openSqliteStore(`${directory}/data/dragoman.db`)
    await store.keepRead(aRead([anArticle()]))
    await store.close()
    chmodSync(directory, 0o755)
    chmodSync(`${directory}/data`, 0o555)
    chmodSync(`${directory}/data/dragoman.db`, 0o444)
    for (const name of ['dragoman.db', 'other.db', 'deeper/dragoman.db']) {
      const outcome = await openAsNobody(`${directory}/data/${name}`)
      expect(outcome).toMatchObject({ code: 'read-only' })
      expect(outcome.text).toContain('choose another data directory')
    }
    chmodSync(`${directory}/data`, 0o755)
    chmodSync(`${directory}/data/dragoman.db`, 0o644)
    const again = await openSqliteStore(`${directory}/data/dragoman.db`)
    expect(await again.counts()).toMatchObject({ articles: 1 })
    await again.close()
  })
})

/** Run as another user: permissions do not bind root, as which tests run in a container. */
async function openAsNobody(file: string): Promise<{ code: string; text?: string }> {
  const asNobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const child = fork(new URL('open-child.ts', import.meta.url), [file], { execArgv: [], ...asNobody })
  const [outcome] = await once(child, 'message')
  return outcome
}

async function readAll(file: string): Promise<unknown> {
  const store = await openSqliteStore(file)
  try {
    return await store.placedArticles(0)
  } finally {
    await store.close()
  }
}

async function refusal(file: string): Promise<StoreError> {
  const outcome = await openSqliteStore(file).then(
    (store) => store.close(),
    (error: unknown) => error,
  )
  if (!(outcome instanceof StoreError)) throw new Error('expected a refusal')
  return outcome
}

async function aStoreFile(): Promise<string> {
  const file = `${aTemporaryDirectory()}/dragoman.db`
  const store = await openSqliteStore(file)
  await store.keepRead(aRead([anArticle()]))
  await store.close()
  return file
}

function edit(file: string, sql: string): void {
  const database = new DatabaseSync(file)
  database.exec(sql)
  database.close()
}
