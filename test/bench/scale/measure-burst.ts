import { constants, copyFileSync, rmSync } from 'node:fs'
import { createServing } from '../../../src/bot.ts'
import type { Store } from '../../../src/records/ports/store.ts'
import { openPostgresStore } from '../../../src/storage/postgres/open-postgres-store.ts'
import { openStoreInThreads } from '../../../src/storage/sqlite/open-store-in-threads.ts'
import type { OwnPostgres } from '../../fakes/an-own-postgres.ts'
import { answeringAtOnce } from '../answering-at-once.part.ts'
import { withLoopDelay } from '../loop-delay.part.ts'
import { manySubscriptions, settingsFor } from '../many-subscriptions.part.ts'
import { syntheticNews } from '../synthetic-news.part.ts'

const HOUR = 3_600_000

/**
 * Lets subscriptions of a filled store fall due in one minute. Measures the time until all are decided, and
 * how many per second are delivered to a platform that answers at once.
 */
export async function measureBurst(
  { file, url, articles }: { readonly file: string; readonly url: string; readonly articles: number },
  server: OwnPostgres,
  subscriptions: number,
): Promise<void> {
  console.log(`${subscriptions} subscriptions due in one minute, ${articles} articles`)
  const copy = `${file}.burst`
  const remove = (): void => {
    for (const end of ['', '-wal', '-shm']) rmSync(`${copy}${end}`, { force: true })
  }
  remove()
  copyFileSync(file, copy, constants.COPYFILE_FICLONE)
  const store = await openStoreInThreads(copy)
  await serve('SQLite', store, articles, subscriptions)
  await store.close()
  remove()

  await server.ask('postgres', 'drop database if exists burst')
  // A regular expression, because the address of a socket has no host and is no valid URL.
  const filled = /\/(?<name>\w+)\?/u.exec(url)?.groups?.['name'] ?? ''
  await server.ask('postgres', `create database burst template ${filled}`)
  const opened = await openPostgresStore(server.url('burst'), { shared: true })
  await serve('PostgreSQL', opened.store, articles, subscriptions, async (now) => {
    const started = performance.now()
    const due = await opened.shared.dueDestinations(now, [])
    console.log(`  PostgreSQL: ${due.length} destinations found due in ${seconds(started)} s`)
  })
  await opened.store.close()
  await server.ask('postgres', 'drop database burst')
}

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1)

async function serve(
  name: string,
  store: Store,
  articles: number,
  subscriptions: number,
  between?: (now: number) => Promise<void>,
): Promise<void> {
  const news = syntheticNews(1, articles)
  const settings = settingsFor(news)
  const all = manySubscriptions(subscriptions, news, settings)
  const now = Math.ceil((news.now() + 1) / HOUR) * HOUR
  const chat = answeringAtOnce()
  let isStopping = false
  const serving = createServing({
    store,
    requests: [],
    subscriptions: () => Promise.resolve(all),
    settings,
    adapters: [chat],
    now: () => now,
    isStopping: () => isStopping,
  })
  const cpu = process.cpuUsage()
  const started = performance.now()
  const { value, delay } = await withLoopDelay(() => serving.decide())
  const { user, system } = process.cpuUsage(cpu)
  console.log(
    `  ${name}: ${value.decided} decided in ${seconds(started)} s (${((user + system) / 1e6).toFixed(1)} s of processors here), ${value.faults.length} faults; ` +
      `event loop late by p99 ${delay.p99.toFixed(0)} ms, at most ${delay.max.toFixed(0)} ms; ${Math.round(process.memoryUsage().rss / 1e6)} MB resident`,
  )
  await between?.(now)
  const enough = setTimeout(() => (isStopping = true), DELIVERED_MS)
  const since = performance.now()
  const { sent } = await serving.deliver()
  clearTimeout(enough)
  const perSecond = (sent.length * 1000) / (performance.now() - since)
  console.log(
    `  ${name}: ${perSecond.toFixed(0)} messages/s handed to a platform that answers at once (${sent.length})`,
  )
}

/** Milliseconds after which delivery is stopped. */
const DELIVERED_MS = 20_000
