import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseFeed as parseWithFeedsmith } from 'feedsmith'
import Parser from 'rss-parser'
import { Bench } from 'tinybench'
import { createFeedParser } from '../../src/feeds/feed-parser.ts'
import { parseFeed, readEntries } from '../../src/feeds/parse-feed.ts'
import { rssText, someItems } from '../fakes/feed-text.ts'

const ROUNDS = 7

/**
 * Compares the speed of reading feeds with bare rss-parser and feedsmith, on well-formed real feeds if
 * available, else on generated ones. Measures processor time in alternating rounds, because wall time on a
 * busy machine depends on other programs. Prints a table of medians.
 */
export async function run(): Promise<void> {
  const feeds = await wellFormed()
  const megabytes = feeds.reduce((sum, feed) => sum + feed.length, 0) / 1e6
  const rounds: number[][] = []
  let names: string[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const bench = new Bench({
      now: processorMs,
      time: 1000,
      iterations: 3,
      warmupIterations: 1,
      warmupTime: 200,
    })
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
    names = bench.tasks.map(({ name }) => name)
    rounds.push(bench.tasks.map(({ result }) => ('latency' in result ? result.latency.p50 : Number.NaN)))
  }
  console.log(`${feeds.length} feeds, ${megabytes.toFixed(2)} MB`)
  console.table(
    names.map((what, task) => ({
      what,
      'feeds/s': Math.round(
        median(rounds.map((times) => (feeds.length * 1000) / (times[task] ?? Number.NaN))),
      ),
      'of bare': median(
        rounds.map((times) => (times[0] ?? Number.NaN) / (times[task] ?? Number.NaN)),
      ).toFixed(2),
    })),
  )
  await large()
}

function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

/** Reads a 10 MB feed through the worker thread, as the bot does. */
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

/** Returns feeds that both rss-parser and feedsmith accept. */
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
      // A feed that one of them rejects cannot be compared.
    }
  }
  if (kept.length > 0) return kept
  return Array.from({ length: 40 }, (_, index) => Buffer.from(rssText({ items: someItems(10 + index) })))
}
