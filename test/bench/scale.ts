import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { startPostgres } from '../fakes/an-own-postgres.ts'
import { filledPostgres, filledSqlite, KEPT_SERVER } from './scale/filled-stores.ts'
import { measureBurst } from './scale/measure-burst.ts'
import { measureMemory } from './scale/measure-memory.ts'
import { measureQueries } from './scale/measure-queries.ts'
import { measureReading } from './scale/measure-reading.ts'
import { measureTakeover } from './scale/measure-takeover.ts'

/** Settings of a server for a small team. All others are defaults, so that nothing is lost in a crash. */
const SETTINGS = { shared_buffers: '256MB', max_wal_size: '4GB' }

const PARTS = ['reading', 'queries', 'burst', 'takeover', 'memory'] as const

/**
 * Measures the program with many articles, subscriptions and processes, on SQLite and on a PostgreSQL that it
 * starts; docs/scale.md explains the figures. `--articles N` of the filled stores (100,000; kept for later
 * runs), `--subscriptions N` due at once (100,000), `--readers 1,2,4`, `--feeds N` of twenty articles to be
 * read (100), `--only PART,…`.
 */
export async function run(options: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...options],
    options: {
      articles: { type: 'string', default: '100000' },
      subscriptions: { type: 'string', default: '100000' },
      readers: { type: 'string', default: '1,2,4' },
      feeds: { type: 'string', default: '100' },
      only: { type: 'string', default: PARTS.join(',') },
    },
  })
  const asked = new Set(values.only.split(','))
  const articles = Number(values.articles)
  const server = await startPostgres(KEPT_SERVER, SETTINGS)
  try {
    tellLoad()
    if (asked.has('memory')) await measureMemory(server)
    if (asked.has('reading')) {
      const readers = values.readers.split(',').map(Number)
      await measureReading(server, { readers, feeds: Number(values.feeds) })
    }
    if (asked.has('queries') || asked.has('burst') || asked.has('takeover')) {
      const filled = {
        articles,
        file: await filledSqlite(articles),
        url: await filledPostgres(server, articles),
      }
      if (asked.has('queries')) await measureQueries(filled, server)
      if (asked.has('burst')) await measureBurst(filled, server, Number(values.subscriptions))
      if (asked.has('takeover')) await measureTakeover(filled)
    }
    tellLoad()
  } finally {
    await server.stop('fast')
  }
}

const tellLoad = (): void => console.log(`load of the machine ${loadavg()[0]?.toFixed(1)}`)
