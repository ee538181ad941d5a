import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { serveChangingFeeds } from './changing-feeds.ts'
import type { DrillPlan } from './drill-plan.ts'
import { drillSubscriptions } from './drill-subscriptions.ts'
import { judgeDrill, type DrillReport } from './judge-drill.ts'
import { randomNumbers } from './random-numbers.ts'
import { startStubPlatform } from './stub-platform.ts'

export interface DrillOptions {
  readonly kills: number
  readonly seed: number
  /** A directory that this drill may fill. */
  readonly directory: string
  readonly onKill?: (kills: number) => void
}

/** A minute of the clock in a real second. */
const SPEED = 60
const MINUTE = 60_000
const FROM = Date.UTC(2026, 2, 10, 6)
const FEEDS = 6

/** One of so many processes is killed while it starts; the others at any time of a life that begins when they are ready. In real milliseconds. */
const KILLED_AT_START = 5
const LONGEST_START_MS = 1_500
const LONGEST_LIFE_MS = 3_000

/** Real time in which the last process has to bring everything in order. */
const SETTLING_MS = 180_000

/**
 * Kills the bot again and again while feeds change, subscriptions fall due and the platform misbehaves; then lets one process settle what is left, and judges
 * what readers got.
 */
export async function runDrill(options: DrillOptions): Promise<DrillReport> {
  const random = randomNumbers(options.seed)
  const startedAt = Date.now()
  const now = (): number => FROM + (Date.now() - startedAt) * SPEED
  const platform = await startStubPlatform(random)
  const feeds = await serveChangingFeeds(FEEDS, FROM, now, random)
  const plan: DrillPlan = {
    store: `${options.directory}/drill.sqlite`,
    platformUrl: platform.url,
    feeds: [...feeds.feeds],
    clock: { from: FROM, startedAt, speed: SPEED },
    subscriptions: drillSubscriptions(),
  }
  const decidedAt: number[] = []
  const faults: string[] = []
  const cut = new Set<string>()
  const givenUp = new Set<string>()

  function start(onReady: () => void = () => undefined): ChildProcess {
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL('run-bot.ts', import.meta.url)), JSON.stringify(plan)],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        // Starting takes most of these lives: types are stripped once.
        env: { ...process.env, NODE_COMPILE_CACHE: `${options.directory}/compiled` },
      },
    )
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue
      createInterface(stream).on('line', (line) => {
        if (line.startsWith('decided ')) decidedAt.push(Number(line.slice('decided '.length)))
        else if (line.startsWith('gave up ')) givenUp.add(line.slice('gave up '.length))
        else if (line === 'ready') onReady()
        else faults.push(line)
      })
    }
    return child
  }

  try {
    for (let kills = 1; kills <= options.kills; kills++) {
      const ready = Promise.withResolvers<void>()
      const child = start(ready.resolve)
      const gone = once(child, 'exit')
      if (kills % KILLED_AT_START === 0) await Promise.race([wait(random() * LONGEST_START_MS), gone])
      else await Promise.race([ready.promise.then(() => wait(random() * LONGEST_LIFE_MS)), gone])
      if (child.exitCode !== null) faults.push(`the bot ended by itself with ${child.exitCode}`)
      child.kill('SIGKILL')
      await gone
      for (const id of await inFlight(plan.store)) cut.add(id)
      options.onKill?.(kills)
    }
    platform.behave()
    feeds.behave()
    const until = now()
    const last = start()
    const gone = once(last, 'exit')
    await settled(plan.store, until + MINUTE, now)
    last.kill('SIGTERM')
    await Promise.race([gone, wait(10_000)])
    last.kill('SIGKILL')
    return await judgeDrill({
      plan,
      until,
      decidedAt,
      cut,
      givenUp,
      faults,
      feeds,
      platform: platform.record,
      kills: options.kills,
    })
  } finally {
    await platform.close()
    await feeds.close()
  }
}

/** Rows that a killed process had leased. */
async function inFlight(file: string): Promise<readonly string[]> {
  if (!existsSync(file)) return []
  const store = await openSqliteStore(file)
  const deliveries = await store.deliveries(0)
  await store.close()
  return deliveries.filter(({ state }) => state === 'sending').map(({ outboxId }) => outboxId)
}

/** Waits until nothing decided before `until` is on its way any more, and every feed was read to the end since then. */
async function settled(file: string, until: number, now: () => number): Promise<void> {
  const giveUpAt = Date.now() + SETTLING_MS
  while (Date.now() < giveUpAt) {
    await wait(1_000)
    if (now() < until + MINUTE) continue
    const store = await openSqliteStore(file, { readOnly: true })
    const deliveries = await store.deliveries(0)
    const states = [...(await store.feedStates()).values()]
    await store.close()
    const isWaiting = deliveries.some(
      ({ at, state }) => at <= until && (state === 'pending' || state === 'sending'),
    )
    if (!isWaiting && states.every(({ lastSuccessAt }) => (lastSuccessAt ?? 0) > until)) return
  }
}
