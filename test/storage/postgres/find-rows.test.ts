import { type RawBuilder, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { words } from '../../../src/storage/search/match.ts'
import { connect } from '../../../src/storage/postgres/connect.ts'
import { openPostgresStore } from '../../../src/storage/postgres/open-postgres-store.ts'
import { POSTGRES } from '../../../src/storage/postgres/postgres-engine.ts'
import { readAddress } from '../../../src/storage/postgres/server-address.ts'
import type { Db } from '../../../src/storage/db.ts'
import { aPostgresDatabase, noPostgres } from '../../fakes/a-postgres.ts'

const ARTICLES = 60_000
const ALL = { from: 0, to: Number.MAX_SAFE_INTEGER }

/**
 * Counts the rows of the search index that a query reads, through each of its indexes and by sequential scan.
 */
describe.skipIf(noPostgres !== null)(`newestRows of PostgreSQL (${noPostgres ?? 'here'})`, () => {
  it('walks no further back than the newest 2,000 for a rare word, where the planner would walk through all, and on to a far page of a common one', async () => {
    const url = await aPostgresDatabase()
    await (await openPostgresStore(url)).store.close()
    // One in two articles says "common"; one in twenty thousand, all of them old, says "rare".
    const read = async (ask: (db: Db) => Promise<unknown>) => {
      const db = connect(readAddress(url))
      await sql`select pg_stat_reset()`.execute(db)
      const found = await db.transaction().execute(ask)
      await db.destroy()
      return { found, ...(await readsOf(url)) }
    }
    const filling = connect(readAddress(url))
    await fill(filling, sql`g % 20000 <> 7`)
    await sql`vacuum analyze article_words`.execute(filling)
    // Filled afterwards. Otherwise the planner's choice would depend on whether the table's sample happened
    // to contain "rare".
    await fill(filling, sql`g % 20000 = 7`)
    await filling.destroy()

    const planned = await read((db) =>
      sql`select row from article_words where words @@ ${`'rare'`}::tsquery and row >= 0 order by row desc limit 11`.execute(
        db,
      ),
    )
    // If this fails, the planner has improved, and our workaround may go.
    expect(planned.walked).toBeGreaterThan(50_000)

    const rare = await read((db) => POSTGRES.search.newest(db, { match: words('rare'), ...ALL }, 11))
    expect(rare.found).toEqual([40_007, 20_007, 7])
    expect(rare).toMatchObject({ endToEnd: 0, byWords: 1 })
    expect(rare.walked).toBeLessThanOrEqual(4_100)

    const common = await read((db) => POSTGRES.search.newest(db, { match: words('common'), ...ALL }, 300))
    expect(common.found).toHaveLength(300)
    expect(common).toMatchObject({ endToEnd: 0, byWords: 0 })
    expect(common.walked).toBeLessThanOrEqual(4_100)

    // The index has 30,000 entries of that word, and each is read before the newest are chosen.
    const farPage = await read((db) => POSTGRES.search.newest(db, { match: words('common'), ...ALL }, 2_500))
    expect(farPage.found).toHaveLength(2_500)
    expect(farPage).toMatchObject({ endToEnd: 0, byWords: 0 })
    expect(farPage.walked).toBeLessThanOrEqual(15_000)
  }, 60_000)
})

/** Inserts the rows for which `which` is true. */
async function fill(db: Db, which: RawBuilder<unknown>) {
  await sql`
    insert into article_words (row, words)
    select g, (case when g % 2 = 0 then '''common'':1A,3 ' else '' end || case when g % 20000 = 7 then '''rare'':2 ' else '' end ||
      '''w' || g % 41 || ''':4')::tsvector
    from generate_series(1, ${ARTICLES}) g where ${which}`.execute(db)
}

/** Read from the server's statistics, which include a connection once it has ended. */
async function readsOf(url: string) {
  const db = connect(readAddress(url))
  for (let tries = 0; ; tries++) {
    const { rows } = await sql<{ walked: number; byWords: number; endToEnd: number }>`
      select coalesce(sum(idx_tup_read) filter (where indexrelname = 'article_words_pkey'), 0) as walked,
        coalesce(sum(idx_scan) filter (where indexrelname = 'article_words_words'), 0) as "byWords",
        (select seq_scan from pg_stat_user_tables where relname = 'article_words') as "endToEnd"
      from pg_stat_user_indexes`.execute(db)
    const [reads] = rows
    if (reads === undefined) throw new Error('a sum has one row')
    if (reads.walked + reads.byWords + reads.endToEnd > 0 || tries === 100) {
      await db.destroy()
      return reads
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
