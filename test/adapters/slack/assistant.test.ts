import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newsroomOnSlack, type NewsroomOnSlack } from '../../fakes/slack/newsroom-on-slack.ts'
import { mentionOf } from '../../fakes/slack/mention-of.ts'
import { ADA, GENERAL, refusal, TEAM } from '../../fakes/slack/web-api.ts'

const STATUS = 'assistant.threads.setStatus'
const PROMPTS = 'assistant.threads.setSuggestedPrompts'

let bot: NewsroomOnSlack
beforeEach(async () => {
  bot = await newsroomOnSlack()
  for (const method of [STATUS, PROMPTS]) bot.slack.web.answer(method, () => ({ ok: true }))
})
afterEach(() => bot.close())

const PATIENCE = { timeout: 20_000 }

const calls = (method: string) => bot.slack.web.of(method).map(({ args }) => args)

const until = async (method: string, count: number) => {
  await expect.poll(() => calls(method).length, PATIENCE).toBe(count)
  return calls(method)
}

const looking = (value: string) => ({ entities: [{ type: 'slack#/types/channel_id', value, team_id: TEAM }] })

const opened = (own: object = {}) =>
  bot.slack.event({
    type: 'app_home_opened',
    user: ADA,
    channel: 'D1',
    tab: 'messages',
    event_ts: '1',
    ...own,
  })

const titles = (args: Readonly<Record<string, unknown>> | undefined) => JSON.stringify(args?.['prompts'])

describe('suggestions', () => {
  it('stand in the direct messages that somebody opens', async () => {
    await opened()
    const [first] = await until(PROMPTS, 1)
    expect(first).toMatchObject({ channel_id: 'D1', title: 'You could ask' })
    // An app with the agent view that names a thread gets nothing and no error.
    expect(first).not.toHaveProperty('thread_ts')
    expect(titles(first)).toContain('What happened today?')
    expect(titles(first)).toContain('Bridge over the Euphrates')
  })

  it('go by the channel that they look at, where they are in it', async () => {
    await bot.slack.command('subscribe sudan daily at 8')
    await bot.slack.responses.until(1)
    await opened({ context: looking(GENERAL) })
    expect(titles((await until(PROMPTS, 1))[0])).toContain('Sudan today')
  })

  it('change with it, and are not told twice', async () => {
    await opened({ user: 'U000000002' })
    await until(PROMPTS, 1)
    await bot.slack.command('subscribe sudan daily at 8')
    await bot.slack.responses.until(1)
    const changed = { type: 'app_context_changed', user: 'U000000002', channel: 'D1', event_ts: '1' }
    await bot.slack.event({ ...changed, context: {} })
    await bot.slack.event({ ...changed, context: looking(GENERAL) })
    expect(titles((await until(PROMPTS, 2))[1])).toContain('Sudan today')
  })

  it('stand in the thread of the older assistant view', async () => {
    const thread = { user_id: ADA, channel_id: 'D1', thread_ts: '17.1', context: {} }
    await bot.slack.event({ type: 'assistant_thread_started', assistant_thread: thread, event_ts: '1' })
    expect((await until(PROMPTS, 1))[0]).toMatchObject({ channel_id: 'D1', thread_ts: '17.1' })
  })

  it('are offered no more where Slack does not take them', async () => {
    bot.slack.web.breakNext(PROMPTS, refusal('missing_scope'))
    await opened()
    await until(PROMPTS, 1)
    await opened()
    await opened({ tab: 'home' })
    await expect.poll(() => calls('views.publish').length).toBe(1)
    expect(calls(PROMPTS)).toHaveLength(1)
    expect(bot.slack.tools.logged.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([])
  })
})

const mention = (text: string, ts: string) => bot.slack.event(mentionOf(text, ts))

describe('the line that an answer is coming', () => {
  it('stands in the thread of the question before the answer does', async () => {
    await mention('syria today', '17.1')
    await until('chat.postMessage', 1)
    expect(calls(STATUS)).toEqual([{ channel_id: GENERAL, thread_ts: '17.1', status: 'is looking it up …' }])
    const methods = bot.slack.web.calls.map(({ method }) => method)
    expect(methods.indexOf(STATUS)).toBeLessThan(methods.indexOf('chat.postMessage'))
  })

  it('is taken away where the answer stands elsewhere', async () => {
    await mention('settings', '17.1')
    await until('chat.postEphemeral', 1)
    expect((await until(STATUS, 2))[1]).toMatchObject({ thread_ts: '17.1', status: '' })
  })

  it('keeps no answer back where Slack has none', async () => {
    bot.slack.web.answer(STATUS, () => ({ ok: false, error: 'unknown_method' }))
    await mention('syria today', '17.1')
    await until('chat.postMessage', 1)
    await mention('sudan today', '17.2')
    await until('chat.postMessage', 2)
    expect(calls(STATUS)).toHaveLength(1)
  })
})
