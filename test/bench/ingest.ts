import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import Parser from 'rss-parser'
import { createFeedReader } from '../../src/feeds/feed-reader.ts'
import { NEVER_READ } from '../../src/records/feed-state.ts'
import type { Source } from '../../src/records/source.ts'
import { createNewsDesk } from '../../src/news-desk.ts'
import { loadSettings } from '../../src/settings/load-settings.ts'
import { openStoreInThreads } from '../../src/storage/sqlite/open-store-in-threads.ts'
import { createSettlingGrouper } from '../../src/stories/create-settling-grouper.ts'
import { analyseBeside } from '../../src/analysis/open-analysis.ts'
import { startFeedServer } from '../fakes/feed-server.ts'
import { rssText } from '../fakes/feed-text.ts'
import { inventedFeeds, realFeeds, type WrittenFeed } from './written-feeds.part.ts'

const FEEDS = 60
const ITEMS_A_FEED = 40
const HOSTS = 20
/** Measured rounds. One more comes first for the compiler and does not count. */
const ROUNDS = 3

/**
 * Measures the path from served feeds to searchable news in stories: fetched over HTTP on loopback, parsed,
 * tagged, grouped and stored on disk by the news desk. The peer is rss-parser with a bare FTS5 table, without
 * languages, places, topics or stories. Prints articles per second, and processor time per article, which
 * other programs on a busy machine disturb less.
 */
export async function run(): Promise<void> {
  await compare('invented news', inventedFeeds(FEEDS, ITEMS_A_FEED))
  const real = realFeeds(ITEMS_A_FEED)
  if (real !== null) await compare('real news in sixteen languages', real)
  else console.log('real news: left out, ../shared/data/documents/ntrex.jsonl is not there')
  await tagging.close()
}

interface Cost {
  readonly seconds: number
  readonly processorSeconds: number
}

async function compare(name: string, feeds: readonly WrittenFeed[]): Promise<void> {
  const servers = await Promise.all(
    Array.from({ length: HOSTS }, (_, host) => startFeedServer(`127.0.0.${host + 2}`)),
  )
  const sources = feeds.flatMap(({ language, items }, at): Source[] => {
    const feed = servers[at % HOSTS]?.serve(`/${at}`, { body: rssText({ items }) })
    return feed === undefined ? [] : [aSource(`source-${at}`, feed, language)]
  })
  const items = feeds.flatMap((feed) => feed.items)
  const newest = Math.max(...items.map(({ date = '' }) => Date.parse(date)))
  const desk: Cost[] = []
  const peer: Cost[] = []
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      desk.push(
        await measure((directory) => throughTheDesk(sources, newest + 60_000, directory, items.length)),
      )
      peer.push(await measure((directory) => throughThePeer(sources, directory)))
    }
  } finally {
    await Promise.all(servers.map((server) => server.close()))
  }
  const [ours, theirs] = [medianOf(desk.slice(1)), medianOf(peer.slice(1))]
  const articles = items.length
  const letters = items.reduce((sum, { html = '' }) => sum + html.length, 0) / articles
  console.log(`${name}: ${articles} articles of ${Math.round(letters)} letters in ${feeds.length} feeds`)
  console.table(
    [
      { what: 'rss-parser and a bare FTS5 table', ...theirs },
      { what: 'news desk: tagged, grouped, searchable', ...ours },
    ].map(({ what, seconds, processorSeconds }) => ({
      what,
      'articles/s': Math.round(articles / seconds),
      'ms of processors each': ((processorSeconds * 1000) / articles).toFixed(3),
      'of the peer': (theirs.seconds / seconds).toFixed(2),
    })),
  )
}

const aSource = (id: string, feed: string, language: string): Source => ({
  id,
  name: id,
  feed,
  homepage: 'https://outlet.example/',
  country: 'GB',
  language,
  ownership: 'private',
  region: 'europe',
})

async function measure(work: (directory: string) => Promise<Cost>): Promise<Cost> {
  const directory = await mkdtemp(path.join(tmpdir(), 'dragoman-ingest-'))
  try {
    return await work(directory)
  } finally {
    await rm(directory, { recursive: true })
  }
}

async function timed(work: () => Promise<unknown>): Promise<Cost> {
  const before = process.cpuUsage()
  const started = performance.now()
  await work()
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(before)
  return { seconds, processorSeconds: (user + system) / 1e6 }
}

const settings = loadSettings({ env: {} })
/** Kept open, as in a bot that has been running for a while. */
const tagging = analyseBeside({ names: settings.ok ? settings.settings.names : [] })

async function throughTheDesk(
  sources: readonly Source[],
  at: number,
  directory: string,
  articles: number,
): Promise<Cost> {
  const now = () => at
  const store = await openStoreInThreads(path.join(directory, 'news.sqlite'))
  const reader = createFeedReader({ userAgent: 'Dragoman/bench', allowAddresses: ['127.0.0.0/8'], now })
  const desk = createNewsDesk({ sources, store, reader, tagging, grouper: createSettlingGrouper(), now })
  try {
    // Threads start at their first request, which is not part of reading.
    await Promise.all(sources.slice(0, HOSTS).map((source) => reader.read(source, NEVER_READ)))
    await Promise.all([store.counts(), desk.resume(), tagging.read([{ title: '', text: '' }])])
    const cost = await timed(() => desk.readDue({ all: true }))
    const kept = await store.counts()
    if (kept.articles !== articles) throw new Error(`${kept.articles} of ${articles} articles were kept`)
    return cost
  } finally {
    await reader.close()
    await store.close()
  }
}

async function throughThePeer(sources: readonly Source[], directory: string): Promise<Cost> {
  const db = new DatabaseSync(path.join(directory, 'peer.sqlite'))
  db.exec('pragma journal_mode = wal; create virtual table news using fts5 (title, text)')
  const insert = db.prepare('insert into news (title, text) values (?, ?)')
  try {
    return await timed(async () => {
      for (const { feed } of sources) {
        const answer = await fetch(feed)
        const { items } = await new Parser().parseString(await answer.text())
        db.exec('begin')
        for (const { title = '', content = '' } of items) insert.run(title, content)
        db.exec('commit')
      }
    })
  } finally {
    db.close()
  }
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

function medianOf(costs: readonly Cost[]): Cost {
  return {
    seconds: middle(costs.map(({ seconds }) => seconds)),
    processorSeconds: middle(costs.map(({ processorSeconds }) => processorSeconds)),
  }
}
