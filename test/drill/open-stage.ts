import { setTimeout as wait } from 'node:timers/promises'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import type { Standing } from './drill-plan.ts'
import { drillSubscriptions, SLOT_MINUTES } from './drill-subscriptions.ts'
import type { Evidence, Trouble } from './judge/evidence.ts'
import { readNotes } from './judge/read-notes.ts'
import { readStore } from './judge/read-store.ts'
import { movedClock } from './moved-clock.ts'
import { serveNews } from './news/serve-news.ts'
import type { FaultPlan } from './platform/choose-faults.ts'
import { openPlatforms, type Platforms } from './platform/open-platforms.ts'
import { createPoints, type Armed } from './points.ts'
import { startLives } from './start-lives.ts'

export interface StageOptions {
  /** Directory of one store and its files. */
  readonly directory: string
  /** Directory for compiled code, shared by all stores. */
  readonly shared: string
  /** Number of channels on each platform. */
  readonly channels: number
  readonly random: () => number
}

/** How a burst ended: everything decided is finished, the bot has ended, or it did not finish in time. */
export type Ending = 'settled' | 'ended' | 'stuck'

/** One store with its bot, its feeds, its platforms and its clock. */
export interface Stage {
  readonly platforms: Platforms
  now(): number
  /** Time of the next slot of daily subscriptions. */
  nextSlot(): number
  /**
   * Starts the bot if it is not running, `armed` from its first call. Returns false if it was killed while it
   * started.
   */
  start(armed?: Armed | null): Promise<boolean>
  /** Kills it on the spot and waits until it has ended. */
  kill(): Promise<void>
  arm(armed: Armed | null): void
  /** Points passed since the bot was last armed, on both sides of the socket. */
  counts(): Promise<Readonly<Record<string, number>>>
  begin(name: string, faults: FaultPlan): void
  /** Renames the last trouble, because it did not happen. */
  rename(name: string): void
  moveTo(at: number): void
  /** Waits until the feeds were read at or after this time. */
  read(at: number): Promise<Ending>
  /** Waits until everything due at this time is decided. */
  decide(at: number): Promise<Ending>
  /**
   * Waits until everything decided up to this time is finished. While nothing happens, the clock is moved
   * forward.
   */
  settle(at: number): Promise<Ending>
  /**
   * Waits for some seconds at most until nothing is in progress. Stopping a bot or moving its clock far
   * during a call would cause trouble that no real machine has.
   */
  rest(): Promise<void>
  /** Lets the clock advance by `ms` in steps while the bot works. */
  pass(ms: number, step: number): Promise<void>
  /** Ends all misbehaviour. */
  behave(): void
  complain(text: string): void
  end(): Promise<Evidence>
}

const MINUTE = 60_000
const SLOT_MS = SLOT_MINUTES * MINUTE
const FROM = Date.UTC(2026, 2, 10, 6, 1)

const OUTLETS = 2

/**
 * If nothing has happened for `QUIET_MS` (real milliseconds) because everything waits for a time, the clock
 * is moved forward by `STEP_MS`.
 */
const STEP_MS = 5_000
const QUIET_MS = 120

const LOOK_MS = 40

/**
 * Maximum wait in real milliseconds. Notices to one person are sent one after the other, and nobody waits for
 * the last of many.
 */
const REST_MS = 5_000

/** Longer than any burst takes, in real milliseconds. */
const GIVE_UP_MS = 60_000

