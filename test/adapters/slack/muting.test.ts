import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buttonNamed } from '../../fakes/slack/drawn-buttons.ts'
import { pressed } from '../../fakes/slack/interactions.ts'
import { newsroomOnSlack, type NewsroomOnSlack } from '../../fakes/slack/newsroom-on-slack.ts'
import { ADA, GENERAL, openWebApi, refusal, TEAM } from '../../fakes/slack/web-api.ts'

const BOB = 'U000000002'
/** A member of another organisation, which shares the channel. */
const EVE = 'U000000099'
const DESK = `slack:${TEAM}/${GENERAL}`

let bot: NewsroomOnSlack
const open = async (env: Readonly<Record<string, string>> = {}) => {
  bot = await newsroomOnSlack(env)
  bot.slack.web.answer('users.info', ({ args: { user } }) => ({
    ok: true,
    user: {
      id: user,
      real_name: `Name of ${String(user)}`,
      team_id: user === EVE ? 'T999' : TEAM,
      tz: 'UTC',
      locale: 'en-US',
      is_admin: user === ADA,
    },
  }))
}
beforeEach(() => open())
afterEach(() => bot.close())

const muted = async () => [...((await bot.newsroom.store.muted()).get(DESK) ?? [])]

/** Presses the button that mutes a story, in a message that everybody sees. */
const pressMute = async (user: string, team: string = TEAM) => {
  const { blocks } = await bot.answerTo('story sbridge')
  const press = pressed(buttonNamed('Mute story', blocks), {
    ts: '7.7',
    responseUrl: bot.slack.responses.url(),
  })
  await bot.slack.interact({ ...press, user: { id: user, name: 'x', team_id: team } })
}

describe('a story that somebody mutes', () => {
  it('is muted before the eyes of the channel, which sees who did it and may take it back', async () => {
    const answer = await bot.answerTo('mute sbridge', { user_id: BOB })
    expect(answer).toMatchObject({ response_type: 'in_channel', text: expect.stringContaining('Bridge') })
    expect(JSON.stringify(answer.blocks)).toContain(`Name of ${BOB} muted a story here.`)
    expect(await muted()).toEqual(['sbridge'])
    const responseUrl = bot.slack.responses.url()
    await bot.slack.interact(pressed(buttonNamed('Unmute', answer.blocks), { user: ADA, responseUrl }))
    await expect.poll(muted).toEqual([])
    await expect.poll(() => bot.slack.web.of('chat.postMessage').length).toBe(1)
    expect(bot.slack.web.of('chat.postMessage')[0]?.args['text']).toContain(`Name of ${ADA} undid a mute.`)
  })

  it('is told in the thread of the message whose button was pressed', async () => {
    await pressMute(BOB)
    await expect.poll(() => bot.slack.web.of('chat.postMessage').length).toBe(1)
    expect(bot.slack.web.of('chat.postMessage')[0]?.args).toMatchObject({
      channel: GENERAL,
      thread_ts: '7.7',
    })
    expect(await muted()).toEqual(['sbridge'])
  })

  it('is told to the channel where no message of ours may stand in the thread', async () => {
    bot.slack.web.breakNext('chat.postMessage', refusal('not_in_channel'))
    await pressMute(BOB)
    expect((await bot.slack.responses.until(2))[1]).toMatchObject({ response_type: 'in_channel' })
  })

  it('is theirs alone in a direct message', async () => {
    const direct = (await bot.slack.adapter.directChannel(`${TEAM}/${ADA}`)).split('/')[1] ?? ''
    await bot.slack.command('mute sbridge', { channel_id: direct })
    await expect.poll(() => bot.slack.web.of('chat.postMessage').length).toBe(1)
    expect(bot.slack.web.of('chat.postMessage')[0]?.args['text']).toContain('This channel will get no more')
    expect(bot.slack.web.of('chat.postMessage')[0]?.args['text']).not.toContain('Name of')
  })
})

describe('who may mute a story for a channel', () => {
  it.each([
    ['everyone', BOB, true],
    ['everyone', ADA, true],
    ['managers', BOB, false],
    ['managers', ADA, true],
  ])('where SLACK_SUBSCRIBERS says %s: %s %s', async (subscribers, user, may) => {
    await bot.close()
    await open({ SLACK_SUBSCRIBERS: subscribers })
    const answer = await bot.answerTo('mute sbridge', { user_id: user })
    expect(answer.response_type).toBe(may ? 'in_channel' : 'ephemeral')
    expect(await muted()).toEqual(may ? ['sbridge'] : [])
    await bot.newsroom.store.muteStory(DESK, 'sbridge', 0)
    await bot.answerTo('unmute sbridge', { user_id: user })
    expect(await muted()).toEqual(may ? [] : ['sbridge'])
  })

  it('nobody of another organisation, by a button, as a command, or as who made the channel', async () => {
    bot.slack.web.answer('conversations.info', () => ({
      ok: true,
      channel: { name: 'general', creator: EVE },
    }))
    await pressMute(EVE, 'T999')
    expect((await bot.slack.responses.until(2))[1]).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('organisation'),
    })
    expect(await bot.answerTo('mute sbridge', { user_id: EVE })).toMatchObject({ response_type: 'ephemeral' })
    expect(await bot.answerTo('settings speak:de', { user_id: EVE })).toMatchObject({
      text: expect.stringContaining('Only people who manage'),
    })
    expect(await muted()).toEqual([])
  })

  it('nobody whose team is another one as far as Slack tells, where it tells no more of them', async () => {
    bot.slack.web.answer('users.info', () => ({ ok: false, error: 'user_not_found' }))
    await pressMute(EVE, 'T999')
    await bot.slack.responses.until(2)
    expect(await muted()).toEqual([])
  })

  it('everyone of the same organisation, whichever of its workspaces they are of', async () => {
    await bot.close()
    const web = await openWebApi()
    web.answer('auth.test', () => ({ ok: true, team_id: TEAM, enterprise_id: 'E1', user_id: 'UBOT' }))
    web.answer('users.info', ({ args: { user } }) => ({
      ok: true,
      user: {
        id: user,
        real_name: `Name of ${String(user)}`,
        team_id: 'T999',
        enterprise_user: { enterprise_id: 'E1', teams: ['T999'] },
      },
    }))
    bot = await newsroomOnSlack({}, web)
    expect(await bot.answerTo('mute sbridge', { user_id: EVE })).toMatchObject({
      response_type: 'in_channel',
    })
    expect(await muted()).toEqual(['sbridge'])
    await web.close()
  })
})
