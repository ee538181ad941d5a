import { setTimeout as wait } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { holdLock } from '../../../src/storage/postgres/hold-lock.ts'
import { openPostgresStore } from '../../../src/storage/postgres/open-postgres-store.ts'
import { readAddress } from '../../../src/storage/postgres/server-address.ts'
import { aLine, type Line } from '../../fakes/a-line.ts'
import { aPostgresDatabase, noOwnPostgres } from '../../fakes/a-postgres.ts'

async function askUntilGiven<T>(ask: () => Promise<T | null>): Promise<T> {
  for (;;) {
    const given = await ask()
    if (given !== null) return given
    await wait(50)
  }
}

describe.skipIf(noOwnPostgres !== null)(
  `a PostgreSQL that falls silent without closing anything (${noOwnPostgres ?? 'here'})`,
  { timeout: 60_000 },
  () => {
    let url: string
    let line: Line
    beforeEach(async () => {
      url = await aPostgresDatabase()
      line = await aLine(url)
      return () => line.close()
    })

    it('is noticed by the holder of a lock before the server gives it to another', async () => {
      const held = await holdLock(readAddress(line.url), 'editor')
      await wait(6_000)
      expect(held?.lost()).toBeNull()
      line.fallSilent()
      const since = performance.now()
      const taking = askUntilGiven(() => holdLock(readAddress(url), 'editor'))
      await expect.poll(() => held?.lost()?.code, { timeout: 9_000 }).toBe('unavailable')
      expect(performance.now() - since).toBeLessThan(9_000)
      const isTaken = await Promise.race([taking.then(() => true), Promise.resolve(false)])
      expect(isTaken).toBe(false)
      await (await taking).release()
      await held?.release()
    })

    it('lets a lock be released within a bounded time', async () => {
      const held = await holdLock(readAddress(line.url), 'editor')
      line.fallSilent()
      const since = performance.now()
      await held?.release()
      expect(performance.now() - since).toBeLessThan(9_000)
      expect(held?.lost()).toBeNull()
    })

    it.each([8_500, 12_000])('is the bot’s again when it answers, after %i ms', async (silentMs) => {
      const bot = await openPostgresStore(line.url, { exclusive: true })
      line.fallSilent()
      await wait(silentMs)
      line.comeBack()
      await wait(7_000)
      expect(bot.lost()).toBeNull()
      expect(await bot.store.counts()).toMatchObject({ articles: 0 })
      await expect(openPostgresStore(url, { exclusive: true })).rejects.toMatchObject({ code: 'in-use' })
      await bot.store.close()
    })

    it('is the bot’s again although the server still holds its former connection, which was cut', async () => {
      const bot = await openPostgresStore(line.url, { exclusive: true })
      line.cut()
      await wait(16_000)
      expect(bot.lost()).toBeNull()
      await expect(openPostgresStore(url, { exclusive: true })).rejects.toMatchObject({ code: 'in-use' })
      line.comeBack()
      await bot.store.close()
    })

    it('is another bot’s if that one was faster', async () => {
      const bot = await openPostgresStore(line.url, { exclusive: true })
      line.fallSilent()
      const other = await askUntilGiven(() => openPostgresStore(url, { exclusive: true }).catch(() => null))
      line.comeBack()
      await expect.poll(() => bot.lost()?.code, { timeout: 30_000 }).toBe('lost')
      expect(other.lost()).toBeNull()
      await Promise.all([bot.store.close(), other.store.close()])
    })
  },
)