export async function openStage({ directory, shared, channels, random }: StageOptions): Promise<Stage> {
  const clock = movedClock(FROM)
  const points = createPoints()
  const cast = drillSubscriptions(channels)
  const troubles: Trouble[] = []
  const complaints: string[] = []
  const files = { store: `${directory}/store.sqlite`, decisions: `${directory}/decisions.jsonl` }
  const news = await serveNews(OUTLETS, clock.now, random)
  const platforms = await openPlatforms({
    ...cast,
    now: clock.now,
    random,
    points,
    life: () => lives.count(),
    kill: () => lives.current()?.kill() ?? false,
  })
  const lives = startLives({
    shared,
    complain: (text) => void complaints.push(text),
    plan: (armed) => ({
      ...files,
      slackUrl: platforms.slackUrl,
      discordUrl: platforms.discordUrl,
      feeds: [...news.feeds],
      clock: clock.setting(),
      subscriptions: [...cast.subscriptions],
      createdAt: FROM,
      armed,
    }),
  })
  const tellClock = (): void => lives.current()?.order({ kind: 'clock', clock: clock.setting() })
  const moveTo = (at: number): void => {
    clock.moveTo(at)
    tellClock()
  }

  async function waitFor(
    isOver: (standing: Standing) => boolean,
    { steps = false, giveUpMs = GIVE_UP_MS } = {},
  ): Promise<Ending> {
    for (const giveUpAt = Date.now() + giveUpMs; Date.now() < giveUpAt;) {
      const standing = (await lives.current()?.ask()) ?? null
      if (standing === null) return 'ended'
      if (isOver(standing)) return 'settled'
      if (steps && platforms.quietFor() > QUIET_MS) moveTo(clock.now() + STEP_MS)
      await wait(LOOK_MS)
    }
    return 'stuck'
  }

  const read = (at: number): Promise<Ending> => waitFor(({ readAt }) => readAt >= at)
  const settle = (at: number): Promise<Ending> =>
    waitFor(({ decidedAt, left }) => decidedAt >= at && left === 0, { steps: true })

  return {
    platforms,
    now: clock.now,
    nextSlot: () => (Math.floor(clock.now() / SLOT_MS) + 1) * SLOT_MS,
    async start(armed = null) {
      if (lives.current()?.isAlive() === true) return true
      points.arm(armed)
      return lives.start(armed)
    },
    kill: () => lives.kill(),
    arm(armed) {
      points.arm(armed)
      lives.current()?.order({ kind: 'arm', armed })
    },
    async counts() {
      return { ...(await lives.current()?.ask())?.points, ...points.counts() }
    },
    begin(name, faults) {
      troubles.push({ from: clock.now(), name })
      platforms.begin(faults)
    },
    rename(name) {
      const last = troubles.pop()
      if (last !== undefined) troubles.push({ ...last, name })
    },
    moveTo,
    read,
    decide: (at) => waitFor(({ decidedAt }) => decidedAt >= at),
    settle,
    async rest() {
      await waitFor(({ left }) => left === 0, { steps: true })
      await waitFor(({ notices }) => notices === 0, { steps: true, giveUpMs: REST_MS })
      while (platforms.quietFor() < QUIET_MS) await wait(LOOK_MS)
    },
    async pass(ms, step) {
      for (const until = clock.now() + ms; clock.now() < until;) {
        await wait(QUIET_MS)
        if (platforms.quietFor() > QUIET_MS) moveTo(Math.min(until, clock.now() + step))
      }
    },
    behave() {
      news.behave()
      platforms.begin({ kind: 'none' })
    },
    complain: (text) => void complaints.push(text),
    async end() {
      // What a reading brings is decided on in a later round. Ended in between, the bot would owe alerts.
      await read(clock.now())
      await settle(clock.now())
      const until = clock.now()
      await lives.end()
      await platforms.close()
      await news.close()
      const notes = readNotes(files.decisions)
      const store = await openSqliteStore(files.store, { readOnly: true })
      const said = await readStore(store, notes)
      await store.close()
      return {
        ...said,
        subscriptions: cast.subscriptions,
        doomed: new Set(cast.doomed.keys()),
        troubles,
        kills: lives.kills,
        log: platforms.log,
        shown: platforms.shown,
        notes,
        served: news.served,
        decidedAt: lives.decidedAt,
        from: FROM,
        until,
        complaints,
      }
    },
  }
}
