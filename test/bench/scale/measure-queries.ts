import { openPostgresStore } from '../../../src/storage/postgres/open-postgres-store.ts'
import { openStoreInThreads } from '../../../src/storage/sqlite/open-store-in-threads.ts'
import type { OwnPostgres } from '../../fakes/an-own-postgres.ts'
import { measure, queriesOn } from '../store-queries.part.ts'
import { syntheticNews } from '../synthetic-news.part.ts'

const ASKED = 100

/**
 * Times the same queries on a filled store of each engine. The second column of ratios is PostgreSQL's median
 * divided by SQLite's.
 */
export async function measureQueries(
  { file, url, articles }: { readonly file: string; readonly url: string; readonly articles: number },
  server: OwnPostgres,
): Promise<void> {
  const news = syntheticNews(2, articles)
  const sqlite = await openStoreInThreads(file)
  const { bytes } = await sqlite.counts()
  console.log(`${articles} articles; SQLite ${Math.round(bytes / 1e6)} MB`)
  const first = await measure('SQLite', queriesOn(sqlite, news, articles), ASKED)
  await sqlite.close()
  const { store } = await openPostgresStore(url)
  console.log(`PostgreSQL ${Math.round((await store.counts()).bytes / 1e6)} MB`)
  const second = await measure('PostgreSQL', queriesOn(store, news, articles), ASKED)
  await store.close()
  const [settings] = await server.ask('postgres', 'show shared_buffers')
  console.log(
    `PostgreSQL's p50 as a multiple of SQLite's (shared_buffers ${String(settings?.['shared_buffers'])}):`,
  )
  for (const [query, p50] of first)
    console.log(`  ${query.padEnd(28)} ${((second.get(query) ?? Number.NaN) / p50).toFixed(1)}`)
}
