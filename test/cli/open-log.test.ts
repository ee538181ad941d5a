import { webApi } from '@slack/bolt'
import { DiscordAPIError } from 'discord.js'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { openLog } from '../../src/cli/open-log.ts'
import { inRequest } from '../../src/thread/in-request.ts'

const LINE = z.object({ err: z.record(z.string(), z.unknown()) })
const INTERACTION_TOKEN = 'aW50ZXJhY3Rpb246MTIzNDU2Nzg5'

function logged(thrown: unknown): { readonly line: string; readonly err: Record<string, unknown> } {
  const lines: string[] = []
  openLog({ logLevel: 'info' }, { write: (line) => void lines.push(line) }).warn(
    { err: thrown },
    'an answer could not be told',
  )
  const line = lines.join('')
  return { line, err: LINE.parse(JSON.parse(line)).err }
}

test('what Discord refused leaves neither the token nor the answer in the log, but why', () => {
  const refused = new DiscordAPIError(
    { code: 50_035, message: 'Invalid Form Body' },
    50_035,
    400,
    'PATCH',
    `https://discord.com/api/v10/webhooks/1234/${INTERACTION_TOKEN}/messages/@original`,
    { files: [], body: { content: 'the whole answer' } },
  )

  const { line, err } = logged(refused)

  expect(line).not.toContain(INTERACTION_TOKEN)
  expect(line).not.toContain('the whole answer')
  expect(err).toMatchObject({ message: 'Invalid Form Body', code: 50_035, status: 400 })
  expect(err['stack']).toContain('open-log.test.ts')
})

test('what Slack refused leaves nothing of its answer in the log, but why', async () => {
  const client = new webApi.WebClient('xoxb-1-secret', {
    retryConfig: { retries: 0 },
    fetch: () =>
      Promise.resolve(
        Response.json({ ok: false, error: 'invalid_blocks', response_metadata: { messages: ['her words'] } }),
      ),
  })
  const refused: unknown = await client
    .apiCall('chat.postMessage', { channel: 'C1', text: 'her words' })
    .catch((error: unknown) => error)

  const { line, err } = logged(refused)

  expect(line).not.toContain('her words')
  expect(err).toMatchObject({ code: webApi.ErrorCode.PlatformError })
  expect(err['message']).toContain('invalid_blocks')
})

test('a token in the text of an error, or of its cause, is hidden', () => {
  const cause = new TypeError(`cannot fetch https://discord.com/api/v10/webhooks/1234/${INTERACTION_TOKEN}`)

  const { line } = logged(
    new Error('xoxb-12-abc and https://hooks.slack.com/commands/T1/2/def are of no use', { cause }),
  )

  expect(line).not.toMatch(/12-abc|T1\/2\/def|aW50ZXJhY3Rpb246/u)
  expect(line).toContain('are of no use')
  expect(line).toContain('cannot fetch https://discord.com/api/v10/webhooks/1234/[hidden]')
})

test('each of several errors says what went wrong', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED ::1'), {
    code: 'ECONNREFUSED',
    request: 'her words',
  })

  const { line, err } = logged(new AggregateError([refused]))

  expect(line).not.toContain('her words')
  expect(err['aggregateErrors']).toMatchObject([
    { code: 'ECONNREFUSED', message: 'connect ECONNREFUSED ::1' },
  ])
})

test('what was thrown and is no error shows its type only', () => {
  expect(logged({ token: 'xoxb-1' }).err).toEqual({ type: 'object', message: '', stack: '' })
})

test('a token is hidden wherever it stands: in a reason, in the text', () => {
  const lines: string[] = []
  const log = openLog({ logLevel: 'info' }, { write: (line) => void lines.push(line) })
  const error = new Error('Slack refused xoxb-12-abc')
  log.warn({ reason: String(error), problems: [String(error)] }, `briefing postponed: ${error.message}`)
  expect(JSON.parse(lines.join(''))).toMatchObject({
    reason: 'Error: Slack refused [hidden]',
    problems: ['Error: Slack refused [hidden]'],
    msg: 'briefing postponed: Slack refused [hidden]',
  })
})

test('a line names the request that it belongs to, also behind what it waited for', async () => {
  const lines: string[] = []
  const log = openLog({ logLevel: 'info' }, { write: (line) => void lines.push(line) })
  await inRequest('Ev0123', async () => {
    await new Promise((resolve) => setImmediate(resolve))
    log.info('answered')
  })
  log.info('idle')
  expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
    { request: 'Ev0123' },
    { msg: 'idle' },
  ])
  expect(lines[1]).not.toContain('request')
})
