import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buttonNamed } from '../../fakes/slack/drawn-buttons.ts'
import { lookedUp, pressed, submitted, typing } from '../../fakes/slack/interactions.ts'
import { newsroomOnSlack, type NewsroomOnSlack } from '../../fakes/slack/newsroom-on-slack.ts'
import { BOT, GENERAL, openWebApi, TEAM } from '../../fakes/slack/web-api.ts'

let bot: NewsroomOnSlack
beforeEach(async () => {
  bot = await newsroomOnSlack()
})
afterEach(() => bot.close())

const THEIRS = { team: { id: 'T999', domain: 'theirs' } }
const REFUSAL = expect.stringContaining('serves another workspace')
const refusals = () =>
  bot.slack.tools.logged.filter(({ level, text }) => level === 'warn' && text.includes('refused'))

/** Nothing was stored, and Slack was not asked about the stranger. */
async function expectNothing(): Promise<void> {
  expect(await bot.newsroom.store.subscriptions()).toEqual([])
  expect(await bot.newsroom.store.muted()).toEqual(new Map())
  expect(bot.slack.web.calls.map(({ method }) => method)).toEqual(['auth.test'])
  expect(refusals()).toMatchObject([{ fields: { workspace: 'T999' } }])
}

describe('a request of a workspace that the only token is not of', () => {
  it('is refused at once where it is a command', async () => {
    const { body } = await bot.slack.command('subscribe syria daily at 8', { team_id: 'T999' })
    expect(JSON.parse(body)).toEqual({ response_type: 'ephemeral', text: REFUSAL })
    expect(bot.slack.responses.given).toEqual([])
    await expectNothing()
  })

  it('is refused where it is a button', async () => {
    const press = pressed(
      { type: 'button', action_id: 'command:0', value: 'AAAAAAAAAAAAAAAA:mute sbridge' },
      { responseUrl: bot.slack.responses.url() },
    )
    expect(await bot.slack.interact({ ...press, ...THEIRS })).toEqual({ status: 200, body: '' })
    expect(await bot.slack.responses.until(1)).toMatchObject([{ response_type: 'ephemeral', text: REFUSAL }])
    await expectNothing()
  })

  it('is refused where it is a shortcut', async () => {
    const asked = lookedUp({ text: 'look: https://levant-post.example/bridge' }, bot.slack.responses.url())
    await bot.slack.interact({ ...asked, ...THEIRS })
    expect(await bot.slack.responses.until(1)).toMatchObject([{ text: REFUSAL }])
    await expectNothing()
  })

  it('is refused where it is a form, whose page says so', async () => {
    const form = submitted({ id: 'V1', private_metadata: '{"from":"slack:T999/C1"}', blocks: [] }, {})
    const { body } = await bot.slack.interact({ ...form, ...THEIRS })
    expect(JSON.parse(body)).toMatchObject({
      response_action: 'update',
      view: { blocks: [{ text: { text: REFUSAL } }] },
    })
    await expectNothing()
  })

  it('is offered nothing in a menu', async () => {
    const { body } = await bot.slack.interact({ ...typing('topic', 'cli'), ...THEIRS })
    expect(JSON.parse(body)).toEqual({ options: [] })
    await expectNothing()
  })

  it('changes nothing where it is an event', async () => {
    await bot.slack.event(
      { type: 'member_joined_channel', user: BOT, channel: GENERAL, team: 'T999', event_ts: '1' },
      { team_id: 'T999', authorizations: [{ team_id: 'T999', enterprise_id: null }] },
    )
    await expect.poll(() => refusals().length).toBe(1)
    await expectNothing()
  })
})

describe('what is ours all the same', () => {
  it('an event of a channel that is shared, which names the workspace of its guests too', async () => {
    await bot.newsroom.store.loseDestination(`slack:${TEAM}/${GENERAL}`, 0, { reason: 'gone', notices: [] })
    await bot.slack.event(
      { type: 'member_joined_channel', user: BOT, channel: GENERAL, team: TEAM, event_ts: '1' },
      { team_id: 'T999', authorizations: [{ team_id: TEAM, enterprise_id: null }] },
    )
    await expect.poll(() => bot.newsroom.store.destinations()).toEqual(new Map())
  })

  it('a button that a guest presses in a channel of ours', async () => {
    const { blocks } = await bot.answerTo('why https://levant-post.example/bridge')
    const press = pressed(buttonNamed('Side by side', blocks), {
      isEphemeral: true,
      responseUrl: bot.slack.responses.url(),
    })
    await bot.slack.interact({ ...press, user: { id: 'U000000099', team_id: 'T999' } })
    expect((await bot.slack.responses.until(2))[1]).toMatchObject({ response_type: 'ephemeral' })
    expect(refusals()).toEqual([])
  })

  it('a command of any workspace of the organisation that the token is of, and of no other', async () => {
    await bot.close()
    const web = await openWebApi()
    const us = { team_id: TEAM, enterprise_id: 'E1', user_id: BOT, is_enterprise_install: true }
    web.answer('auth.test', () => ({ ok: true, ...us }))
    bot = await newsroomOnSlack({}, web)
    expect(await bot.answerTo('help', { team_id: 'T777', enterprise_id: 'E1' })).toMatchObject({
      response_type: 'ephemeral',
    })
    const { body } = await bot.slack.command('help', { team_id: 'T999', enterprise_id: 'E9' })
    expect(JSON.parse(body)).toMatchObject({ text: REFUSAL })
    await web.close()
  })
})
