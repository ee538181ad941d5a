import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openPostgresStore } from '../../src/storage/postgres/open-postgres-store.ts'
import { aConfigDirectory } from '../settings/a-config-directory.ts'
import { aTemporaryDirectory } from '../storage/a-temporary-directory.ts'
import { rssText } from '../fakes/feed-text.ts'
import { aPostgresDatabase, noPostgres } from '../fakes/a-postgres.ts'

const KILLS = 30
/** After this many kills all connections to the server are cut as well. */
const CUT_EVERY = 10
const BETWEEN_KILLS_MS = 3_000

const HOSTS = 10
const SOURCES = 120
const ITEMS = 5
const BRIEFINGS = 6

const ROLES = ['reader', 'reader', 'editor', 'editor', 'briefer', 'briefer'] as const

/** Serves feeds of several hosts: each address of loopback is one. */
async function serveFeeds(): Promise<number> {
  const server = createServer((request, response) => {
    const source = (request.url ?? '').slice(1)
    const items = Array.from({ length: ITEMS }, (_, nth) => ({
      guid: `${source}-${nth}`,
      link: `https://${source}.example/${nth}`,
      title: `Minister ${source} opens bridge ${nth} over river ${source}${nth}`,
      html: `The bridge ${source}${nth} was opened on Monday, the ministry of ${source} said in Beirut.`,
      date: new Date().toISOString(),
    }))
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rssText({ items }))
  })
  await once(server.listen(0, '0.0.0.0'), 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

function writeConfig(port: number): string {
  const config = aConfigDirectory()
  const labels = 'country: LB, language: en, ownership: private, region: middle-east'
  const sources = Array.from({ length: SOURCES }, (_, nth) => {
    const feed = `http://127.0.0.${(nth % HOSTS) + 1}:${port}/source-${nth}`
    return `  - { id: source-${nth}, name: Source ${nth}, homepage: "https://source-${nth}.example/", feed: "${feed}", ${labels} }\n`
  })
  writeFileSync(join(config, 'sources.yaml'), `sources:\n${sources.join('')}`)
  const minutes = Array.from({ length: 30 }, (_, nth) =>
    JSON.stringify(new Date(Date.now() + nth * 60_000).toISOString().slice(11, 16)),
  )
  const briefings = Array.from(
    { length: BRIEFINGS },
    (_, nth) => `  - { id: b${nth}, title: Briefing ${nth}, at: [${minutes.join(', ')}] }\n`,
  )
  writeFileSync(join(config, 'briefings.yaml'), `briefings:\n${briefings.join('')}`)
  return config
}

describe.skipIf(noPostgres !== null)(
  `six processes of which one is killed again and again (${noPostgres ?? 'here'})`,
  () => {
    it('lose no article and double no message', { timeout: 900_000 }, async () => {
      const url = await aPostgresDatabase()
      const config = writeConfig(await serveFeeds())
      const home = aTemporaryDirectory()
      const printed = join(home, 'printed')
      const lives: (ChildProcess | null)[] = ROLES.map(() => null)
      onTestFinished(() => lives.forEach((child) => void child?.kill('SIGKILL')))
      const start = (nth: number): void => {
        const child = spawn(process.execPath, ['src/main.ts', 'start', '--role', ROLES[nth] ?? ''], {
          env: {
            PATH: process.env['PATH'],
            DRAGOMAN_ENV_FILE: '/dev/null',
            DRAGOMAN_CONFIG: config,
            DRAGOMAN_DATA: join(home, `data-${nth}`),
            DATABASE_URL: url,
            DRAGOMAN_ALLOW_ADDRESSES: '127.0.0.0/8',
            DRAGOMAN_LOG_LEVEL: 'fatal',
          },
          stdio: ['ignore', 'pipe', 'ignore'],
        })
        child.stdout.pipe(createWriteStream(printed, { flags: 'a' }))
        lives[nth] = child
      }
      const client = new pg.Client({ connectionString: url })
      client.on('error', () => undefined)
      await client.connect()
      ROLES.forEach((_role, nth) => start(nth))
      // Not random: each process dies equally often, and never in the same order.
      for (let kills = 1; kills <= KILLS; kills++) {
        await wait(BETWEEN_KILLS_MS)
        const nth = (kills * 5 + Math.floor(kills / 6)) % ROLES.length
        lives[nth]?.kill('SIGKILL')
        start(nth)
        if (kills % CUT_EVERY === 0)
          await client.query(
            'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
          )
      }
      await client.end()

      const { store, shared } = await openPostgresStore(url, { shared: true })
      const since = Date.now() - 3_600_000
      await expect
        .poll(async () => (await store.counts()).articles, { timeout: 240_000, interval: 2_000 })
        .toBe(SOURCES * ITEMS)
      await expect.poll(() => shared.unplaced(1), { timeout: 60_000 }).toEqual([])
      const placed = await store.placedArticles(0)
      expect(new Set(placed.map(({ id }) => id)).size).toBe(SOURCES * ITEMS)

      // Wait for the slots of another minute, because the kills may end within the first minute or the
      // second.
      const decided = async () => (await store.deliveries(since)).length
      await expect.poll(decided, { timeout: 120_000, interval: 1_000 }).toBeGreaterThan(BRIEFINGS)
      // Wait until everything due has been sent. Messages cut off while they were printed are counted
      // separately.
      const open = async () =>
        (await store.deliveries(since)).filter(({ state }) => state === 'pending' || state === 'sending')
      await expect.poll(open, { timeout: 180_000, interval: 2_000 }).toEqual([])
      // Awaited before the signal: a process that has already ended emits nothing again.
      const ends = lives.flatMap((child) =>
        child === null || child.exitCode !== null || child.signalCode !== null ? [] : [once(child, 'exit')],
      )
      for (const child of lives) child?.kill('SIGTERM')
      await Promise.all(ends)
      const sent = await store.deliveries(since)
      const slots = sent.map(({ subscription, slot }) => `${subscription} ${slot}`)
      expect(sent.length).toBeGreaterThan(BRIEFINGS)
      expect(new Set(slots).size).toBe(slots.length)
      expect(sent.filter(({ state }) => state !== 'sent' && state !== 'uncertain')).toEqual([])
      const shown = readFileSync(printed, 'utf8').match(/^.*Briefing \d\b/gmu)?.length ?? 0
      const uncertain = sent.filter(({ state }) => state === 'uncertain').length
      expect(shown).toBeGreaterThanOrEqual(sent.length - uncertain)
      expect(shown).toBeLessThanOrEqual(sent.length)
      await store.close()
    })
  },
)
