import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { startFeedServer, type FeedServer } from '../fakes/feed-server.ts'
import { CLEAN, runDragoman } from './run-dragoman.ts'

const FEED = `<rss version="2.0"><channel><title>Gazette</title><item><guid>g1</guid><title>Ferry to Tripoli sails again</title>
<link>https://gazette.example/ferry</link></item></channel></rss>`

describe('dragoman backup', () => {
  const home = mkdtempSync(join(tmpdir(), 'dragoman-backup-'))
  const env = {
    DRAGOMAN_CONFIG: join(home, 'config'),
    DRAGOMAN_DATA: join(home, 'data'),
    DRAGOMAN_ALLOW_ADDRESSES: '127.0.0.1',
  }
  let server: FeedServer
  let bot: ReturnType<typeof spawn>

  beforeAll(async () => {
    server = await startFeedServer()
    const feed = server.serve('/feed', { body: FEED })
    mkdirSync(join(home, 'config'))
    writeFileSync(
      join(home, 'config', 'sources.yaml'),
      `sources:\n  - { id: gazette, name: Gazette, homepage: "https://gazette.example/", feed: "${feed}", country: LB, language: en, ownership: private, region: middle-east }\n`,
    )
    bot = spawn(process.execPath, ['src/main.ts', 'start'], {
      env: { ...CLEAN, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    // The bot says so when it has read.
    if (bot.stderr !== null) for await (const line of bot.stderr) if (String(line).includes('"read"')) break
  }, 60_000)
  afterAll(async () => {
    if (bot.exitCode === null) {
      bot.kill('SIGTERM')
      await once(bot, 'close')
    }
    await server.close()
    rmSync(home, { recursive: true })
  })

  it('copies the store while the bot runs', async () => {
    const file = join(home, 'copy.sqlite')
    const { code, out } = await runDragoman(['backup', file], { env })
    expect(out).toContain('1 articles in 1 stories')
    expect(code).toBe(0)
    const copy = await openSqliteStore(file, { readOnly: true })
    expect(await copy.counts()).toMatchObject({ articles: 1, stories: 1 })
    await copy.close()
    expect(bot.exitCode).toBeNull()
  })

  it('makes no empty copy of a store that is not there', async () => {
    const file = join(home, 'empty.sqlite')
    const elsewhere = { ...env, DRAGOMAN_DATA: join(home, 'mistyped') }
    const { code, err } = await runDragoman(['backup', file], { env: elsewhere })
    expect(err).toMatch(/^dragoman: Nothing is kept at .*mistyped.* DRAGOMAN_DATA\.\n$/u)
    expect(code).toBe(1)
    expect(existsSync(file)).toBe(false)
  })

  it('never writes over a file', async () => {
    const file = join(home, 'dear.sqlite')
    writeFileSync(file, 'dear to somebody')
    const { code, err } = await runDragoman(['backup', file], { env })
    expect(err).toMatch(/^dragoman: .*dear\.sqlite/u)
    expect(code).toBe(1)
    expect(readFileSync(file, 'utf8')).toBe('dear to somebody')
  })

  it('refuses a second bot on the same store, and lets a briefing look at it', async () => {
    const second = await runDragoman(['start'], { env })
    expect(second.err).toContain('Another Dragoman is running')
    expect(second.code).toBe(1)
    writeFileSync(
      join(home, 'config', 'briefings.yaml'),
      'briefings:\n  - { id: morning, title: Morning, at: ["08:00"] }\n',
    )
    const looked = await runDragoman(['brief', '--json'], { env })
    expect(looked.err).toContain('another Dragoman is running on this store, the bot or a command')
    expect(JSON.parse(looked.out).briefing.sections[0].stories[0].headline).toBe(
      'Ferry to Tripoli sails again',
    )
  })

  it('stops on SIGTERM without a fault', async () => {
    bot.kill('SIGTERM')
    const [code] = await once(bot, 'close')
    expect(code).toBe(0)
  })
})
