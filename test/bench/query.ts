import { constants, existsSync } from 'node:fs'
import { copyFile, rename, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { Bench } from 'tinybench'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { openStoreInThreads } from '../../src/storage/sqlite/open-store-in-threads.ts'
import type { SearchQuery } from '../../src/records/search.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { parseExpression } from '../../src/subscriptions/expression/parse-expression.ts'
import { tidyStore } from '../../src/storage/tidy-store.ts'
import { idleLoopDelay, withLoopDelay } from './loop-delay.part.ts'
import type { LoopDelay } from './loop-delay.part.ts'
import { syntheticNews } from './synthetic-news.part.ts'
import type { SyntheticNews } from './synthetic-news.part.ts'

const ARTICLES = Number(process.env['DRAGOMAN_BENCH_ARTICLES'] ?? 200_000)
/** To be raised with each change of `syntheticNews`: the store it fills is kept between runs. */
const CORPUS = 1
const QUERIES = 200
const LONG_READS = 20
const DAY = 86_400_000

/**
 * Times the store's queries on invented news, quiet and while news is kept, and how long they hold the thread that answers people. Beside
 * it: the same store in that thread itself, and the two obvious ways of searching, LIKE and ranking by bm25().
 */
export async function run(): Promise<void> {
  const file = path.join(tmpdir(), `dragoman-bench-${ARTICLES}-${CORPUS}.db`)
  if (!existsSync(file)) await build(file)
  await bringUpToDate(file)
  const news = syntheticNews(2, ARTICLES)
  const store = await openStoreInThreads(file)
  const counts = await store.counts()
  console.log(
    `${counts.articles} articles in ${counts.stories} stories, ${Math.round(counts.bytes / 1e6)} MB; load of the machine ${loadavg()[0]?.toFixed(1)}`,
  )
  const ours = await measureStore('threads', store, news)
  await store.close()
  const inThread = await openSqliteStore(file, { readOnly: true })
  await measureStore('one thread', inThread, news)
  await inThread.close()
  const peers = await measure('peers', peersOn(file, news), 20)
  for (const [query, peer] of [
    ['common word, relevance', 'bm25(), common word'],
    ['rare word, newest', 'LIKE, rare word'],
    ['two words, newest', 'LIKE, two words'],
    ['region + 7 days', 'tags with LIKE, 7 days'],
  ] as const) {
    console.log(`${query}: ${ratio(peers.get(peer), ours.get(query))} times as fast as ${peer} (p50)`)
  }
  await measureDuringIngest(file, 'threads', openStoreInThreads)
  await measureDuringIngest(file, 'one thread', openSqliteStore)
  console.log(`load of the machine ${loadavg()[0]?.toFixed(1)}`)
}

function tellDelay(name: string, { p50, p99, max }: LoopDelay): void {
  console.log(`${name.padEnd(18)} event loop late by p50 ${ms(p50)}  p99 ${ms(p99)}  max ${ms(max)} ms`)
}

function ratio(theirs: number | undefined, ours: number | undefined): string {
  return theirs === undefined || ours === undefined ? '?' : (theirs / ours).toFixed(1)
}

/** The schema may have moved on since the file was filled. The bot tidies its store every day, so that is how it is measured. */
async function bringUpToDate(file: string): Promise<void> {
  const store = await openSqliteStore(file)
  await tidyStore(store, 0, { keepDays: null })
  await store.close()
}

async function build(file: string): Promise<void> {
  const part = `${file}.part`
  await rm(part, { force: true })
  const store = await openSqliteStore(part)
  const news = syntheticNews(1)
  const started = performance.now()
  for (let made = 0; made < ARTICLES; made += 25) await store.keepRead(news.nextRead(25))
  const seconds = (performance.now() - started) / 1000
  console.log(`built ${file}, ${Math.round(ARTICLES / seconds)} articles/s`)
  await store.close()
  await rename(part, file)
}

type Queries = Readonly<Record<string, () => Promise<unknown>>>

function queriesOn(store: Store, news: SyntheticNews): Queries {
  const pick = picker()
  const common = () => news.wordOf(pick(20, 100))
  const rare = () => news.wordOf(pick(20_000, 50_000))
  const search = (words: string, rest: Partial<SearchQuery> = {}) =>
    store.search({ words, order: 'newest', limit: 10, offset: 0, ...rest })
  const region = () => news.countries.slice(pick(0, 100)).slice(0, 18)
  const week = { since: news.now() - 7 * DAY }
  return {
    'common word, newest': () => search(common()),
    'common word, relevance': () => search(common(), { order: 'relevance' }),
    'rare word, newest': () => search(rare()),
    'rare word, relevance': () => search(rare(), { order: 'relevance' }),
    'two words, newest': () => search(`${common()} ${news.wordOf(pick(100, 2_000))}`),
    'two words, relevance': () =>
      search(`${common()} ${news.wordOf(pick(100, 2_000))}`, { order: 'relevance' }),
    'expression, relevance': () => {
      const [one, other, without] = [100, 100, 2_000].map((from) => news.wordOf(pick(from, 20 * from)))
      const typed = parseExpression(`${common()} AND (${one} OR ${other}) NOT ${without}`)
      return search('', {
        order: 'relevance',
        ...(typed.status === 'parsed' && { expression: typed.expression }),
      })
    },
    'phrase of common words': () => search(`"${common()} ${common()}"`),
    'region + 7 days': () => search('', { countries: region(), ...week }),
    'word + region + 7 days': () => search(common(), { countries: region(), order: 'relevance', ...week }),
    'rare country, common word': () => search(common(), { countries: news.countries.slice(-1) }),
    'page 50 of a common word': () => search(common(), { offset: 490 }),
    'known versions of 50': () =>
      store.knownVersions(Array.from({ length: 50 }, () => `bench-${pick(1, ARTICLES).toString(36)}`)),
    'story by id': async () => store.stories([`story-${pick(0, ARTICLES / 3_000)}-${pick(0, 1_200)}`]),
    'versions by id': () => store.versions(`bench-${pick(1, ARTICLES).toString(36)}`),
  }
}

/** What a briefing asks for. */
function longReadsOn(store: Store, news: SyntheticNews): Queries {
  return { 'story heads of a day': () => store.storyHeads({ from: news.now() - DAY, to: news.now() }) }
}

/** Times everything on this store, and how long it holds this thread meanwhile. */
async function measureStore(
  name: string,
  store: Store,
  news: SyntheticNews,
): Promise<ReadonlyMap<string, number>> {
  tellDelay('idle', await idleLoopDelay())
  const quick = await withLoopDelay(() => measure(name, queriesOn(store, news)))
  tellDelay(name, quick.delay)
  const long = await withLoopDelay(() => measure(name, longReadsOn(store, news), LONG_READS))
  tellDelay(`${name}, long`, long.delay)
  return quick.value
}

/** What one would write first, on the same file and the same words. */
function peersOn(file: string, news: SyntheticNews): Queries {
  const database = new DatabaseSync(file, { readOnly: true })
  const pick = picker()
  const ranked = database.prepare(
    'select rowid from article_words where article_words match ? order by bm25(article_words) limit 10',
  )
  const like = database.prepare(
    'select article from article_version where text like ? order by article desc limit 10',
  )
  const both = database.prepare(
    'select article from article_version where text like ? and text like ? order by article desc limit 10',
  )
  const tagged = database.prepare(
    'select row from article where seen_at >= ? and tags like ? order by seen_at desc limit 10',
  )
  return {
    'bm25(), common word': async () => ranked.all(news.wordOf(pick(20, 100))),
    'bm25(), rare word': async () => ranked.all(news.wordOf(pick(20_000, 50_000))),
    'LIKE, two words': async () =>
      both.all(`%${news.wordOf(pick(20, 100))}%`, `%${news.wordOf(pick(100, 2_000))}%`),
    'tags with LIKE, 7 days': async () =>
      tagged.all(news.now() - 7 * DAY, `%"${news.countries[pick(0, 100)]}"%`),
    'LIKE, common word': async () => like.all(`%${news.wordOf(pick(20, 100))}%`),
    'LIKE, rare word': async () => like.all(`%${news.wordOf(pick(20_000, 50_000))}%`),
  }
}

async function measureDuringIngest(
  file: string,
  name: string,
  open: (file: string) => Promise<Store>,
): Promise<void> {
  const copy = `${file}.ingest`
  const remove = async () => {
    for (const end of ['', '-wal', '-shm']) await rm(`${copy}${end}`, { force: true })
  }
  // The log of a run that was stopped would be taken for one of the new copy.
  await remove()
  await copyFile(file, copy, constants.COPYFILE_FICLONE)
  const store = await open(copy)
  const news = syntheticNews(3, ARTICLES)
  // Inventing is no part of what is measured.
  const reads = Array.from({ length: READS }, () => news.nextRead(25))
  const ingesting = new AbortController()
  let kept = 0
  const ingest = async () => {
    while (!ingesting.signal.aborted) {
      await store.keepRead(reads.pop() ?? news.nextRead(25))
      kept += 25
      await setTimeout(20)
    }
  }
  const started = performance.now()
  const running = ingest()
  await measureStore(`${name}, ingest`, store, news)
  ingesting.abort()
  await running
  const seconds = (performance.now() - started) / 1000
  console.log(`${Math.round(kept / seconds)} articles/s kept meanwhile`)
  await store.close()
  await remove()
}

/** Enough for half a minute. */
const READS = 1_000

/**
 * Prints each query's times, and returns their medians in milliseconds. Beside them the processor time of all threads of this process,
 * because a busy machine makes everybody wait, and that of this thread, which answers people.
 */
async function measure(
  name: string,
  queries: Queries,
  iterations = QUERIES,
): Promise<ReadonlyMap<string, number>> {
  const bench = new Bench({ iterations, time: 0, warmupIterations: iterations / 20, warmupTime: 0 })
  const cpuTimes = new Map<string, { readonly all: number[]; readonly here: number[] }>()
  for (const [query, ask] of Object.entries(queries)) {
    const times: { readonly all: number[]; readonly here: number[] } = { all: [], here: [] }
    cpuTimes.set(query, times)
    const timed = async () => {
      const before = { all: process.cpuUsage(), here: process.threadCpuUsage() }
      await ask()
      times.here.push(sum(process.threadCpuUsage(before.here)))
      times.all.push(sum(process.cpuUsage(before.all)))
    }
    bench.add(query, timed, { beforeEach: () => setImmediate() })
  }
  await bench.run()
  const medians = new Map<string, number>()
  for (const task of bench.tasks) {
    const { result } = task
    if (result.state !== 'completed') throw new Error(`${task.name} did not run: ${JSON.stringify(result)}`)
    const { p50, p99, max } = result.latency
    medians.set(task.name, p50)
    const { all = [], here = [] } = cpuTimes.get(task.name) ?? {}
    const wall = `p50 ${ms(p50)}  p99 ${ms(p99)}  max ${ms(max)} ms`
    const busy = `processor p50 ${ms(at(all, 0.5))}  p99 ${ms(at(all, 0.99))}, of this thread p50 ${ms(at(here, 0.5))}  p99 ${ms(at(here, 0.99))} ms`
    console.log(`${name.padEnd(18)} ${task.name.padEnd(26)} ${wall}; ${busy}`)
  }
  return medians
}

/** Of microseconds, in milliseconds. */
function sum({ user, system }: { readonly user: number; readonly system: number }): number {
  return (user + system) / 1_000
}

function at(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

function ms(milliseconds: number): string {
  return milliseconds.toFixed(2).padStart(8)
}

/** Whole numbers in `[from, to)`, the same in each run. */
function picker(): (from: number, to: number) => number {
  let state = 12_345
  return (from, to) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.floor(from + (state / 4_294_967_296) * (to - from))
  }
}
