import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createInstallations } from '../../../../adapters/slack/transport/installations.ts'
import { readKeys } from '../../../../adapters/slack/transport/seal.ts'
import type { Commands } from '../../../../src/chat/commands.ts'
import { allCommands } from '../../../../src/commands/all-commands.ts'
import { chatTools, type FakeChatTools } from '../../../fakes/chat-tools.ts'
import { aNewsroom } from '../../../fakes/newsroom.ts'
import { aPost } from '../../../fakes/posting.ts'
import { installOn } from '../../../fakes/slack/install-on.ts'
import { type FakeSlack, nextId, openSlack } from '../../../fakes/slack/open-slack.ts'
import { type FakeWebApi, freePort, GENERAL, OAUTH, openWebApi, TEAM } from '../../../fakes/slack/web-api.ts'

const [OLD_KEY, NEW_KEY] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')]
const KIND = { platform: 'slack', kind: 'installation' } as const
const notice = { kind: 'notice', level: 'info', text: 'hello', language: 'en' } as const

let port: number
let web: FakeWebApi
let tools: FakeChatTools
let slack: FakeSlack

const open = (keys = OLD_KEY, commands?: Commands) =>
  openSlack({
    web,
    tools,
    ...(commands !== undefined && { commands }),
    env: {
      SLACK_CLIENT_ID: OAUTH.clientId,
      SLACK_CLIENT_SECRET: OAUTH.clientSecret,
      SLACK_STATE_SECRET: 'state-secret-0123456789',
      SLACK_TOKEN_KEYS: keys,
      SLACK_PORT: String(port),
    },
  })

beforeEach(async () => {
  port = await freePort()
  web = await openWebApi({ redirectTo: `http://127.0.0.1:${port}/slack/oauth_redirect` })
  tools = await chatTools()
  slack = await open()
})
afterEach(async () => {
  await slack.close()
  await web.close()
  await tools.store.close()
})

const install = (change?: (back: URL) => void) => installOn(slack, web, change)

const post = (of = slack) => of.adapter.post(`${TEAM}/${GENERAL}`, notice, aPost(nextId('row')))

describe('installing the app in a workspace', () => {
  it('keeps its token sealed, and posts with it', async () => {
    await install()
    const kept = await tools.store.recall({ ...KIND, id: TEAM })
    expect(kept).not.toBe(null)
    expect(kept).not.toContain('xoxb')
    await post()
    const token = web.of('chat.postMessage')[0]?.token
    expect(token).toMatch(/^xoxb-/u)
    expect(JSON.stringify(tools.logged)).not.toContain('xoxb')
  })

  it('asks for the scopes of the manifest and no others', async () => {
    const { headers } = await fetch(`${slack.address}/slack/install`, { redirect: 'manual' })
    const scopes = new URL(headers.get('location') ?? '').searchParams.get('scope')?.split(',')
    expect(scopes?.toSorted()).toEqual([
      'app_mentions:read',
      'assistant:write',
      'channels:join',
      'channels:read',
      'chat:write',
      'commands',
      'files:write',
      'groups:read',
      'im:history',
      'im:write',
      'mpim:read',
      'users:read',
    ])
  })

  it.each([
    ['a state of somebody else', (back: URL) => back.searchParams.set('state', 'forged')],
    ['no state', (back: URL) => back.searchParams.delete('state')],
    ['a code that Slack did not give', (back: URL) => back.searchParams.set('code', 'wrong')],
  ])('keeps nothing when somebody comes back with %s', async (_, change) => {
    await install(change)
    expect(await tools.store.recall({ ...KIND, id: TEAM })).toBe(null)
  })

  it('is remembered when the bot starts anew', async () => {
    await install()
    await slack.close()
    slack = await open()
    await post()
    expect(web.of('chat.postMessage')).toHaveLength(1)
  })

  it('seals anew with the first of several keys, so that the older one can go', async () => {
    await install()
    await slack.close()
    slack = await open(`${NEW_KEY},${OLD_KEY}`)
    await slack.close()
    slack = await open(NEW_KEY)
    await post()
    expect(web.of('chat.postMessage')).toHaveLength(1)
  })

  it('says which workspace is lost when its key is', async () => {
    await install()
    await slack.close()
    slack = await open(NEW_KEY)
    await expect(post()).rejects.toMatchObject({ code: 'channel-gone', remedy: 'reinstall' })
    expect(tools.logged.filter(({ level }) => level === 'error')).toMatchObject([
      { fields: { workspace: TEAM, reason: 'no-key' }, text: expect.stringContaining('SLACK_TOKEN_KEYS') },
    ])
  })
})

describe('a workspace that is served', () => {
  it('is answered with its own token; one that is not is not', async () => {
    await install()
    await slack.command('help', { team_id: 'T999' })
    await slack.command('help')
    await slack.responses.until(1)
    expect(slack.responses.given).toHaveLength(1)
  })

  it('is not remembered once it was forgotten by its own wish', async () => {
    const newsroom = await aNewsroom()
    const view = { ...newsroom.view, subscriptions: tools.store }
    await slack.close()
    slack = await open(OLD_KEY, allCommands(view))
    await install()
    await slack.command('forget everything')
    await slack.responses.until(1)
    await expect.poll(() => post().catch((error: unknown) => error)).toMatchObject({ remedy: 'reinstall' })
    await newsroom.store.close()
  })

  it('can be one of an organisation that installed the app for all of its own', async () => {
    await slack.close()
    await createInstallations(tools.store, readKeys(OLD_KEY) ?? [], tools.log).storeInstallation({
      team: undefined,
      enterprise: { id: 'E1' },
      user: { id: 'U000000001', token: undefined, scopes: undefined },
      bot: { token: 'xoxb-of-the-organisation', scopes: [], id: 'B1', userId: 'UBOT00001' },
      isEnterpriseInstall: true,
      authVersion: 'v2',
    })
    slack = await open()
    await slack.command('help', { enterprise_id: 'E1', is_enterprise_install: 'true' })
    await slack.responses.until(1)
    await slack.close()
    slack = await open()
    await post()
    expect(web.of('chat.postMessage')[0]).toMatchObject({
      token: 'xoxb-of-the-organisation',
      args: { team_id: TEAM },
    })
  })

  it('lets nobody but who runs the bot change what all workspaces read', async () => {
    await install()
    const newsroom = await aNewsroom()
    await slack.close()
    slack = await open(OLD_KEY, allCommands(newsroom.view))
    await slack.command('sources remove nile-wire')
    expect(await slack.responses.until(1)).toMatchObject([
      { text: expect.stringContaining('only the people who run this bot') },
    ])
    await newsroom.store.close()
  })
})
