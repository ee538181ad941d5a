import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { aConfigDirectory } from '../settings/a-config-directory.ts'
import { aDecision } from '../storage/a-decision.ts'
import { aTemporaryDirectory } from '../storage/a-temporary-directory.ts'
import { freePort } from '../fakes/slack/web-api.ts'
import { patiently } from '../patiently.ts'

/** The time that `docker stop` waits. */
const KILLED_AFTER_MS = 10_000

/** A Slack that never answers posts. */
async function openSleepingSlack() {
  const posting = Promise.withResolvers<void>()
  const server = createServer((request, response) => {
    if (request.url?.endsWith('chat.postMessage') === true) return posting.resolve()
    const whoever = { team_id: 'T1', user_id: 'U1', bot_id: 'B1', team: 'Desk', user: 'dragoman' }
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(
      JSON.stringify({ ok: true, ...whoever, url: 'https://desk.slack.example/', channel: { id: 'C1' } }),
    )
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/api/`,
    posted: posting.promise,
  }
}

test(
  'a bot whose platform does not answer is watched from outside, and ends within ten seconds',
  { timeout: 180_000 },
  async () => {
    const slack = await openSleepingSlack()
    const data = aTemporaryDirectory()
    const config = aConfigDirectory()
    writeFileSync(join(config, 'briefings.yaml'), 'briefings: []\n')
    const store = await openSqliteStore(join(data, 'dragoman.sqlite'))
    await store.decide(aDecision({ outboxId: 'o', at: Date.now(), destination: 'slack:T1/C1' }))
    await store.close()
    const [status, entrance] = [await freePort(), await freePort()]
    const child = spawn(process.execPath, ['src/main.ts', 'start'], {
      env: {
        PATH: process.env['PATH'],
        DRAGOMAN_ENV_FILE: '/dev/null',
        DRAGOMAN_CONFIG: config,
        DRAGOMAN_DATA: data,
        DRAGOMAN_STATUS_PORT: String(status),
        SLACK_API_URL: slack.url,
        SLACK_BOT_TOKEN: 'xoxb-desk-1',
        SLACK_SIGNING_SECRET: 'a'.repeat(32),
        SLACK_PORT: String(entrance),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    const log = text(child.stderr)
    const ask = async (path: string): Promise<string> => {
      const answer = await fetch(`http://127.0.0.1:${status}${path}`)
      return `${answer.status} ${await answer.text()}`
    }

    await slack.posted
    await patiently(async () => expect(await ask('/readyz')).toBe('200 ready\n'))
    expect(await ask('/healthz')).toBe('200 ok\n')
    expect(await ask('/metrics')).toMatch(/^dragoman_queue_rows 1$/mu)
    expect(await ask('/nowhere')).toBe('404 ')

    const asked = performance.now()
    child.kill('SIGTERM')
    await patiently(async () => expect(await ask('/readyz')).toBe('503 stopping\n'))
    await once(child, 'close')
    expect(performance.now() - asked).toBeLessThan(KILLED_AFTER_MS)
    expect(child.exitCode).toBe(0)
    expect(await log).toContain('what is on its way to a platform that does not answer is left')

    const after = await openSqliteStore(join(data, 'dragoman.sqlite'))
    expect(await after.deliveries(0)).toMatchObject([{ outboxId: 'o', state: 'sending' }])
    await after.close()
  },
)
