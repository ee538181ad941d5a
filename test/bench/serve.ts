import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { composeBriefing } from '../../src/briefings/compose-briefing.ts'
import type { BriefingSettings } from '../../src/briefings/composition.ts'
import type { Store } from '../../src/records/ports/store.ts'
import type { Subscription } from '../../src/records/subscription.ts'
import { createDecider } from '../../src/schedule/create-decider.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { manySubscriptions, settingsFor } from './many-subscriptions.part.ts'
import { syntheticNews, type SyntheticNews } from './synthetic-news.part.ts'

const SUBSCRIPTIONS = 10_000
const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Articles that four hundred sources publish in a day: about four thousand stories. */
const ARTICLES_A_DAY = 10_000

/** Number of subscriptions that are served without sharing; ten thousand would take too long. */
const UNSHARED = 100

/** Times ten thousand briefings due in one minute, beside composing and deciding each one separately. */
export async function run(): Promise<void> {
  const directory = await mkdtemp(path.join(tmpdir(), 'dragoman-serve-'))
  const store = await openSqliteStore(path.join(directory, 'serve.sqlite'))
  try {
    const news = syntheticNews(1)
    const settings = settingsFor(news)
    const all = manySubscriptions(SUBSCRIPTIONS, news, settings)
    const wishes = new Set(
      all.map((one) => JSON.stringify([one.regions, one.countries, one.topics, one.stories, one.language])),
    )
    console.log(`serve: ${all.length} subscriptions with ${wishes.size} different wishes, on one thread`)
    const decider = createDecider(store, settings)
    await publish(store, news, ARTICLES_A_DAY * 1.25)
    await time('first day, nothing told before', () => decider.decide(all, dueAt(news)))
    await publish(store, news, ARTICLES_A_DAY)
    await time('second day, everyone told before', () => decider.decide(all, dueAt(news)))
    await publish(store, news, ARTICLES_A_DAY)
    const now = dueAt(news)
    const heads = await store.storyHeads({ from: now - DAY, to: now })
    console.log(`  ${heads.length} stories in the last day`)
    const each = await timeUnshared(store, all, settings, now)
    const shared = await time('third day', () => decider.decide(all, now))
    console.log(
      `  the same, unshared: ${each.toFixed(1)} ms each (of ${UNSHARED}), so ${Math.round((each * SUBSCRIPTIONS) / 1000)} s for all: ${Math.round((each * SUBSCRIPTIONS) / shared)} times as long`,
    )
  } finally {
    await store.close()
    await rm(directory, { recursive: true })
  }
}

async function publish(store: Store, news: SyntheticNews, articles: number): Promise<void> {
  for (let i = 0; i < articles; i += 20) await store.keepRead(news.nextRead(20))
}

/** Returns the first full hour after the news, at which all are due. */
function dueAt(news: SyntheticNews): number {
  return Math.ceil((news.now() + 1) / HOUR) * HOUR
}

async function time(
  what: string,
  decide: () => Promise<{ decided: number; faults: readonly unknown[] }>,
): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const cpu = process.cpuUsage()
  const started = performance.now()
  const { decided, faults } = await decide()
  const ms = performance.now() - started
  const { user, system } = process.cpuUsage(cpu)
  delay.disable()
  const loop = `event loop held ${(delay.percentile(99) / 1e6).toFixed(0)} ms (p99), ${(delay.max / 1e6).toFixed(0)} ms (longest)`
  console.log(
    `  ${what}: ${decided} decided in ${(ms / 1000).toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of CPU); ${loop}`,
  )
  for (const fault of faults.slice(0, 1)) console.log('  fault', fault)
  return ms
}

/**
 * Reads, chooses, composes and writes separately for each subscription. Decisions are stored under other
 * subscriptions.
 */
async function timeUnshared(
  store: Store,
  all: readonly Subscription[],
  settings: BriefingSettings,
  now: number,
): Promise<number> {
  const some = all.filter((_, i) => i % (SUBSCRIPTIONS / UNSHARED) === 0)
  const started = performance.now()
  for (const one of some) {
    const period = { from: now - DAY, now, onlyMoved: true }
    const { briefing, booked } = await composeBriefing(one, period, store, settings)
    const slot = '2026-01-01 08:00'
    const message = { kind: 'briefing', briefing } as const
    const [subscription, destination] = [`unshared-${one.id}`, `terminal:unshared-${one.id}`]
    await store.decide({
      outboxId: subscription,
      subscription,
      destination,
      slot,
      at: now,
      message,
      told: booked,
    })
  }
  return (performance.now() - started) / some.length
}
