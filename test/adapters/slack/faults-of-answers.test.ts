import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buttonNamed } from '../../fakes/slack/drawn-buttons.ts'
import { pressed } from '../../fakes/slack/interactions.ts'
import { newsroomOnSlack, type NewsroomOnSlack } from '../../fakes/slack/newsroom-on-slack.ts'
import { ADA, GENERAL, lostAnswer, refusal, tooFast, unreachable } from '../../fakes/slack/web-api.ts'
import { hurry } from '../../hurry.ts'

let bot: NewsroomOnSlack
beforeEach(async () => {
  // It waits a second and longer between two tries.
  hurry(20)
  bot = await newsroomOnSlack()
})
afterEach(() => bot.close())

type Fault = Parameters<NewsroomOnSlack['slack']['web']['breakNext']>[1]
const status =
  (code: number): Fault =>
  async () =>
    new Response('', { status: code })

const given = () => bot.slack.responses.given
const posted = (method: 'chat.postEphemeral' | 'chat.postMessage') => bot.slack.web.of(method)
const passing = (ms: number) => new Promise((resolve) => void setTimeout(resolve, ms))
const logged = (level: string) => bot.slack.tools.logged.filter((line) => line.level === level)

describe('an answer that surely did not arrive', () => {
  it.each([
    ['the server is busy', status(503)],
    ['what stands before it finds none', status(502)],
    ['too much was sent', status(429)],
    ['nobody listens there', unreachable],
  ])('is sent again at its response_url: %s', async (_, fault) => {
    bot.slack.web.breakNext('response_url', fault)
    bot.slack.web.breakNext('response_url', fault)
    await bot.slack.command('help')
    expect(await bot.slack.responses.until(1)).toMatchObject([{ response_type: 'ephemeral' }])
    await passing(4_000)
    expect(given()).toHaveLength(1)
    expect(posted('chat.postEphemeral')).toEqual([])
  })

  it('goes another way when nothing listens there for long, and is given once', async () => {
    for (let i = 0; i < 3; i += 1) bot.slack.web.breakNext('response_url', unreachable)
    await bot.slack.command('help')
    await expect.poll(() => posted('chat.postEphemeral').length).toBe(1)
    await passing(4_000)
    expect(given()).toEqual([])
    expect(posted('chat.postMessage')).toEqual([])
  })

  it('is tried on all ways again while Slack cannot be reached at all', async () => {
    for (let i = 0; i < 3; i += 1) bot.slack.web.breakNext('response_url', unreachable)
    bot.slack.web.breakNext('chat.postEphemeral', unreachable)
    bot.slack.web.breakNext('conversations.open', unreachable)
    await bot.slack.command('help')
    await expect.poll(() => given().length).toBe(1)
    expect(logged('error')).toEqual([])
  }, 10_000)

  it('that all are to see stays for all to see', async () => {
    bot.slack.web.breakNext('response_url', status(404))
    bot.slack.web.breakNext('chat.postMessage', tooFast(1))
    await bot.slack.command('mute sbridge')
    await expect.poll(() => posted('chat.postMessage').length).toBe(2)
    expect(given()).toEqual([])
    expect(posted('chat.postEphemeral')).toEqual([])
  })
})

describe('an answer that may have arrived', () => {
  it.each([
    ['the connection broke behind it', lostAnswer],
    [
      'the server failed with it',
      (async (_call, send) => {
        await send()
        return new Response('', { status: 500 })
      }) satisfies Fault,
    ],
  ])('is not given a second time, and nobody is told that there is none: %s', async (_, fault) => {
    bot.slack.web.breakNext('response_url', fault)
    await bot.slack.command('help')
    await bot.slack.responses.until(1)
    await expect.poll(() => logged('warn').length).toBe(1)
    await passing(4_000)
    expect(given()).toHaveLength(1)
    expect([...posted('chat.postEphemeral'), ...posted('chat.postMessage')]).toEqual([])
  })

  it('is not given a second time on another way', async () => {
    bot.slack.web.breakNext('chat.postEphemeral', lostAnswer)
    await bot.slack.command('help', { response_url: bot.slack.responses.url({ isExpired: true }) })
    await expect.poll(() => posted('chat.postEphemeral').length).toBe(1)
    await passing(4_000)
    expect(given()).toEqual([])
    expect(posted('chat.postMessage')).toEqual([])
  })

  it('that all see is not given a second time', async () => {
    bot.slack.web.breakNext('response_url', lostAnswer)
    await bot.slack.command('story sbridge')
    await bot.slack.responses.until(1)
    await passing(4_000)
    expect(given()).toHaveLength(1)
    expect(posted('chat.postMessage')).toEqual([])
  })

  it('is taken away again where it was shared: that does no harm twice', async () => {
    const found = await bot.answerTo('search lorries')
    const responseUrl = bot.slack.responses.url()
    bot.slack.web.breakNext('response_url', (_call, send) => send())
    bot.slack.web.breakNext('response_url', unreachable)
    bot.slack.web.breakNext('response_url', lostAnswer)
    await bot.slack.interact(
      pressed(buttonNamed('Share to channel', found.blocks), { isEphemeral: true, responseUrl }),
    )
    await expect.poll(() => given().length).toBe(4)
    expect(given().slice(1)).toMatchObject([
      { response_type: 'in_channel' },
      { delete_original: true },
      { delete_original: true },
    ])
  }, 10_000)
})

describe('an answer to somebody who is not in the channel', () => {
  it('comes to their direct messages', async () => {
    bot.slack.web.breakNext('chat.postEphemeral', refusal('user_not_in_channel'))
    await bot.slack.command('help', { response_url: bot.slack.responses.url({ isExpired: true }) })
    await expect.poll(() => posted('chat.postMessage').length).toBeGreaterThan(0)
    expect(bot.slack.web.of('conversations.open')[0]?.args).toMatchObject({ users: ADA })
    expect(posted('chat.postMessage')[0]?.args['channel']).not.toBe(GENERAL)
    expect(logged('error')).toEqual([])
  })
})

it('says in the log when an answer could be given in no way', async () => {
  bot.slack.web.breakNext('chat.postEphemeral', refusal('channel_not_found'))
  bot.slack.web.breakNext('conversations.open', refusal('cannot_dm_bot'))
  await bot.slack.command('help', { response_url: bot.slack.responses.url({ isExpired: true }) })
  await expect
    .poll(() => logged('error'))
    .toMatchObject([{ text: expect.stringContaining('could not be given') }])
})
