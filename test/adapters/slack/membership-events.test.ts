import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { allCommands } from '../../../src/commands/all-commands.ts'
import { aPost } from '../../fakes/posting.ts'
import { chatTools } from '../../fakes/chat-tools.ts'
import { aNewsroom, type FakeNewsroom } from '../../fakes/newsroom.ts'
import { openSlack, type FakeSlack } from '../../fakes/slack/open-slack.ts'
import { ADA, BOT, GENERAL, RANDOM, TEAM, openWebApi, unreachable } from '../../fakes/slack/web-api.ts'

let newsroom: FakeNewsroom
let slack: FakeSlack
let resumed: string[]
let losses: unknown[]
beforeEach(async () => {
  newsroom = await aNewsroom()
  resumed = []
  const tools = await chatTools(newsroom.store)
  const resumeDestination = async (destination: string) => {
    resumed.push(destination)
    return tools.resumeDestination(destination)
  }
  losses = []
  const loseDestination: typeof tools.loseDestination = async (destination, why) => {
    losses.push([destination, why])
    await tools.loseDestination(destination, why)
  }
  slack = await openSlack({
    commands: allCommands(newsroom.view),
    tools: { ...tools, resumeDestination, loseDestination },
  })
  await slack.command('subscribe syria daily at 8')
  await slack.command('subscribe sudan daily at 8', { channel_id: RANDOM })
  await slack.responses.until(2)
})
afterEach(async () => {
  await slack.close()
  await newsroom.store.close()
})

const states = async () =>
  Object.fromEntries((await newsroom.store.subscriptions()).map(({ to, state }) => [to.split('/')[1], state]))

/** Returns the channels that are no longer posted to. */
const lost = async () =>
  [...(await newsroom.store.destinations())].flatMap(([to, { state }]) => (state === 'paused' ? [to] : []))
const DESK = `slack:${TEAM}/${GENERAL}`
const settled = () => new Promise((resolve) => void setTimeout(resolve, 200))

describe('where nobody can be reached any more', () => {
  it.each([
    'channel_left',
    'channel_archive',
    'channel_deleted',
    'group_left',
    'group_archive',
    'group_deleted',
  ])('the channel is lost as one that refuses a message is: %s', async (type) => {
    await slack.event({ type, channel: GENERAL, actor_id: ADA, user: ADA, event_ts: '1' })
    await expect.poll(lost).toEqual([DESK])
    expect(await states()).toEqual({ [GENERAL]: 'active', [RANDOM]: 'active' })
  })

  it('the channel is lost whose member the app no longer is, and not for somebody else’s leaving', async () => {
    await slack.event(left(ADA))
    await settled()
    expect(await lost()).toEqual([])
    await slack.event(left(BOT))
    await expect.poll(lost).toEqual([DESK])
  })

  it.each([
    ['channel_left', { code: 'not-allowed', remedy: 'invite' }],
    ['channel_archive', { code: 'channel-gone', remedy: 'archived' }],
    ['channel_deleted', { code: 'channel-gone' }],
  ])('says what can be done about it: %s', async (type, remedy) => {
    await slack.event({ type, channel: GENERAL, actor_id: ADA, event_ts: '1' })
    await expect
      .poll(() => losses)
      .toMatchObject([
        [DESK, remedy],
        [`slack:${GENERAL}`, remedy],
      ])
  })

  it('a channel in which nothing speaks is not remembered', async () => {
    await slack.event({ type: 'channel_deleted', channel: 'C00000077', event_ts: '1' })
    await expect.poll(() => losses.length).toBe(2)
    await settled()
    expect(await newsroom.store.destinations()).toEqual(new Map())
  })

  it('a channel that is open again is not lost by an event that comes late', async () => {
    const at = Math.floor(Date.now() / 1000)
    await slack.event({ type: 'channel_unarchive', channel: GENERAL, user: ADA }, { event_time: at })
    await slack.event({ type: 'channel_archive', channel: GENERAL, user: ADA }, { event_time: at - 60 })
    await settled()
    expect(losses).toEqual([])
  })
})

describe('a channel that was closed and is open again', () => {
  it.each([
    ['channel_archive', 'channel_unarchive'],
    ['group_archive', 'group_unarchive'],
  ])('is posted to again, and what somebody paused stays so: %s, %s', async (closed, opened) => {
    await slack.command('pause')
    await slack.responses.until(3)
    await slack.event({ type: closed, channel: GENERAL, user: ADA, event_ts: '1' })
    await expect.poll(lost).toEqual([DESK])
    await slack.event({ type: opened, channel: GENERAL, user: ADA, event_ts: '2' })
    await expect.poll(lost).toEqual([])
    expect(await states()).toEqual({ [GENERAL]: 'paused', [RANDOM]: 'active' })
    expect(resumed).toEqual([DESK, `slack:${GENERAL}`])
  })
})

