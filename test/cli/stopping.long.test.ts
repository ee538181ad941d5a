import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'

/**
 * The number of simultaneous requests to one host: the reader may have sent that many before it was told to
 * stop.
 */
const AT_ONCE = 2

/**
 * Feeds of a host that accepts connections and never answers, as a sleeping server does. Timing out one after
 * the other would take minutes.
 */
describe('a process that is asked to stop while it reads', { timeout: 180_000 }, () => {
  const home = mkdtempSync(join(tmpdir(), 'dragoman-stop-'))
  let server: Server
  let site: string
  let asked: () => void
  let requests = 0

  beforeAll(async () => {
    server = createServer(() => {
      requests++
      asked()
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : null
    site = `http://127.0.0.1:${port}`
    const ids = Array.from({ length: 20 }, (_, n) => `gazette-${n}`)
    mkdirSync(join(home, 'config'))
    writeFileSync(
      join(home, 'config', 'sources.yaml'),
      `sources:\n${ids.map((id) => `  - { id: ${id}, name: ${id}, homepage: "https://${id}.example/", feed: "${site}/${id}", country: LB, language: en, ownership: private, region: middle-east }\n`).join('')}`,
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
  ])('%s ends and asks nothing more', async (command, code, told) => {
    requests = 0
    const reading = new Promise<void>((resolve) => (asked = resolve))
    const labels = ['--country', 'LB', '--region', 'middle-east', '--ownership', 'private']
    const further = command === 'sources add' ? [site, ...labels] : []
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
    onTestFinished(() => void child.kill('SIGKILL'))
    const errors = text(child.stderr)
    await reading
    child.kill('SIGTERM')
    await once(child, 'close')
    expect(requests).toBeLessThanOrEqual(AT_ONCE)
    expect({ code: child.exitCode, errors: await errors }).toEqual({ code, errors: told })
  })

  it('does not hold it against the sources', async () => {
    const store = await openSqliteStore(join(home, 'start', 'dragoman.sqlite'))
    const states = [...(await store.feedStates()).values()]
    expect(states.filter(({ failuresInARow }) => failuresInARow > 0)).toEqual([])
    await store.close()
  })
})
