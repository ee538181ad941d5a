import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { openCarrier } from '../../../src/queue/open-carrier.ts'
import { NEVER_READ } from '../../../src/records/feed-state.ts'
import { openPostgresStore } from '../../../src/storage/postgres/open-postgres-store.ts'
import { openSqliteStore } from '../../../src/storage/sqlite/open-sqlite-store.ts'
import { aPgBouncer, pgbouncer } from '../../fakes/a-pgbouncer.ts'
import { aPostgresDatabase, noOwnPostgres } from '../../fakes/a-postgres.ts'
import { aTransactionPool, type TransactionPool } from '../../fakes/a-transaction-pool.ts'
import { anArticle, NOON, toKeep } from '../a-read.ts'
import { CALLS } from '../calls-of-every-method.ts'

/** Each lock that is held occupies one connection. */
const SERVERS = 8

const storm = anArticle({ id: 'storm' })
const waiting = {
  sourceId: 'harbour-post',
  state: NEVER_READ,
  at: NOON,
  printed: undefined,
  articles: [{ ...storm, terms: { search: toKeep(storm).terms }, findings: [] }],
}

/** Pools in which each transaction gets another connection. */
const POOLS = [
  { name: 'one like it', missing: noOwnPostgres, open: aTransactionPool },
  {
    name: 'PgBouncer itself',
    missing: noOwnPostgres ?? (pgbouncer === null ? 'no pgbouncer, which the distribution has' : null),
    // It rejects what it does not support, and counts no changes.
    open: async (url: string, servers: number): Promise<TransactionPool> => ({
      ...(await aPgBouncer(url, servers)),
      refused: [],
      changes: () => Number.POSITIVE_INFINITY,
    }),
  },
]

describe.each(POOLS)('a PostgreSQL store behind PgBouncer: $name', ({ missing, open }) => {
  describe.skipIf(missing !== null)(`(${missing ?? 'here'})`, () => {
    let pool: TransactionPool
    beforeEach(async () => {
      pool = await open(await aPostgresDatabase(), SERVERS)
      return () => pool.close()
    })

    it('answers as SQLite does, and asks for nothing of a session', async () => {
      const opened = await openPostgresStore(pool.url, { exclusive: true })
      const { store } = opened
      const sqlite = await openSqliteStore(':memory:')
      for (const [name, call] of Object.entries(CALLS))
        expect([name, common(await call(store))]).toEqual([name, common(await call(sqlite))])
      expect(pool.refused).toEqual([])
      expect(pool.changes()).toBeGreaterThan(50)
      await expect(openPostgresStore(pool.url, { exclusive: true })).rejects.toMatchObject({ code: 'in-use' })
      expect(opened.lost()).toBeNull()
      await store.close()
      const next = await openPostgresStore(pool.url, { exclusive: true })
      await next.store.close()
      await sqlite.close()
    })

    it('is shared by processes: reads wait for the editor, an office has one holder, and loads are carried', async () => {
      const [one, other] = await Promise.all([
        openPostgresStore(pool.url, { shared: true }),
        openPostgresStore(pool.url, { shared: true }),
      ])
      onTestFinished(() => Promise.all([one.store.close(), other.store.close()]).then(() => undefined))
      await one.shared.keepUnplaced(waiting)
      const term = await other.shared.take('editor')
      expect(await one.shared.take('editor')).toBeNull()
      const [read] = await other.shared.unplaced(10)
      if (term === null || read === undefined) throw new Error('it is free, and something waits')
      const placed = { id: read.id, sourceId: read.sourceId, articles: [toKeep(storm)], at: NOON + 1 }
      expect(await other.shared.keepPlaced({ ...placed, term: term.number })).toBe(true)
      expect((await one.store.placedArticles(0)).map(({ id }) => id)).toEqual(['storm'])
      await term.giveBack()
      const next = await one.shared.take('editor')
      expect(next?.number).toBe(term.number + 1)
      await next?.giveBack()

      const troubles: unknown[] = []
      const log = { warn: (fields: object) => void troubles.push(fields) }
      const carriers = [openCarrier({ url: pool.url, log }), openCarrier({ url: pool.url, log })]
      const carried: string[] = []
      for (const carrier of carriers)
        carrier.work('read', 2, async (key) => {
          carried.push(key)
        })
      const loads = ['a', 'b', 'c'].map((key) => ({ key }))
      await expect.poll(() => carriers[0]?.offer('read', loads), { timeout: 20_000 }).toBe(true)
      await expect.poll(() => carried.toSorted(), { timeout: 20_000 }).toEqual(['a', 'b', 'c'])
      await Promise.all(carriers.map((carrier) => carrier.stop()))
      expect(troubles).toEqual([])
      expect(pool.refused).toEqual([])
    })
  })
})

/**
 * Removes what differs between engines: its name, its size, and the steps of `tidySearch`, which is called
 * last.
 */
function common(answers: unknown): unknown {
  if (!Array.isArray(answers)) return answers
  const all: readonly unknown[] = typeof answers.at(-1) === 'number' ? answers.slice(0, -1) : answers
  return all.map((answer) =>
    typeof answer === 'object' && answer !== null && 'engine' in answer
      ? { ...answer, engine: '', bytes: 0 }
      : answer,
  )
}
