import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newsroomOnSlack, type NewsroomOnSlack } from '../../fakes/slack/newsroom-on-slack.ts'
import { ADA, BOT_TOKEN, GENERAL, refusal } from '../../fakes/slack/web-api.ts'

const SUCCESS = 'functions.completeSuccess'
const ERROR = 'functions.completeError'
const PATIENCE = { timeout: 20_000 }

let bot: NewsroomOnSlack
beforeEach(async () => {
  bot = await newsroomOnSlack()
  for (const method of [SUCCESS, ERROR]) bot.slack.web.answer(method, () => ({ ok: true }))
})
afterEach(() => bot.close())

const execute = (callback_id: string, inputs: object) =>
  bot.slack.event({
    type: 'function_executed',
    function: { id: 'Fn1', callback_id, title: callback_id, type: 'app', app_id: 'A1' },
    inputs,
    function_execution_id: 'Fx1',
    workflow_execution_id: 'Wx1',
    event_ts: '1',
    bot_access_token: BOT_TOKEN,
  })

const ended = async (method: string) => {
  await expect.poll(() => bot.slack.web.of(method).length, PATIENCE).toBe(1)
  return bot.slack.web.of(method)[0]?.args
}

describe('a step of a workflow', () => {
  it('posts a briefing to a channel, and says how much it tells', async () => {
    await execute('post_briefing', { channel: GENERAL, about: 'syria', person: ADA })
    expect(await ended(SUCCESS)).toMatchObject({ function_execution_id: 'Fx1', outputs: { stories: 1 } })
    const [posted] = bot.slack.web.of('chat.postMessage')
    expect(posted?.args).toMatchObject({ channel: GENERAL })
    expect(JSON.stringify(posted?.args)).toContain('Bridge over the Euphrates')
  })

  it('looks something up, and gives what it found on', async () => {
    await execute('search_news', { words: 'lorries' })
    expect(await ended(SUCCESS)).toMatchObject({
      outputs: {
        found: 1,
        text: 'Bridge over the Euphrates opens to lorries (Levant Post) https://levant-post.example/bridge',
      },
    })
  })

  it.each(['find lorries in syria please', 'lorries country:syria since:3d', 'lorries'])(
    'looks up “%s” as chat would',
    async (words) => {
      await execute('search_news', { words })
      expect(await ended(SUCCESS)).toMatchObject({ outputs: { found: 1 } })
    },
  )

  it.each(["what's new in syria", 'country:syria since:3d', 'syria since yesterday'])(
    'posts a briefing of “%s” as chat would',
    async (about) => {
      await execute('post_briefing', { channel: GENERAL, about, person: ADA })
      expect(await ended(SUCCESS)).toMatchObject({ outputs: { stories: 1 } })
    },
  )

  it('fails with words where it cannot be done', async () => {
    await execute('post_briefing', { channel: GENERAL, about: 'nowhereland' })
    expect(String((await ended(ERROR))?.['error'])).toContain('nowhereland')
  })

  it('fails with a remedy where Slack takes no message', async () => {
    bot.slack.web.breakNext('chat.postMessage', refusal('is_archived'))
    await execute('post_briefing', { channel: GENERAL })
    expect(String((await ended(ERROR))?.['error'])).toContain('archived')
  })

  it('fails where the workflow gives it nothing', async () => {
    await execute('search_news', {})
    expect(String((await ended(ERROR))?.['error'])).toContain('did not work')
  })
})
