import { constants, existsSync } from 'node:fs'
import { copyFile, rename, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { openStoreInThreads } from '../../src/storage/sqlite/open-store-in-threads.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { tidyStore } from '../../src/storage/tidy-store.ts'
import { idleLoopDelay, withLoopDelay } from './loop-delay.part.ts'
import type { LoopDelay } from './loop-delay.part.ts'
import { measure, ms, picker, type Queries, queriesOn } from './store-queries.part.ts'
import { syntheticNews } from './synthetic-news.part.ts'
import type { SyntheticNews } from './synthetic-news.part.ts'

const ARTICLES = Number(process.env['DRAGOMAN_BENCH_ARTICLES'] ?? 200_000)
/** Raise it with each change of `syntheticNews`: the filled store is kept between runs. */
const CORPUS = 1
/**
 * `AT_ONCE`: articles of one read. `TOLD_EVERY`: articles between two progress messages while the store is
 * filled.
 */
const AT_ONCE = 25
const TOLD_EVERY = 20_000
const LONG_READS = 20
const DAY = 86_400_000

/**
 * Times the store's queries on invented news, alone and while news is stored, and how long they block the
 * thread that answers people. The peers are the same store in that thread itself, and the two obvious ways to
 * search: LIKE, and ranking by bm25().
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

/** Migrates the file, whose schema may be older, and tidies it, as the bot does daily. */
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
  console.log(
    `builds a store of ${ARTICLES} articles first, which takes minutes and is kept for the next time`,
  )
  for (let made = 0; made < ARTICLES; made += AT_ONCE) {
    await store.keepRead(news.nextRead(AT_ONCE))
    if (made % TOLD_EVERY < AT_ONCE && made > 0) console.log(`  ${made} articles`)
  }
  const seconds = (performance.now() - started) / 1000
  console.log(`built ${file}, ${Math.round(ARTICLES / seconds)} articles/s`)
  await store.close()
  await rename(part, file)
}

/** Returns the queries of a briefing. */
function longReadsOn(store: Store, news: SyntheticNews): Queries {
  return { 'story heads of a day': () => store.storyHeads({ from: news.now() - DAY, to: news.now() }) }
}

/** Times all queries on this store, and how long they block this thread. */
async function measureStore(
  name: string,
  store: Store,
  news: SyntheticNews,
): Promise<ReadonlyMap<string, number>> {
  tellDelay('idle', await idleLoopDelay())
  const quick = await withLoopDelay(() => measure(name, queriesOn(store, news, ARTICLES)))
  tellDelay(name, quick.delay)
  const long = await withLoopDelay(() => measure(name, longReadsOn(store, news), LONG_READS))
  tellDelay(`${name}, long`, long.delay)
  return quick.value
}

/** Returns the obvious queries, on the same file with the same words. */
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
  // Otherwise the log of an interrupted run would be taken for that of the new copy.
  await remove()
  await copyFile(file, copy, constants.COPYFILE_FICLONE)
  const store = await open(copy)
  const news = syntheticNews(3, ARTICLES)
  // Created in advance, so that inventing is not measured.
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
