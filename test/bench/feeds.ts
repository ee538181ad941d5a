import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseFeed as parseWithFeedsmith } from 'feedsmith'
import Parser from 'rss-parser'
import { Bench } from 'tinybench'
import { createFeedParser } from '../../src/feeds/feed-parser.ts'
import { parseFeed } from '../../src/feeds/parse-feed.ts'
import { readEntries } from '../../src/feeds/read-entries.ts'
import { rssText, someItems } from '../fakes/feed-text.ts'

/** Speed of reading feeds beside bare rss-parser and feedsmith, in one run: well-formed real feeds where they are at hand, else written ones. Prints a table. */
export async function run(): Promise<void> {
  const feeds = await wellFormed()
  const megabytes = feeds.reduce((sum, feed) => sum + feed.length, 0) / 1e6
  const bench = new Bench({ time: 4000, warmupTime: 1000 })
  bench
    .add('rss-parser, bare', async () => {
      for (const feed of feeds) await new Parser().parseString(feed.toString())
    })
    .add('feedsmith', () => {
      for (const feed of feeds) parseWithFeedsmith(feed.toString())
    })
    .add('bytes to entries', async () => {
      for (const feed of feeds) await parseFeed(feed)
    })
    .add('bytes to entries with clean text', async () => {
      for (const feed of feeds) await readEntries(feed, {})
    })
  await bench.run()
  console.log(`${feeds.length} feeds, ${megabytes.toFixed(2)} MB`)
  const medians = bench.tasks.map((task) => ('latency' in task.result ? task.result.latency.p50 : Number.NaN))
  const [bare = Number.NaN] = medians
  console.table(
    bench.tasks.map((task, index) => ({
      what: task.name,
      'feeds/s': Math.round((feeds.length * 1000) / (medians[index] ?? Number.NaN)),
      'of bare': ((bare / (medians[index] ?? Number.NaN)) * 1).toFixed(2),
    })),
  )
  await large()
}

/** A 10 MB feed through the worker thread, as the bot reads it. */
async function large(): Promise<void> {
  const bytes = Buffer.from(rssText({ items: someItems(34_000) }))
  const parser = createFeedParser()
  await parser.parse(Buffer.from(rssText({ items: someItems(3) })), {})
  const before = process.memoryUsage().rss
  const start = performance.now()
  const answer = await parser.parse(bytes, {})
  const seconds = (performance.now() - start) / 1000
  const grown = (process.memoryUsage().rss - before) / 1e6
  await parser.close()
  const entries =
    answer.status === 'parsed'
      ? `${answer.feed.entries.length} entries, truncated: ${answer.feed.truncated}`
      : answer.text
  console.log(
    `${(bytes.length / 1e6).toFixed(1)} MB feed: ${seconds.toFixed(2)} s, ${grown.toFixed(0)} MB more memory, ${entries}`,
  )
}

/** Feeds that rss-parser and feedsmith both take. */
async function wellFormed(): Promise<Buffer[]> {
  const folder = path.resolve('../shared/data/feeds/news')
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = await Promise.all(
    names.filter((name) => name.isFile()).map((name) => readFile(path.join(name.parentPath, name.name))),
  )
  const kept: Buffer[] = []
  for (const file of files) {
    try {
      await new Parser().parseString(file.toString())
      parseWithFeedsmith(file.toString())
      kept.push(file)
    } catch {
      // What one of them rejects cannot be compared.
    }
  }
  if (kept.length > 0) return kept
  return Array.from({ length: 40 }, (_, index) => Buffer.from(rssText({ items: someItems(10 + index) })))
}
