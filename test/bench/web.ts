import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import autocannon from 'autocannon'
import { openArchive } from '../../src/archive/open-archive.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { openPictures } from '../../src/pictures/open-pictures.ts'
import { openSite } from '../../src/site/open-site.ts'
import { openStoreInThreads } from '../../src/storage/sqlite/open-store-in-threads.ts'
import { aNewsroom } from '../fakes/newsroom.ts'
import { CHROMIUM, openBrowser, watchedPage } from '../site/a-browser.ts'
import { withLoopDelay } from './loop-delay.part.ts'
import { syntheticNews, type SyntheticNews } from './synthetic-news.part.ts'

/** Articles that four hundred sources publish in a day. */
const ARTICLES = 10_000
const SECONDS = 10
const CONNECTIONS = 10

/**
 * Times a story's page while news is stored, and Chromium's loading of the front page, beside a page that is
 * rendered anew for each visitor.
 */
export async function run(): Promise<void> {
  const directory = await mkdtemp(path.join(tmpdir(), 'dragoman-web-'))
  const store = await openStoreInThreads(path.join(directory, 'web.sqlite'))
  const news = syntheticNews(1)
  for (let made = 0; made < ARTICLES; made += 25) await store.keepRead(news.nextRead(25))
  const { view } = await aNewsroom()
  const newsroom = {
    ...view,
    archive: store,
    subscriptions: store,
    now: () => news.now(),
    search: store.search.bind(store),
    articlesOf: store.articlesOf.bind(store),
    seenBetween: store.seenBetween.bind(store),
  }
  const archive = openArchive(newsroom)
  const pictures = openPictures({ areas: [], borders: [] })
  const shown = { topicName: () => undefined, pictures, zone: 'UTC', language: 'en' }
  const tools = { ...shown, archive, people: null, hub: null, noteFault: console.error }
  const site = await openSite(tools, { port: 0, host: '127.0.0.1', url: null, isPublic: true })
  try {
    const [story] = await store.storyHeads({ from: 0, to: news.now() + 1, most: 1 })
    const address = `${site.root}/stories/${story?.id ?? ''}`
    console.log(
      `${ARTICLES} articles; ${availableParallelism()} processors, load ${loadavg()[0]?.toFixed(1)}`,
    )
    await press('a story, quiet', address)
    await whileKeeping(store, news, () => press('a story, while news is kept', address))
    await whileKeeping(store, news, () => press('the front page, while news is kept', `${site.root}/`))
    const reader = { zone: 'UTC', language: 'en' }
    const started = performance.now()
    for (let read = 0; read < 50; read += 1) await archive.story(story?.id ?? '', reader)
    console.log(
      `drawn anew for each, at most ${Math.round(50_000 / (performance.now() - started))} requests/s`,
    )
    await look('the front page', `${site.root}/`)
    await look('a region with its map', `${site.root}/regions/middle-east`)
  } finally {
    await site.close()
    await pictures.close()
    await store.close()
    await rm(directory, { recursive: true })
  }
}

async function press(name: string, url: string): Promise<void> {
  await fetch(url)
  const { value, delay } = await withLoopDelay(() =>
    autocannon({
      url,
      connections: CONNECTIONS,
      duration: SECONDS,
      workers: 1,
      headers: { 'accept-encoding': 'gzip' },
    }),
  )
  const { requests, latency, non2xx, errors } = value
  console.log(
    `${name}: ${Math.round(requests.average)} requests/s, p50 ${latency.p50} ms, p99 ${latency.p99} ms, ` +
      `${non2xx + errors} failed; event loop late by p99 ${delay.p99.toFixed(1)} ms`,
  )
}

/** Stores reads without pause while `work` runs, about as many as four hundred sources cause in an hour. */
async function whileKeeping(store: Store, news: SyntheticNews, work: () => Promise<void>): Promise<void> {
  const over = new AbortController()
  const keeping = (async () => {
    while (!over.signal.aborted) await store.keepRead(news.nextRead(5))
  })()
  await work()
  over.abort()
  await keeping
}

/** Prints what a browser measures of a page: bytes transferred, first paint, and layout shift afterwards. */
async function look(name: string, address: string): Promise<void> {
  if (CHROMIUM === undefined) return console.log(`no Chromium here: ${name} is not looked at`)
  const browser = await openBrowser()
  const { page } = await watchedPage(browser, new URL(address).origin)
  let bytes = 0
  page.on('response', async (response) => {
    const { responseBodySize, responseHeadersSize } = await response.request().sizes()
    bytes += responseBodySize + responseHeadersSize
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  const figures: unknown = await page.evaluate(FIGURES)
  console.log(`${name} in Chromium: ${(bytes / 1000).toFixed(1)} kB in all, ${JSON.stringify(figures)}`)
  await browser.close()
}

/**
 * Reads the browser's own performance entries (https://www.w3.org/TR/paint-timing/,
 * https://wicg.github.io/layout-instability/); times in milliseconds.
 */
const FIGURES = `new Promise((resolve) => {
  let shift = 0
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) shift += entry.value })
    .observe({ type: 'layout-shift', buffered: true })
  setTimeout(() => resolve({
    firstPaintMs: Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1),
    layoutShift: shift,
  }), 500)
})`
