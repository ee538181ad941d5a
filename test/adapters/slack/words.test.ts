import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nextId } from '../../fakes/slack/open-slack.ts'
import { newsroomOnSlack, type NewsroomOnSlack } from '../../fakes/slack/newsroom-on-slack.ts'
import { mentionOf } from '../../fakes/slack/mention-of.ts'
import { ADA, BOT, GENERAL, TEAM } from '../../fakes/slack/web-api.ts'

let bot: NewsroomOnSlack
beforeEach(async () => {
  bot = await newsroomOnSlack()
})
afterEach(() => bot.close())

/** The first sentence builds the lexicons. */
const PATIENCE = { timeout: 20_000 }

let seconds = 0
const nextTs = () => {
  seconds += 1
  return `17000000${String(seconds).padStart(2, '0')}.000100`
}

/** Mentions the bot in a channel; returns the id of the message. */
async function mention(text: string, own: object = {}, envelope: object = {}): Promise<string> {
  const ts = nextTs()
  expect((await bot.slack.event(mentionOf(text, ts, own), envelope)).status).toBe(200)
  return ts
}

/** Returns the channel of direct messages with Ada. */
const direct = () =>
  bot.slack.adapter.directChannel(`${TEAM}/${ADA}`).then((place) => place.split('/')[1] ?? '')

async function write(text: string, own: object = {}): Promise<string> {
  const ts = nextTs()
  const channel = await direct()
  const event = { type: 'message', channel_type: 'im', user: ADA, channel, text, ts, event_ts: ts, ...own }
  expect((await bot.slack.event(event)).status).toBe(200)
  return ts
}

/** Waits until a method was called this often; returns what was posted. */
async function posted(count: number, method = 'chat.postMessage') {
  await expect.poll(() => bot.slack.web.of(method).length, PATIENCE).toBeGreaterThanOrEqual(count)
  return bot.slack.web.of(method).map(({ args }) => args)
}

/** Waits long enough for an unwanted answer to arrive. */
const silence = async () => {
  const ts = await mention('syria today')
  await expect
    .poll(() => bot.slack.web.of('chat.postMessage').some(({ args }) => args['thread_ts'] === ts))
    .toBe(true)
}

describe('a mention', () => {
  it('is answered in its thread, for all to see', async () => {
    const ts = await mention('what happened in syria today?')
    const [first] = await posted(1)
    expect(first).toMatchObject({ channel: GENERAL, thread_ts: ts })
    expect(JSON.stringify(first)).toContain('Bridge over the Euphrates')
  })

  it('is answered where it stands in a thread', async () => {
    await mention('any news about lorries?', { thread_ts: '1600000000.000100' })
    expect((await posted(1))[0]).toMatchObject({ channel: GENERAL, thread_ts: '1600000000.000100' })
  })

  it('goes on from what was answered in that thread, whoever asked', async () => {
    const ts = await mention('what happened in syria and sudan today')
    await posted(1)
    await mention('who else reported the second one?', { thread_ts: ts, user: 'U000000002' })
    await expect.poll(async () => JSON.stringify((await posted(2)).at(-1))).toContain('How it was reported')
    expect((await posted(2)).at(-1)).toMatchObject({ thread_ts: ts })
  })

  it('that asks for what is one’s own is answered for their eyes alone', async () => {
    await mention('settings')
    const [told] = await posted(1, 'chat.postEphemeral')
    expect(told).toMatchObject({ channel: GENERAL, user: ADA })
    expect(told).not.toHaveProperty('thread_ts')
    await mention('subscriptions', { thread_ts: '1600000000.000100' })
    expect((await posted(2, 'chat.postEphemeral'))[1]).toMatchObject({ thread_ts: '1600000000.000100' })
    expect(bot.slack.web.of('chat.postMessage')).toEqual([])
  })

  it('makes the channel follow something', async () => {
    await mention('send us syria every morning')
    await posted(1)
    expect(await bot.newsroom.store.subscriptions()).toMatchObject([{ to: `slack:${TEAM}/${GENERAL}` }])
  })

  it('without a word is told what can be asked', async () => {
    await mention('')
    expect(JSON.stringify((await posted(1, 'chat.postEphemeral'))[0])).toContain('subscribe')
  })

  it('is answered once, however often it comes', async () => {
    const ts = nextTs()
    const id = nextId('Ev')
    await mention('syria today', { ts }, { event_id: id })
    await mention('syria today', { ts }, { event_id: id })
    await mention('syria today', { ts })
    await silence()
    expect(bot.slack.web.of('chat.postMessage').filter(({ args }) => args['thread_ts'] === ts)).toHaveLength(
      1,
    )
  })

  it('of a bot, or in a text that was edited, is not answered', async () => {
    const ts = await mention('syria today', { bot_id: 'B77' })
    const edited = await mention('syria today', { edited: { user: ADA, ts: '1' } })
    await silence()
    const threads = bot.slack.web.of('chat.postMessage').map(({ args }) => args['thread_ts'])
    expect(threads).not.toContain(ts)
    expect(threads).not.toContain(edited)
  })

  it('is read without what Slack marks it up with', async () => {
    await mention('any news about *lorries*?')
    expect(JSON.stringify((await posted(1))[0])).toContain('Bridge over the Euphrates')
  })

  it('calls nobody, whatever it says', async () => {
    await mention('follow &lt;!channel&gt; &lt;@U1&gt; *_syria_* ‮abc')
    const [told] = await posted(1, 'chat.postEphemeral')
    expect(String(told?.['text'])).not.toMatch(/<[!@]/u)
  })
})

describe('the Messages tab', () => {
  it('answers a plain sentence in place', async () => {
    await write('ماذا حدث في السودان اليوم')
    const [first] = await posted(1)
    expect(first).toMatchObject({ channel: await direct() })
    expect(first).not.toHaveProperty('thread_ts')
    expect(JSON.stringify(first)).toContain('Shelling halts work at Sudan dam')
  })

  it('goes on from the last answer', async () => {
    await write('what happened in syria and sudan today')
    await posted(1)
    await write('open the second one')
    await expect.poll(async () => JSON.stringify((await posted(2)).at(-1))).toContain('How it was reported')
  })

  it('follows something for its writer alone', async () => {
    await write('send me syria every morning')
    await posted(1)
    expect(await bot.newsroom.store.subscriptions()).toMatchObject([{ to: `slack:@${TEAM}/${ADA}` }])
  })

  it('answers in the thread of a question, where Slack shows the app as an agent', async () => {
    const ts = await write('syria today', { app_context: {} })
    expect((await posted(1))[0]).toMatchObject({ thread_ts: ts })
    await write('more', { app_context: {}, thread_ts: ts })
    expect((await posted(2)).at(-1)).toMatchObject({ thread_ts: ts })
  })

  it('is silent about edits, notices and what bots write', async () => {
    const channel = await direct()
    const message = { type: 'message', channel_type: 'im', channel, ts: '1', event_ts: '1' }
    await bot.slack.event({ ...message, subtype: 'message_changed', message: { text: 'syria', user: ADA } })
    await bot.slack.event({ ...message, subtype: 'bot_message', bot_id: 'B77', text: 'syria today' })
    await write('syria today', { bot_id: 'B77' })
    await write('syria today', { user: BOT })
    await write('syria today', { channel_type: 'channel', channel: GENERAL })
    await silence()
    expect(bot.slack.web.of('chat.postMessage')).toHaveLength(1)
  })
})
