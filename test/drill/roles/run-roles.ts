import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openPostgresStore } from '../../../src/storage/postgres/open-postgres-store.ts'
import { startPostgres } from '../../fakes/an-own-postgres.ts'
import { toSubscription, type DrillWish } from '../drill-plan.ts'
import { drillSubscriptions } from '../drill-subscriptions.ts'
import type { Evidence, Kill, Trouble } from '../judge/evidence.ts'
import { isBad } from '../judge/is-bad.ts'
import { judge, type Judgement } from '../judge/judge.ts'
import { readStore } from '../judge/read-store.ts'
import { DISCORD_TOKEN } from '../platform/discord-stand-in.ts'
import { openPlatforms } from '../platform/open-platforms.ts'
import { SLACK_APP_TOKEN, SLACK_TOKEN } from '../platform/slack-stand-in.ts'
import { createPoints } from '../points.ts'
import { readDecisions } from './read-decisions.ts'
import { stageNews } from './staged-news.ts'
import { startTroupe, TROUPE } from './start-troupe.ts'

export interface RolesRun {
  readonly kills: number
  readonly serverKills: number
  /** Mean time between two kills of a process, in milliseconds. */
  readonly betweenMs: number
  /** Number of channels on each platform. */
  readonly channels: number
  readonly random: () => number
  /** Directory of this run; PostgreSQL's user must be able to reach it. */
  readonly directory: string
  readonly onKill: (kills: number, serverKills: number) => void
}

export interface RolesReport extends Judgement {
  /** Number of kills by target. */
  readonly kills: Readonly<Record<string, number>>
  readonly articles: number
  readonly slots: number
  readonly seconds: number
}

const MINUTE = 60_000
const DATABASE = 'drill'

/** Maximum time of one drill. */
const LONGEST_MS = 180 * MINUTE

/** Milliseconds to wait for all processes to start: killing one before it is at work would test nothing. */
const FIRST_START_MS = 90_000

/** Milliseconds within which all processes notice that the server was down. */
const NOTICED_MS = 20_000

/** Milliseconds for finishing what is in progress at the last kill. */
const LONGEST_REST_MS = 15 * MINUTE

/** Time between two slots of a subscription. */
const SLOT_MS = 2 * MINUTE

/** Milliseconds before a slot by which all deciding processes must know it. */
const NEXT_SLOT_MS = 30_000

const LEFT = `
  select ((select count(*) from unplaced) + (select count(*) from outbox where state in ('pending', 'sending')))::int as left`

/** Milliseconds from the beginning of a slot until it is decided, on a busy machine. */
const DECIDED_MS = 90_000

/** Counts messages that may not have arrived. The next slot of their subscription tells their contents. */
const UNTOLD = `select count(*)::int as untold from outbox where state in ('uncertain', 'failed')`

const minuteOf = (at: number): string => new Date(at).toISOString().slice(11, 16)

/**
 * Runs six processes on one PostgreSQL. Random processes are killed one after the other, and the server from
 * time to time, while briefings fall due every second minute. At the end nothing is killed any more, and what
 * readers received is compared with what was decided.
 */
