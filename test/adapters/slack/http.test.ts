import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { echoing } from '../../fakes/commands.ts'
import { nextId, openSlack, type FakeSlack } from '../../fakes/slack/open-slack.ts'
import { signedRequest } from '../../fakes/slack/signed-request.ts'
import { GENERAL, TEAM } from '../../fakes/slack/web-api.ts'
import { listensAt } from '../../web/hold-open.ts'
import { listenerLimits } from '../../web/listener-limits.ts'

const MINUTE = 60

/** Bolt would accept 4 MB; open-http.ts says why the limit is lower here. */
const LARGEST_BODY = 2_000_000
const now = () => Math.floor(Date.now() / 1000)

const send = (address: string, init: RequestInit) =>
  fetch(`${address}/slack/events`, init).then(({ status }) => status)

describe('Slack by HTTP', () => {
  let slack: FakeSlack
  let asked: string[]
  beforeEach(async () => {
    asked = []
    const commands = echoing((words) => {
      asked.push(words)
      return Promise.resolve({ kind: 'notice', level: 'info', text: words, language: 'en' })
    })
    slack = await openSlack({ commands })
  })
  afterEach(() => slack.close())

  const body = (trigger = nextId('trigger')) =>
    new URLSearchParams({
      command: '/news',
      text: 'syria',
      team_id: TEAM,
      user_id: 'U000000001',
      channel_id: GENERAL,
      response_url: slack.responses.url(),
      trigger_id: trigger,
    }).toString()

  it('acknowledges a command with nothing, and answers it afterwards', async () => {
    expect(await slack.request(body())).toEqual({ status: 200, body: '' })
    expect(await slack.responses.until(1)).toMatchObject([{ response_type: 'ephemeral', text: 'syria' }])
    expect(asked).toEqual(['syria'])
  })

  it.each([
    ['another secret', { secret: 'not-the-secret-of-the-app' }],
    ['a date of six minutes ago', { at: now() - 6 * MINUTE }],
    ['a date in six minutes', { at: now() + 6 * MINUTE }],
    ['a date of tomorrow', { at: now() + 24 * 60 * MINUTE }],
  ])('refuses a request with %s', async (_, signing) => {
    expect(await slack.request(body(), signing)).toMatchObject({ status: 401 })
    expect(asked).toEqual([])
  })

  it.each([
    ['four minutes ago', -4 * MINUTE],
    ['in four minutes', 4 * MINUTE],
  ])('takes a request of a clock that goes wrong: %s', async (_, skew) => {
    expect(await slack.request(body(), { at: now() + skew })).toMatchObject({ status: 200 })
    await slack.responses.until(1)
  })

  it('refuses a request without a signature, and one whose text was changed', async () => {
    const signed = signedRequest(body())
    expect(await send(slack.address, { method: 'POST', body: body() })).toBe(401)
    expect(await send(slack.address, { ...signed, body: body() })).toBe(401)
    expect(asked).toEqual([])
  })

  it('answers a request that is played again once', async () => {
    const same = body()
    await slack.request(same)
    await slack.responses.until(1)
    expect(await slack.request(same)).toEqual({ status: 200, body: '' })
    await slack.request(body())
    await slack.responses.until(2)
    expect(asked).toHaveLength(2)
  })

  it('remembers what it heard when it starts anew', async () => {
    const same = body()
    await slack.request(same)
    await slack.responses.until(1)
    await slack.adapter.stop()
    const again = await openSlack({
      tools: slack.tools,
      web: slack.web,
      commands: echoing((words) => {
        asked.push(`again: ${words}`)
        return Promise.resolve({ kind: 'notice', level: 'info', text: words, language: 'en' })
      }),
    })
    await again.request(same)
    await again.request(
      new URLSearchParams({ ...Object.fromEntries(new URLSearchParams(body())), text: 'iraq' }).toString(),
    )
    await slack.responses.until(2)
    await again.close()
    expect(asked).toEqual(['syria', 'again: iraq'])
  })

  it('tells Slack that it is there: url_verification and ssl_check', async () => {
    const challenge = JSON.stringify({ type: 'url_verification', challenge: 'abc', token: 'x' })
    expect(await slack.request(challenge)).toEqual({ status: 200, body: '{"challenge":"abc"}' })
    expect(await slack.request('ssl_check=1', { secret: 'any' })).toMatchObject({ status: 200 })
  })

  it('acknowledges at once while the store hangs, and answers when it is back', async () => {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    slack.tools.store.recordEvent = () => promise
    expect(await slack.request(body())).toEqual({ status: 200, body: '' })
    expect(slack.responses.given).toEqual([])
    resolve(true)
    await slack.responses.until(1)
  })

  it('apologises when a command fails, and logs why', async () => {
    asked = new Proxy(asked, {
      get: () => {
        throw new Error('no disk')
      },
    })
    await slack.request(body())
    expect(await slack.responses.until(1)).toMatchObject([{ text: expect.stringContaining('did not work') }])
    expect(slack.tools.logged.filter(({ level }) => level === 'error')).toMatchObject([
      { fields: { err: { message: 'no disk' } } },
    ])
  })

  it('logs nothing that people wrote, and no secret', async () => {
    await slack.request(body())
    await slack.responses.until(1)
    const log = JSON.stringify(slack.tools.logged)
    expect(log).not.toMatch(/syria|xoxb|signing/u)
  })
})

describe('what listens to Slack', () => {
  let slack: FakeSlack
  beforeEach(async () => {
    slack = await openSlack()
  })
  afterEach(() => slack.close())
  listenerLimits(() => ({ port: Number(new URL(slack.address).port), path: '/slack/events' }), LARGEST_BODY)
})

describe('SLACK_HOST', () => {
  it('says where else to listen', async () => {
    const slack = await openSlack({ env: { SLACK_HOST: '0.0.0.0' } })
    expect(await listensAt('127.0.0.2', Number(new URL(slack.address).port))).toBe(true)
    await slack.close()
  })

  it('is named where this machine has no such address', async () => {
    await expect(openSlack({ env: { SLACK_HOST: '192.0.2.1' } })).rejects.toThrow(/192\.0\.2\.1.*SLACK_HOST/u)
  })
})
