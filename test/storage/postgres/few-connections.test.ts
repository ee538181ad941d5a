import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { openPostgresStore } from '../../../src/storage/postgres/open-postgres-store.ts'
import { connect } from '../../../src/storage/postgres/connect.ts'
import { LOCKS, transact } from '../../../src/storage/postgres/transact.ts'
import { readAddress } from '../../../src/storage/postgres/server-address.ts'
import { sql } from 'kysely'
import { aPostgresDatabase, askServer, noOwnPostgres, noPostgres } from '../../fakes/a-postgres.ts'
import { anArticle, aRead } from '../a-read.ts'

describe.skipIf(noOwnPostgres !== null)(
  `a PostgreSQL store whose server takes few connections (${noOwnPostgres ?? 'here'})`,
  () => {
    it('waits for one of its own, and for what others give back', async () => {
      const url = await aPostgresDatabase()
      await askServer(url, 'create role few login connection limit 3')
      await askServer(url, 'alter schema public owner to few')
      const own = url.replace('dragoman@', 'few@')
      const { store } = await openPostgresStore(own, { exclusive: true })
      await store.keepRead(aRead([anArticle()]))
      const counted = await Promise.all(Array.from({ length: 8 }, () => store.counts()))
      expect(counted.every(({ articles }) => articles === 1)).toBe(true)

      await store.close()
      const others = Array.from({ length: 3 }, () => new pg.Client({ connectionString: own }))
      for (const other of others) await other.connect()
      await expect(openPostgresStore(own)).rejects.toMatchObject({
        code: 'too-many-connections',
        message: expect.stringMatching(/takes no more connections\. Raise max_connections/u),
      })
      for (const other of others) await other.end()
      const again = await openPostgresStore(own)
      expect(await again.store.counts()).toMatchObject({ articles: 1 })
      await again.store.close()
    })
  },
)

describe.skipIf(noPostgres !== null)(`a transaction that takes too long (${noPostgres ?? 'here'})`, () => {
  it('is ended by the server, says what to look at, and the next one goes on', async () => {
    const address = readAddress(await aPostgresDatabase())
    const db = connect(address)
    const within = (statementMs: number, question: string) =>
      transact(db, address, { isolation: 'read committed', lock: 'archive', statementMs }, (one) =>
        sql.raw(question).execute(one),
      )
    await expect(within(200, 'select pg_sleep(20)')).rejects.toMatchObject({
      code: 'busy',
      message: expect.stringMatching(
        /was busy for too long \(.*statement timeout\)\. See by pg_stat_activity/u,
      ),
    })
    const holder = new pg.Client({ connectionString: address.url })
    await holder.connect()
    await holder.query(`begin; ${LOCKS.archive}`)
    await expect(within(200, 'select 1')).rejects.toMatchObject({ code: 'busy' })
    await holder.end()
    await expect(within(5_000, 'select 1')).resolves.toMatchObject({ rows: [expect.anything()] })
    await db.destroy()
  })
})
