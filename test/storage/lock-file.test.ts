import { fork } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { aRead, anArticle } from './a-read.ts'
import { aClaim } from './a-claim.ts'
import { aDecision } from './a-decision.ts'
import { aTemporaryDirectory } from './a-temporary-directory.ts'

describe('an exclusive opening', { timeout: 30_000 }, () => {
  it('refuses a second bot and lets other commands read and write', async () => {
    const file = `${aTemporaryDirectory()}/dragoman.db`
    const bot = await openSqliteStore(file, { exclusive: true })
    await expect(openSqliteStore(file, { exclusive: true })).rejects.toMatchObject({
      code: 'in-use',
      message: `Another Dragoman is running on ${file}, a bot or a command such as brief. Stop it or let it end, or give this one a data directory of its own.`,
    })
    const command = await openSqliteStore(file)
    await Promise.all([bot, command].map((store) => store.keepRead(aRead([anArticle()]))))
    expect(await bot.counts()).toMatchObject({ articles: 2 })
    await command.close()
    await bot.close()
    await (await openSqliteStore(file, { exclusive: true })).close()
  })

  it('shares the thread with a command that writes at the same time', async () => {
    const file = `${aTemporaryDirectory()}/dragoman.db`
    const stores = await Promise.all(Array.from({ length: 4 }, () => openSqliteStore(file)))
    const reads = stores.flatMap((store) => Array.from({ length: 5 }, () => store))
    await Promise.all(
      reads.map((store) => store.keepRead(aRead(Array.from({ length: 50 }, () => anArticle())))),
    )
    expect(await stores[0]?.counts()).toMatchObject({ articles: 1_000 })
    await Promise.all(stores.map((store) => store.close()))
  })

  it('ends with its process, however that ends', async () => {
    const file = `${aTemporaryDirectory()}/dragoman.db`
    const child = fork(new URL('open-child.ts', import.meta.url), [file, 'hold'], { execArgv: [] })
    await once(child, 'message')
    await expect(openSqliteStore(file, { exclusive: true })).rejects.toMatchObject({ code: 'in-use' })
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
    const bot = await openSqliteStore(file, { exclusive: true })
    expect(await bot.counts()).toMatchObject({ articles: 1 })
    await bot.close()
  })

  it('offers at once what the process before it had leased', async () => {
    const file = `${aTemporaryDirectory()}/news.sqlite`
    const before = await openSqliteStore(file)
    await before.decide(aDecision({ outboxId: 'o' }))
    await before.claim(aClaim())
    await before.close()
    const bot = await openSqliteStore(file, { exclusive: true })
    expect(await bot.claim(aClaim())).toMatchObject([{ id: 'o', attempts: 2, parts: [] }])
    await bot.close()
  })
})
