import { afterEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../src/records/ports/store.ts'
import { holdLock } from '../../../src/storage/postgres/hold-lock.ts'
import { openPostgresStore } from '../../../src/storage/postgres/open-postgres-store.ts'
import { readAddress } from '../../../src/storage/postgres/server-address.ts'
import { aSubscription } from '../../schedule/a-subscription.ts'
import { anEmptyPostgres, aPostgresDatabase, askServer, noPostgres } from '../../fakes/a-postgres.ts'
import { aClaim, SENT } from '../a-claim.ts'
import { aDecision } from '../a-decision.ts'
import { anArticle, aRead, NOON } from '../a-read.ts'

/** Each opening has what a process has: its own pool, queues and sender name. */
describe.skipIf(noPostgres !== null)(
  `processes that share a PostgreSQL store (${noPostgres ?? 'here'})`,
  () => {
    const open: Store[] = []
    afterEach(async () => {
      for (const store of open.splice(0)) await store.close()
    })
    async function processes(count: number): Promise<readonly Store[]> {
      const url = await anEmptyPostgres()
      for (let i = 0; i < count; i++) open.push((await openPostgresStore(url)).store)
      return [...open]
    }

    it('decide each slot once, and send each message once, in the order of its destination', async () => {
      const all = await processes(3)
      const slots = Array.from({ length: 60 }, (_, n) => n)
      const decided = await Promise.all(
        all.flatMap((store, process) =>
          slots.map((n) =>
            store.decide(
              aDecision({
                outboxId: `${n} of ${process}`,
                subscription: `s${n % 20}`,
                slot: String(n),
                destination: `terminal:d${n % 20}`,
              }),
            ),
          ),
        ),
      )
      expect(decided.filter(Boolean)).toHaveLength(slots.length)
      const sent: string[] = []
      const send = async (store: Store): Promise<void> => {
        for (let idle = 0; idle < 3;) {
          const due = await store.claim(aClaim({ now: NOON + 1_000, limit: 7 }))
          idle = due.length === 0 ? idle + 1 : 0
          for (const { id } of due) {
            sent.push(id)
            await store.settle(id, NOON + 1_001, SENT)
          }
        }
      }
      await Promise.all(all.map(send))
      expect(new Set(sent).size).toBe(slots.length)
      expect(sent).toHaveLength(slots.length)
      const states = await all[0]?.deliveries(0)
      expect(new Set(states?.map(({ state }) => state))).toEqual(new Set(['sent']))
      for (const [destination, own] of Map.groupBy(states ?? [], (row) => row.destination))
        expect([destination, sent.filter((id) => own.some((row) => row.outboxId === id))]).toEqual([
          destination,
          own.map((row) => row.outboxId),
        ])
    })

    it('take an event for new in one of them only', async () => {
      const all = await processes(3)
      const heard = await Promise.all(all.map((store) => store.recordEvent('slack', 'Ev1', NOON)))
      expect(heard.filter(Boolean)).toHaveLength(1)
    })

    it('add to one person only as many subscriptions as it takes', async () => {
      const all = await processes(2)
      const added = await Promise.all(
        Array.from({ length: 120 }, async (_, n) =>
          all[n % 2]?.addSubscription(
            aSubscription({ id: `s${n}`, to: `slack:T1/C${n}`, owner: 'slack:T1/ada' }),
          ),
        ),
      )
      const kept = await all[0]?.subscriptions({ owner: 'slack:T1/ada' })
      expect(added.filter((addition) => addition?.status === 'kept')).toHaveLength(kept?.length ?? 0)
      expect(kept?.length).toBeLessThan(120)
    })

    it('decide nothing for a subscription that another one ends meanwhile', async () => {
      const [first, second] = await processes(2)
      if (first === undefined || second === undefined) throw new Error('there are two')
      const served = aSubscription({ id: 'morning', to: 'terminal:here' })
      await first.keepSubscription(served)
      const slots = Array.from({ length: 40 }, (_, n) => String(n))
      await Promise.all([
        ...slots.map((slot) => first.decide(aDecision({ outboxId: slot, slot, subscription: 'morning' }))),
        second.keepSubscription({ ...served, state: 'ended' }),
      ])
      expect(await first.claim(aClaim({ now: NOON + 1_000 }))).toEqual([])
    })

    it('keep articles of the same stories without losing one', async () => {
      const all = await processes(3)
      const articles = Array.from({ length: 45 }, (_, n) => anArticle({ id: `a${n}`, publishedAt: NOON }))
      await Promise.all(
        articles.map(async (article, n) =>
          all[n % 3]?.keepRead(
            aRead(
              [article],
              { sourceId: `s${n % 5}` },
              { storyId: `t${n % 4}`, mergedStoryIds: [`old${n % 9}`] },
            ),
          ),
        ),
      )
      expect(await all[0]?.counts()).toMatchObject({ articles: 45, versions: 45, sources: 5 })
      expect(await all[1]?.placedArticles(0)).toHaveLength(45)
    })
  },
)

describe.skipIf(noPostgres !== null)(`the locks of a PostgreSQL store (${noPostgres ?? 'here'})`, () => {
  it('let one process have the store alone, until it closes it', async () => {
    const url = await anEmptyPostgres()
    const bot = await openPostgresStore(url, { exclusive: true })
    await expect(openPostgresStore(url, { exclusive: true })).rejects.toMatchObject({ code: 'in-use' })
    const beside = await openPostgresStore(url, { readOnly: true })
    expect(await beside.store.counts()).toMatchObject({ articles: 0 })
    await expect(beside.store.muteStory('a', 'b', 1)).rejects.toMatchObject({ code: 'read-only' })
    expect(bot.lost()).toBeNull()
    await Promise.all([bot.store.close(), beside.store.close()])
    expect(bot.lost()).toBeNull()
    const next = await openPostgresStore(url, { exclusive: true })
    await next.store.close()
  })

  it('are held by one at a time, and free as soon as the server lost their holder', async () => {
    const url = await aPostgresDatabase()
    const address = readAddress(url)
    const first = await holdLock(address, 'editor')
    expect(first).not.toBeNull()
    expect(await holdLock(address, 'editor')).toBeNull()
    const other = await holdLock(address, 'briefer')
    expect(other).not.toBeNull()
    await other?.release()
    // With a timeout: without one the server only asks the connection to end.
    await askServer(
      url,
      "select pg_terminate_backend(pid, 10000) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()",
    )
    const second = await holdLock(address, 'editor')
    expect(second).not.toBeNull()
    await expect.poll(() => first?.lost()?.code).toBe('unavailable')
    expect(second?.lost()).toBeNull()
    await Promise.all([first?.release(), second?.release()])
    expect(second?.lost()).toBeNull()
  })
})