describe('a channel with another id', () => {
  it('keeps what it follows', async () => {
    await slack.event({
      type: 'channel_id_changed',
      old_channel_id: GENERAL,
      new_channel_id: 'C0SHARED',
      event_ts: '1',
    })
    await expect.poll(states).toEqual({ C0SHARED: 'active', [RANDOM]: 'active' })
  })
})

describe('a channel with another name', () => {
  it.each(['channel_rename', 'group_rename'])('is asked for anew: %s', async (type) => {
    const asked = () => slack.web.of('conversations.info').length
    await slack.command('pause')
    await slack.responses.until(3)
    const before = asked()
    await slack.event({ type, channel: { id: GENERAL, name: 'desk', created: 1 }, event_ts: '1' })
    await slack.command('pause')
    await slack.responses.until(4)
    expect(asked()).toBe(before + 1)
  })
})

const left = (user: string) => ({
  type: 'member_left_channel',
  user,
  channel: GENERAL,
  channel_type: 'C',
  team: TEAM,
  event_ts: '1',
})
const joined = (user: string) => ({
  type: 'member_joined_channel',
  user,
  channel: GENERAL,
  team: TEAM,
  event_ts: '1',
})

describe('being invited back', () => {
  it('lets the channel be posted to again', async () => {
    await slack.event(joined(BOT))
    await expect.poll(() => resumed).toEqual([`slack:${TEAM}/${GENERAL}`, `slack:${GENERAL}`])
  })

  it('lets go on what rests since it was put out', async () => {
    await slack.event({ type: 'channel_left', channel: GENERAL, actor_id: ADA, event_ts: '1' })
    await expect.poll(lost).toEqual([DESK])
    await slack.event(joined(BOT))
    await expect.poll(lost).toEqual([])
  })

  it('is not somebody else’s coming', async () => {
    await slack.event(joined(ADA))
    await slack.event(joined(BOT))
    await expect.poll(() => resumed.length).toBe(2)
  })
})

describe('a start while Slack cannot be reached', () => {
  it('learns who it is afterwards, and so that it was invited', async () => {
    const web = await openWebApi()
    web.breakNext('auth.test', unreachable)
    const tools = {
      ...(await chatTools(newsroom.store)),
      resumeDestination: async (to: string) => resumed.push(to) > 0,
    }
    const offline = await openSlack({ web, tools })
    await offline.event(joined(ADA))
    await expect.poll(() => web.of('auth.test').length).toBe(2)
    await offline.event(joined(BOT))
    await expect.poll(() => resumed.length).toBe(2)
    await offline.close()
    await web.close()
  })
})

describe('a request from a workspace that the token is not of', () => {
  it('is not answered, and nothing is posted there', async () => {
    await slack.command('subscribe iraq daily at 8', { team_id: 'T999' })
    await expect(
      slack.adapter.post(
        'T999/C1',
        { kind: 'notice', level: 'info', text: 'hello', language: 'en' },
        aPost(),
      ),
    ).rejects.toMatchObject({ code: 'channel-gone', message: expect.stringContaining(TEAM) })
    expect((await newsroom.store.subscriptions()).map(({ to }) => to.split('/')[0])).toEqual([
      `slack:${TEAM}`,
      `slack:${TEAM}`,
    ])
    expect(slack.web.of('chat.postMessage')).toEqual([])
  })
})

describe('removing the app from the only workspace', () => {
  it('lets it rest, and the next start with a token that is good brings it back', async () => {
    await slack.event({ type: 'app_uninstalled' })
    await expect.poll(states).toEqual({ [GENERAL]: 'paused', [RANDOM]: 'paused' })
    await slack.adapter.stop()
    const again = await openSlack({ tools: await chatTools(newsroom.store) })
    await expect.poll(states).toEqual({ [GENERAL]: 'active', [RANDOM]: 'active' })
    await again.close()
  })

  it('is over where the token is known to be good since', async () => {
    await slack.event({ type: 'app_uninstalled' }, { event_time: Math.floor(Date.now() / 1000) - 60 })
    await settled()
    expect(await states()).toEqual({ [GENERAL]: 'active', [RANDOM]: 'active' })
  })
})
