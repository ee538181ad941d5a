import { DatabaseSync } from 'node:sqlite'
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Store } from '../../../src/records/ports/store.ts'
import { moveStore } from '../../../src/storage/copying/move-store.ts'
import { ROWS_IN_ORDER } from '../../../src/storage/copying/rows-in-order.ts'
import { storeAt, storeFile } from '../../../src/storage/open-store.ts'
import { runDragoman } from '../../cli/run-dragoman.ts'
import { aPostgresDatabase, noPostgres } from '../../fakes/a-postgres.ts'
import { NEVER_READ } from '../../../src/records/feed-state.ts'
import { anArticle, aRead, NOON } from '../a-read.ts'
import { aConfigDirectory } from '../../settings/a-config-directory.ts'
import { aTemporaryDirectory } from '../a-temporary-directory.ts'
import { CALLS } from '../calls-of-every-method.ts'

const onProgress = (): void => undefined

describe('moveStore', () => {
  it('knows every table', async () => {
    const directory = aTemporaryDirectory()
    await (await storeAt(directory).open({ here: true })).close()
    using database = new DatabaseSync(storeFile(directory))
    const tables = database
      .prepare("select name from sqlite_schema where type = 'table' and name not like 'article_words%'")
      .all()
      .map(({ name }) => String(name))
    const counters = new Set(['sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4'])
    expect(tables.filter((name) => !counters.has(name)).toSorted()).toEqual(
      [...new Set(ROWS_IN_ORDER.map(({ table }) => table))].toSorted(),
    )
  })

  it('goes on where it broke off, and no bot begins on what is half moved', async () => {
    const [from, to] = [await aFullStore(), aTemporaryDirectory()]
    await expect(move(from, to, AbortSignal.abort())).rejects.toThrow('aborted')
    const stopping = new AbortController()
    let done = 0
    await expect(
      move(from, to, stopping.signal, () => (done += 1) === 4 && stopping.abort()),
    ).rejects.toThrow('aborted')
    await expect(storeAt(to).openKept('readOnly')).rejects.toMatchObject({ code: 'half-moved' })
    await move(from, to)
    expect(await answersOf(to)).toEqual(await answersOf(from))
  })

  it('refuses a store that keeps something, and one that changed between two tries', async () => {
    const [from, to] = [await aFullStore(), await aFullStore()]
    await expect(move(from, to)).rejects.toMatchObject({ code: 'not-empty' })
    const half = aTemporaryDirectory()
    const stopping = new AbortController()
    let done = 0
    await expect(
      move(from, half, stopping.signal, () => (done += 1) === 4 && stopping.abort()),
    ).rejects.toThrow('aborted')
    const store = await storeAt(from).open({ here: true })
    await store.keepRead(aRead([], { state: { ...NEVER_READ, lastTriedAt: NOON + 1 } }))
    await store.close()
    await expect(move(from, half)).rejects.toMatchObject({
      code: 'unequal',
      message: expect.stringContaining('source ('),
    })
  })

  it('refuses while a bot runs', async () => {
    const from = await aFullStore()
    const bot = await storeAt(from).open({ exclusive: true })
    const { code, err } = await runDragoman(['move', '--from', from, '--to', aTemporaryDirectory()])
    expect(code).toBe(1)
    expect(err).toContain('Another Dragoman is running')
    await bot.close()
  })

  it.each<[string, (directory: string) => string]>([
    ['as it is', (directory) => directory],
    ['with file: before it', (directory) => `file:${directory}`],
    ['relative to here', (directory) => relative('.', directory)],
    ['through a symbolic link', linkTo],
  ])('says that both names are of one store: %s', async (_, otherName) => {
    const from = await aFullStore()
    const { code, err } = await runDragoman(['move', '--from', from, '--to', otherName(from)])
    expect([code, err]).toEqual([
      2,
      `--from and --to are the same store, ${storeFile(from)}; nothing was moved. Name another, empty one in --to.\n`,
    ])
  })

  it('says that the settings name the same store', async () => {
    const from = await aFullStore()
    const env = { DRAGOMAN_CONFIG: aConfigDirectory(), DRAGOMAN_DATA: linkTo(from) }
    const { code, err } = await runDragoman(['move', '--from', from], { env })
    expect(code).toBe(2)
    expect(err).toContain('--from and the store of the settings are the same store')
  })

  it.skipIf(noPostgres !== null)(
    `moves to PostgreSQL and back, with all that is asked of it, and makes a backup there that a store opens (${noPostgres ?? 'here'})`,
    async () => {
      const [from, server, back] = [await aFullStore(), await aPostgresDatabase(), aTemporaryDirectory()]
      expect((await runDragoman(['move', '--from', from, '--to', server])).out).toMatch(/^moved \d\d+ rows/u)
      const moved = await answersOf(server)
      expect(moved).toEqual(await answersOf(from))
      const env = { DRAGOMAN_CONFIG: join(back, 'none'), DRAGOMAN_STORE: `file:${back}` }
      expect((await runDragoman(['move', '--from', server, '--to', back], { env })).code).toBe(0)
      expect(await answersOf(back)).toEqual(moved)
      const copy = join(aTemporaryDirectory(), 'copy', 'dragoman.sqlite')
      const store = await storeAt(server).openKept('readOnly')
      await store.backup(copy)
      await expect(store.backup(copy)).rejects.toMatchObject({ code: 'file-exists' })
      await store.close()
      expect(readdirSync(dirname(copy))).toEqual(['dragoman.sqlite'])
      expect(await answersOf(dirname(copy))).toEqual(moved)
      const next = await Promise.all([from, server, back].map(nextNumber))
      expect(new Set(next).size).toBe(1)
    },
    60_000,
  )
})

