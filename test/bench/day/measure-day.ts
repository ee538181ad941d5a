import { fork, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { storeOf } from '../../../src/storage/open-store.ts'
import { serveOnLoopback } from '../../drill/serve-on-loopback.ts'
import { rssText } from '../../fakes/feed-text.ts'
import { dayNews, type DayNews } from './day-news.ts'
import {
  beginsAt,
  type DayMemory,
  type DayOrder,
  type DayPlan,
  type DaySize,
  dayWordSchema,
  type DayWord,
  type Done,
} from './day-plan.ts'
import { daySettings } from './day-settings.ts'
import { daySubscriptions } from './day-subscriptions.ts'
import { fillDaysBefore, storyOf } from './fill-days-before.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** A Tuesday. */
const FROM = Date.UTC(2026, 2, 10)

/** An hour of a day: what was done in it, and the memory at its end. */
export interface DayHour extends DayMemory, Omit<Done, 'faults'> {
  readonly hour: number
  /** Real time that it took. */
  readonly seconds: number
  readonly load: number
}

export interface MeasuredDay {
  readonly hours: readonly DayHour[]
  readonly faults: readonly string[]
  /**
   * Number of reports published by the end of the day without those of its last hour and a half, which may
   * not be read yet.
   */
  readonly published: number
}

/** Fills a store with the days before and runs a day on it. `address` is as `Settings.store`. */
export async function measureDay(
  size: DaySize,
  address: string | null,
  onHour: (hour: DayHour) => void = () => undefined,
): Promise<MeasuredDay> {
  const data = mkdtempSync(join(tmpdir(), 'dragoman-day-'))
  const news = dayNews({
    ...size,
    from: beginsAt({ from: FROM, size }),
    days: size.daysBefore + size.hours / 24,
  })
  let now = FROM
  const feeds = await serveFeeds(news, () => now)
  const plan = { size, store: address, data, port: feeds.port, from: FROM }
  const child = await prepare(plan, news)
  try {
    const hours: DayHour[] = []
    const faults: string[] = []
    for (let hour = 1; hour <= size.hours; hour++) {
      const started = performance.now()
      const sum = { reads: 0, articles: 0, decided: 0, sent: 0, asked: 0 }
      for (let minute = 0; minute < 60; minute += size.every) {
        now = FROM + ((hour - 1) * 60 + minute) * MINUTE_MS
        const { done } = await tell(child, { kind: 'round', at: now }, 'done')
        faults.push(...done.faults)
        sum.reads += done.reads
        sum.articles += done.articles
        sum.decided += done.decided
        sum.sent += done.sent
        sum.asked += done.asked
      }
      const seconds = Math.round((performance.now() - started) / 1000)
      const { memory } = await tell(child, { kind: 'measure' }, 'measured')
      const measured = { hour, ...sum, ...memory, seconds, load: Number(loadavg()[0]?.toFixed(1)) }
      hours.push(measured)
      onHour(measured)
    }
    const published = news.reports.filter(({ at }) => at > FROM && at <= now - 90 * MINUTE_MS).length
    return { hours, faults, published }
  } finally {
    if (child.exitCode === null) {
      const ended = once(child, 'exit')
      if (child.connected) child.send({ kind: 'stop' } satisfies DayOrder)
      await ended
    }
    await feeds.close()
    rmSync(data, { recursive: true })
  }
}

/** Maximum ratio of the memory at the end to that after the first hour. */
export const MOST_GROWTH = 1.1

/**
 * Returns the ratios of the memory at the end to that after the first hour, for the process and for its
 * heaps: 1.02 is two percent more.
 */
export function growthOf(hours: readonly DayMemory[]): { readonly resident: number; readonly held: number } {
  const [first, last] = [hours.at(0), hours.at(-1)]
  if (first === undefined || last === undefined) return { resident: Number.NaN, held: Number.NaN }
  return { resident: last.resident / first.resident, held: heldIn(last) / heldIn(first) }
}

const heldIn = ({ heap, threads, external }: DayMemory): number => heap + threads + external

async function prepare(plan: DayPlan, news: DayNews): Promise<ChildProcess> {
  const settings = daySettings(plan, news.languages)
  const store = await storeOf(settings).open()
  await fillDaysBefore(store, news, { sources: settings.sources, topics: settings.topics, before: FROM })
  const events = news.reports.filter(({ at }) => at > FROM - DAY_MS && at <= FROM).map(({ event }) => event)
  const stories = [...new Set(events)].map(storyOf)
  const { length: count } = await Promise.all(
    daySubscriptions(plan.size.subscriptions, settings, stories, FROM).map(async (subscription) => {
      const { status } = await store.addSubscription(subscription)
      if (status !== 'kept') throw new Error(`${subscription.id} was not kept: ${status}`)
    }),
  )
  console.log(
    `  ${count} subscriptions, ${(await store.counts()).articles} articles of ${plan.size.daysBefore} days`,
  )
  await store.close()
  const program = fileURLToPath(new URL('run-day.ts', import.meta.url))
  const inEveryThread = fileURLToPath(new URL('collect-everywhere.ts', import.meta.url))
  const child = fork(program, [JSON.stringify(plan)], {
    execArgv: ['--expose-gc', '--import', inEveryThread],
    // A thread that waits with Atomics would not hear the request to collect garbage.
    env: { ...process.env, PISCINA_DISABLE_ATOMICS: '1' },
  })
  await hear(child, 'ready')
  return child
}

function tell<Kind extends DayWord['kind']>(
  child: ChildProcess,
  order: DayOrder,
  answer: Kind,
): Promise<Extract<DayWord, { readonly kind: Kind }>> {
  const answered = hear(child, answer)
  child.send(order)
  return answered
}

/**
 * Waits for the bot's next message.
 * @throws Error if it is another one, or the process ends before
 */
function hear<Kind extends DayWord['kind']>(
  child: ChildProcess,
  kind: Kind,
): Promise<Extract<DayWord, { readonly kind: Kind }>> {
  return new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error('the bot of the day ended'))
    child.once('exit', ended)
    child.once('message', (text) => {
      child.off('exit', ended)
      const word = dayWordSchema.parse(text)
      if (isOf(word, kind)) resolve(word)
      else reject(new Error(`'${word.kind}' instead of '${kind}'`))
    })
  })
}

const isOf = <Kind extends DayWord['kind']>(
  word: DayWord,
  kind: Kind,
): word is Extract<DayWord, { readonly kind: Kind }> => word.kind === kind

/** Serves each feed as it is at that time, with validators: what it publishes from the day on. */
async function serveFeeds(
  news: DayNews,
  now: () => number,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = await serveOnLoopback((request, response) => {
    const at = now()
    const reports = news.shownBy(Number((request.url ?? '').slice('/feed-'.length)), FROM, at)
    const items = reports.map((report) => news.tell(report, at))
    const body = rssText({ items })
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end()
    else response.writeHead(200, { etag, 'content-type': 'application/rss+xml' }).end(body)
  }, '0.0.0.0')
  return { port: Number(new URL(server.url).port), close: () => server.close() }
}
