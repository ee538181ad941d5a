import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { rssText } from '../../fakes/feed-text.ts'
import type { OwnPostgres } from '../../fakes/an-own-postgres.ts'
import { serveOnLoopback } from '../../drill/serve-on-loopback.ts'
import { inventedFeeds, realFeeds, type WrittenFeed } from '../written-feeds.part.ts'
import { startProcess, type RoleProcess } from './start-process.ts'

/** Number of hosts: each address of loopback is one, and only one feed of a host is read at a time. */
const HOSTS = 60
const ITEMS_A_FEED = 20

const LOOK_MS = 200

/** Maximum time, also on a busy machine. */
const LONGEST_MS = 15 * 60_000

/** The result for one number of readers. */
interface Reading {
  readonly store: string
  readonly articles: number
  /** Measured from the first article placed in a story to the last. */
  readonly perSecond: number
  /** Processor time per article in milliseconds, and peak memory, for each process. */
  readonly processes: readonly { readonly name: string; readonly msEach: number; readonly mostMb: number }[]
}

/**
 * Measures the path from feeds on loopback to articles in stories, with real processes: SQLite in one, then
 * PostgreSQL with several readers and an editor.
 */
export async function measureReading(
  server: OwnPostgres,
  { readers, feeds: most }: { readonly readers: readonly number[]; readonly feeds: number },
): Promise<void> {
  const firstAt = Date.now() - 3 * 3_600_000
  const all = realFeeds(ITEMS_A_FEED, firstAt) ?? inventedFeeds(most, ITEMS_A_FEED)
  // An even selection, so that all languages occur.
  const feeds = all.filter(
    (_, nth) => Math.floor((nth * most) / all.length) !== Math.floor(((nth - 1) * most) / all.length),
  )
  const served = await serveFeeds(feeds)
  const results: Reading[] = [await readIntoFile(served)]
  for (const count of readers) results.push(await readIntoServer(served, server, count))
  await served.close()
  const [first] = results
  console.log(
    `reading: ${served.articles} articles in ${feeds.length} feeds on ${HOSTS} hosts, from the first in a story to the last`,
  )
  console.table(
    results.map(({ store, perSecond, processes }) => ({
      store,
      'articles/s': perSecond.toFixed(1),
      'times SQLite': (perSecond / (first?.perSecond ?? Number.NaN)).toFixed(2),
      'ms of processors each': processes.map(({ name, msEach }) => `${name} ${msEach.toFixed(1)}`).join(', '),
      'most memory, MB': processes.map(({ name, mostMb }) => `${name} ${mostMb}`).join(', '),
    })),
  )
}

interface Served {
  readonly config: string
  readonly articles: number
  close(): Promise<void>
}

async function serveFeeds(feeds: readonly WrittenFeed[]): Promise<Served> {
  const bodies = feeds.map(({ items }) => rssText({ items }))
  const server = await serveOnLoopback((request, response) => {
    const body = bodies[Number((request.url ?? '').slice('/feed-'.length))]
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/rss+xml' }).end(body)
  }, '0.0.0.0')
  const { port } = new URL(server.url)
  const directory = mkdtempSync(join(tmpdir(), 'dragoman-scale-'))
  const lines = feeds.map(({ language }, nth) => {
    const feed = `http://127.0.0.${(nth % HOSTS) + 1}:${port}/feed-${nth}`
    return `  - { id: s${nth}, name: S${nth}, homepage: "https://s${nth}.example/", feed: "${feed}", country: GB, language: ${language}, ownership: private, region: europe }\n`
  })
  writeFileSync(join(directory, 'sources.yaml'), `sources:\n${lines.join('')}`)
  const ids = new Set(feeds.flatMap(({ items }) => items.map(({ guid }) => guid)))
  return {
    config: directory,
    articles: ids.size,
    async close() {
      await server.close()
      rmSync(directory, { recursive: true })
    },
  }
}

const settings = (config: string, data: string): Readonly<Record<string, string>> => {
  mkdirSync(data, { recursive: true })
  return { DRAGOMAN_CONFIG: config, DRAGOMAN_DATA: data, DRAGOMAN_ALLOW_ADDRESSES: '127.0.0.0/8' }
}

async function readIntoFile({ config, articles }: Served): Promise<Reading> {
  const data = mkdtempSync(join(tmpdir(), 'dragoman-scale-data-'))
  const all = startProcess('all', [], settings(config, data))
  await all.said('"msg":"started"')
  const file = join(data, 'dragoman.sqlite')
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5_000 })
  const count = database.prepare('select count(*) as n from article')
  const reading = await watch('SQLite, one process', [all], articles, async () =>
    Number(count.get()?.['n'] ?? 0),
  )
  database.close()
  rmSync(data, { recursive: true })
  return reading
}

async function readIntoServer(
  { config, articles }: Served,
  server: OwnPostgres,
  readers: number,
): Promise<Reading> {
  const name = `reading_${readers}`
  await server.ask('postgres', `drop database if exists ${name} with (force)`)
  const url = await server.database(name)
  const data = mkdtempSync(join(tmpdir(), 'dragoman-scale-data-'))
  const roles = ['editor', ...Array.from({ length: readers }, () => 'reader')]
  const processes: RoleProcess[] = []
  for (const [nth, role] of roles.entries()) {
    const env = { ...settings(config, join(data, String(nth))), DATABASE_URL: url }
    const started = startProcess(role, ['--role', role], env)
    processes.push(started)
    // Started one after the other, because the first one creates the tables.
    await started.said('"msg":"started"')
  }
  const reading = await watch(`PostgreSQL, ${readers} readers`, processes, articles, async () => {
    const [row] = await server.ask(name, 'select count(*)::int as n from article')
    return Number(row?.['n'] ?? 0)
  })
  rmSync(data, { recursive: true })
  await server.ask('postgres', `drop database ${name} with (force)`)
  return reading
}

/** Waits until all articles are placed, then ends the processes. */
async function watch(
  store: string,
  processes: readonly RoleProcess[],
  articles: number,
  count: () => Promise<number>,
): Promise<Reading> {
  let first: { readonly at: number; readonly placed: number } | null = null
  let placed = 0
  for (const giveUpAt = Date.now() + LONGEST_MS; placed < articles;) {
    if (Date.now() > giveUpAt)
      throw new Error(`${store}: ${placed} of ${articles} articles after ${LONGEST_MS / 60_000} minutes`)
    await wait(LOOK_MS)
    placed = await count()
    if (placed > 0) first ??= { at: performance.now(), placed }
  }
  const seconds = (performance.now() - (first?.at ?? 0)) / 1000
  const costs = processes.map((one) => ({
    name: one.name,
    msEach: (one.processorSeconds() * 1000) / articles,
    mostMb: one.memory().most,
  }))
  await Promise.all(processes.map((one) => one.stop()))
  return { store, articles, perSecond: (articles - (first?.placed ?? 0)) / seconds, processes: costs }
}
