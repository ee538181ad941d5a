import { fork } from 'node:child_process'
import { once } from 'node:events'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createFeedReader, type FeedReader } from '../../src/feeds/feed-reader.ts'
import { type FeedState, NEVER_READ, type Push } from '../../src/records/feed-state.ts'
import { afterRead } from '../../src/feeds/websub/hub-trust.ts'
import type { Told } from './feeds-polling.part.ts'

const MINUTE = 60_000
const START = Date.parse('2026-03-10T06:00:00Z')
const MINUTES = 360

/**
 * Simulates six hours of polling 300 feeds of 30 sites on loopback, one answer in five a fault, and measures
 * the requests, the answers and the cost. Then repeats it with a hub for each feed that delivers within a
 * minute, to see how many requests that saves.
 */
export async function run(): Promise<void> {
  const polled = await follow(false)
  console.table(polled.outcomes)
  console.log(`requests after each hour: ${polled.hours.join(', ')}; entries seen: ${polled.entries}`)
  console.log(
    `${polled.asked} requests, ${((100 * polled.notModified) / polled.asked).toFixed(0)}% answered 304`,
  )
  console.log(
    `${polled.seconds.toFixed(1)} s, peak memory ${(polled.peak / 1e6).toFixed(0)} MB (worker thread included)`,
  )
  console.log(`event-loop delay: ${polled.delay}`)
  const pushed = await follow(true)
  const spared = 1 - pushed.asked / polled.asked
  console.log(
    `with a hub for each feed: ${pushed.asked} requests and ${pushed.delivered} deliveries, so hubs spare ${(100 * spared).toFixed(0)}% of the requests; entries seen: ${pushed.entries}`,
  )
}

async function follow(isPushed: boolean) {
  const press = fork(new URL('./feeds-polling.part.ts', import.meta.url), isPushed ? ['pushed'] : [])
  const feeds: string[] = (await once(press, 'message'))[0]
  let now = START
  const reader = createFeedReader({
    userAgent: 'Dragoman/bench',
    allowAddresses: ['127.0.0.0/8'],
    timeoutMs: 5000,
    now: () => now,
  })
  const desk = new Desk(reader, isPushed)
  const delay = monitorEventLoopDelay({ resolution: 5 })
  let peak = 0
  let delivered = 0
  const started = performance.now()
  delay.enable()
  const hours: number[] = []
  let told: Told = { asked: 0, notModified: 0, published: [] }
  for (let minute = 0; minute < MINUTES; minute += 1) {
    now = START + minute * MINUTE
    press.send(now)
    told = (await once(press, 'message'))[0]
    delivered += told.published.length
    await Promise.all(told.published.map(({ feed, body }) => desk.take(feed, body, now)))
    await Promise.all(feeds.map((feed) => desk.readIfDue(feed, now)))
    peak = Math.max(peak, process.memoryUsage().rss)
    // The requests of a minute are reported with the next one.
    if (minute % 60 === 59) hours.push(told.asked)
  }
  delay.disable()
  const seconds = (performance.now() - started) / 1000
  await reader.close()
  press.kill()
  return {
    outcomes: Object.fromEntries([...desk.outcomes].sort((a, b) => b[1] - a[1])),
    asked: told.asked,
    notModified: told.notModified,
    delivered,
    hours,
    seconds,
    peak,
    entries: desk.entries.size,
    delay: `p50 ${ms(delay.percentile(50))}, p99 ${ms(delay.percentile(99))}, most ${ms(delay.max)}`,
  }
}

/** Keeps states and pushes like the news desk, without a store. */
class Desk {
  readonly #reader: FeedReader
  readonly #isPushed: boolean
  readonly #states = new Map<string, FeedState>()
  readonly outcomes = new Map<string, number>()
  readonly entries = new Set<string>()

  constructor(reader: FeedReader, isPushed: boolean) {
    this.#reader = reader
    this.#isPushed = isPushed
  }

  async readIfDue(feed: string, now: number): Promise<void> {
    const before = this.#states.get(feed) ?? NEVER_READ
    if (before.nextReadAt > now) return
    const outcome = await this.#reader.read({ feed, language: 'en' }, before)
    const push = before.push && afterRead(before.push, before, outcome.state, now)
    this.#keep(feed, outcome, this.#isPushed && push === null ? subscribed(feed, now) : push)
    const key = outcome.status === 'failed' ? `failed: ${outcome.failure.kind}` : outcome.status
    this.outcomes.set(key, (this.outcomes.get(key) ?? 0) + 1)
  }

  async take(feed: string, body: string, now: number): Promise<void> {
    const state = this.#states.get(feed)
    if (!state?.push) return
    const delivery = { bytes: Buffer.from(body), contentType: 'application/rss+xml' }
    const outcome = await this.#reader.readDelivery({ feed, language: 'en' }, state, delivery)
    this.#keep(feed, outcome, { ...state.push, deliveredAt: now, missed: 0 })
  }

  #keep(feed: string, outcome: Awaited<ReturnType<FeedReader['read']>>, push: Push | null): void {
    this.#states.set(feed, { ...outcome.state, push })
    if (outcome.status !== 'new') return
    for (const { guid } of outcome.feed.entries) this.entries.add(`${feed} ${guid}`)
  }
}

/** A subscription that its hub confirmed at once. */
const subscribed = (feed: string, now: number): Push => ({
  hub: 'https://hub.example/',
  topic: feed,
  callback: 'https://news.example/hubs/bench',
  secret: 'bench',
  status: 'active',
  askedAt: now,
  askAt: now + 10 * 24 * 60 * MINUTE,
  inVain: 0,
  leaseUntil: now + 10 * 24 * 60 * MINUTE,
  deliveredAt: null,
  forged: 0,
  missed: 0,
})

const ms = (nanoseconds: number): string => `${(nanoseconds / 1e6).toFixed(1)} ms`