export async function runRoles(run: RolesRun): Promise<RolesReport> {
  const { random, directory } = run
  const startedAt = performance.now()
  rmSync(directory, { recursive: true, force: true })
  const config = join(directory, 'config')
  mkdirSync(config, { recursive: true })
  const server = await startPostgres(`${directory}-server`)
  const url = await server.database(DATABASE)
  const cast = castOfMinutes(run.channels)
  const from = Date.now()
  const { store } = await openPostgresStore(url)
  for (const wish of cast.subscriptions) await store.addSubscription(toSubscription(wish, from))
  await store.close()

  const kills: Kill[] = []
  const troubles: Trouble[] = []
  const counts = new Map<string, number>()
  const complaints: string[] = []
  const news = await stageNews(config, random)
  news.add()
  const platforms = await openPlatforms({
    ...cast,
    now: Date.now,
    random,
    points: createPoints(),
    // The next process to be killed may be the one that called.
    life: () => kills.length + 1,
    kill: () => false,
  })
  let downUntil = 0
  const env = {
    DRAGOMAN_CONFIG: config,
    DATABASE_URL: url,
    DRAGOMAN_ALLOW_ADDRESSES: '127.0.0.0/8',
    SLACK_API_URL: platforms.slackUrl,
    SLACK_BOT_TOKEN: SLACK_TOKEN,
    SLACK_APP_TOKEN,
    DISCORD_TOKEN,
    DRILL_DISCORD_API: platforms.discordUrl,
  }
  const troupe = startTroupe(directory, env, () => downUntil > Date.now() - NOTICED_MS)
  const adding = setInterval(() => news.add(), MINUTE)

  const note = (name: string): void => {
    kills.push({ life: kills.length + 1, at: Date.now() })
    troubles.push({ from: Date.now(), name })
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  async function killServer(how: 'fast' | 'immediate'): Promise<void> {
    note(`kill of the server, ${how}`)
    downUntil = Number.POSITIVE_INFINITY
    await server.stop(how)
    await server.start()
    downUntil = Date.now()
  }

  const giveUpAt = Date.now() + FIRST_START_MS
  while (troupe.started() < TROUPE.length && Date.now() < giveUpAt) await wait(500)
  let serverKills = 0
  for (let nth = 1; nth <= run.kills; nth++) {
    await wait(run.betweenMs * (0.5 + random()))
    const chosen = Math.floor(random() * TROUPE.length)
    note(`kill of ${TROUPE[chosen]}`)
    troupe.replace(chosen)
    if (Math.floor((nth * run.serverKills) / run.kills) > serverKills) {
      // While the new process is starting and the others work.
      await wait(run.betweenMs * random())
      await killServer(serverKills % 2 === 0 ? 'fast' : 'immediate')
      serverKills += 1
    }
    run.onKill(nth, serverKills)
  }

  news.behave()
  troubles.push({ from: Date.now(), name: 'nothing' })
  let lastSlot = Date.now()
  await rest()
  complaints.push(...(await troupe.end()))
  await platforms.close()
  await news.close()

  /**
   * Lets two slots pass without trouble, then lets nothing fall due and waits until everything is placed and
   * sent. If messages are in doubt, one more slot tells their contents.
   */
  async function rest(): Promise<void> {
    const enough = Math.ceil(Date.now() / SLOT_MS) * SLOT_MS + 2 * SLOT_MS
    while (Date.now() < enough) await wait(1_000)
    await letFallDue(Date.now() - 60 * MINUTE)
    lastSlot = Date.now() - SLOT_MS
    clearInterval(adding)
    await settle()
    const [ended] = await server.ask(DATABASE, UNTOLD)
    if (ended?.['untold'] === 0) return
    const next = Math.ceil((Date.now() + NEXT_SLOT_MS) / MINUTE) * MINUTE
    await letFallDue(next)
    while (Date.now() < next + DECIDED_MS) await wait(1_000)
    await settle()
  }

  /** Lets briefings fall due at this minute of each day only. */
  async function letFallDue(at: number): Promise<void> {
    await server.ask(
      DATABASE,
      `update subscription set body = jsonb_set(body::jsonb, '{at}', '["${minuteOf(at)}"]')::text`,
    )
  }

  async function settle(): Promise<void> {
    for (const until = Date.now() + LONGEST_REST_MS; Date.now() < until; await wait(2_000)) {
      const [left] = await server.ask(DATABASE, LEFT)
      if (left?.['left'] !== 0) continue
      // Also wait for the sources: one that failed rests for some minutes, even if its answer reached a
      // process that was killed.
      const stored = await server.ask(DATABASE, 'select url from article')
      if (news.served.isSubsetOf(new Set(stored.map(({ url }) => url)))) return
    }
    complaints.push('what was under way did not come to an end')
  }

  const opened = (await openPostgresStore(url)).store
  const notes = await readDecisions(server, DATABASE)
  const said = await readStore(opened, notes)
  await opened.close()
  await server.stop('fast')
  const evidence: Evidence = {
    ...said,
    subscriptions: cast.subscriptions,
    doomed: new Set(cast.doomed.keys()),
    troubles,
    kills,
    log: platforms.log,
    shown: platforms.shown,
    notes,
    served: news.served,
    decidedAt: troupe.decidedAt,
    from,
    until: lastSlot,
    complaints,
  }
  const judgement = judge(evidence)
  if (judgement.broken.length > 0 || judgement.messages.some(isBad))
    writeFileSync(
      join(directory, 'evidence.json'),
      JSON.stringify(evidence, (_, value: unknown) =>
        value instanceof Set ? [...value] : value instanceof Map ? [...value] : value,
      ),
    )
  else for (const used of [directory, server.directory]) rmSync(used, { recursive: true, force: true })
  return {
    ...judgement,
    kills: Object.fromEntries(counts),
    articles: said.stored.size,
    slots: said.deliveries.filter(({ slot }) => slot !== '').length,
    seconds: Math.round((performance.now() - startedAt) / 1000),
  }
}

/** Returns the subscriptions of the other drill with a slot every second minute of the real clock. */
function castOfMinutes(channels: number): ReturnType<typeof drillSubscriptions> {
  const cast = drillSubscriptions(channels)
  const begin = Math.ceil(Date.now() / SLOT_MS) * SLOT_MS
  const at = Array.from({ length: LONGEST_MS / SLOT_MS }, (_, nth) =>
    new Date(begin + nth * SLOT_MS).toISOString().slice(11, 16),
  )
  const subscriptions = cast.subscriptions.map((wish): DrillWish => ({
    ...wish,
    zone: 'UTC',
    at: wish.kind === 'briefing' ? at : [],
  }))
  return { ...cast, subscriptions }
}