/** Another name of a directory. */
function linkTo(directory: string): string {
  const link = join(aTemporaryDirectory(), 'link')
  symlinkSync(directory, link)
  return link
}

async function move(from: string, to: string, signal?: AbortSignal, hear = onProgress) {
  await using closing = new AsyncDisposableStack()
  const source = await storeAt(from).openTables({ kept: true })
  closing.defer(() => source.close())
  const target = await storeAt(to).openTables()
  closing.defer(() => target.close())
  return await moveStore(source, target, { onProgress: hear, ...(signal !== undefined && { signal }) })
}

/** The file of a store in which all methods have written except those that forget. */
let full: Buffer | null = null

/** Returns the address of a copy of such a store. */
async function aFullStore(): Promise<string> {
  const directory = aTemporaryDirectory()
  if (full === null) {
    await fillStore(directory)
    full = readFileSync(storeFile(directory))
  } else writeFileSync(storeFile(directory), full)
  return directory
}

async function fillStore(directory: string): Promise<void> {
  const store = await storeAt(directory).open({ here: true })
  const { 'places that move and go': _, 'what is let go': __, 'a fault': ___, ...calls } = CALLS
  for (const call of Object.values(calls)) await call(store)
  await store.keepRead(aRead([anArticle({ id: 'last', title: 'NUL \0 and \ufffd' })]))
  await store.close()
}

/** Returns what people see of a store. */
async function answersOf(address: string): Promise<unknown> {
  const store = await storeAt(address).openKept('readOnly')
  const search = { words: 'harbour storm', order: 'relevance', limit: 50, offset: 0 } as const
  const { bytes, engine, ...counts } = await store.counts()
  const answers = [
    counts,
    await store.search(search),
    await store.storyHeads({ from: 0, to: Number.MAX_SAFE_INTEGER }),
    await store.placedArticles(0),
    await store.feedStates(),
    await store.deliveries(0),
    await store.subscriptions({ states: ['active', 'paused', 'ended'] }),
    await store.readerRules(),
    await store.dueNotices(Number.MAX_SAFE_INTEGER),
  ]
  await store.close()
  expect(bytes).toBeGreaterThan(0)
  expect(engine).toMatch(/^(?:SQLite|PostgreSQL) \d/u)
  return answers
}

/** Returns the number of the next change that can be undone. */
async function nextNumber(address: string): Promise<number> {
  const store: Store = await storeAt(address).open({ here: true })
  const number = await store.keepChange({ by: 'a', place: 'b', at: 1, changes: [] })
  await store.close()
  return number
}
