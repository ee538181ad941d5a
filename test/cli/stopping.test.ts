import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'

/** A feed that takes a connection and never answers, as a source behind a sleeping server does. */
describe('a process that is asked to stop while it reads', { timeout: 60_000 }, () => {
  const home = mkdtempSync(join(tmpdir(), 'dragoman-stop-'))
  let server: Server
  let feed: string
  let asked: () => void

  beforeAll(async () => {
    server = createServer(() => asked())
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : null
    feed = `http://127.0.0.1:${port}/feed`
    mkdirSync(join(home, 'config'))
    writeFileSync(
      join(home, 'config', 'sources.yaml'),
      `sources:\n  - { id: gazette, name: Gazette, homepage: "https://gazette.example/", feed: "${feed}", country: LB, language: en, ownership: private, region: middle-east }\n`,
    )
    writeFileSync(
      join(home, 'config', 'briefings.yaml'),
      'briefings:\n  - { id: morning, title: Morning, at: ["08:00"] }\n',
    )
  })
  afterAll(async () => {
    server.closeAllConnections()
    server.close()
    rmSync(home, { recursive: true })
  })

  it.each([
    ['start', 0, ''],
    ['brief', 130, 'stopped before every source was read; nothing is told\n'],
    ['doctor', 130, 'stopped before every source was read; nothing is told\n'],
    ['sources add', 130, 'stopped before the site was looked through; nothing was added\n'],
  ])('%s ends at once', async (command, code, told) => {
    const reading = new Promise<void>((resolve) => (asked = resolve))
    const labels = ['--country', 'LB', '--region', 'middle-east', '--ownership', 'private']
    const further = command === 'sources add' ? [feed, ...labels] : []
    const child = spawn(process.execPath, ['src/main.ts', ...command.split(' '), ...further], {
      env: {
        PATH: process.env['PATH'],
        DRAGOMAN_ENV_FILE: '/dev/null',
        DRAGOMAN_CONFIG: join(home, 'config'),
        DRAGOMAN_DATA: join(home, command),
        DRAGOMAN_ALLOW_ADDRESSES: '127.0.0.1',
        DRAGOMAN_LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const errors = text(child.stderr)
    await reading
    const begun = Date.now()
    child.kill('SIGTERM')
    await once(child, 'close')
    expect(Date.now() - begun).toBeLessThan(5_000)
    expect({ code: child.exitCode, errors: await errors }).toEqual({ code, errors: told })
  })

  it('does not hold it against the source', async () => {
    const store = await openSqliteStore(join(home, 'start', 'dragoman.sqlite'))
    expect((await store.feedStates()).get('gazette')?.failuresInARow ?? 0).toBe(0)
    await store.close()
  })
})
