import { randomBytes } from 'node:crypto'
import type { InstallationStore } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createInstallations } from '../../../../adapters/slack/transport/installations.ts'
import { readKeys } from '../../../../adapters/slack/transport/seal.ts'
import { GONE_MS, tidyStore } from '../../../../src/storage/tidy-store.ts'
import { chatTools, type FakeChatTools } from '../../../fakes/chat-tools.ts'
import { aPost } from '../../../fakes/posting.ts'
import { installOn } from '../../../fakes/slack/install-on.ts'
import { type FakeSlack, nextId, openSlack } from '../../../fakes/slack/open-slack.ts'
import {
  ADA,
  BOT,
  type FakeWebApi,
  freePort,
  GENERAL,
  OAUTH,
  openWebApi,
  RANDOM,
  TEAM,
} from '../../../fakes/slack/web-api.ts'
import { aSubscription } from '../../../schedule/a-subscription.ts'

const KEY = randomBytes(32).toString('base64')
const KIND = { platform: 'slack', kind: 'installation' } as const
const PLACE = { platform: 'slack', workspace: TEAM } as const
const DAY = 24 * 3_600_000
const notice = { kind: 'notice', level: 'info', text: 'hello', language: 'en' } as const

let port: number
let web: FakeWebApi
let tools: FakeChatTools
let slack: FakeSlack
let passed: number

const now = () => Date.now() + passed
const open = () =>
  openSlack({
    web,
    tools: { ...tools, now },
    env: {
      SLACK_CLIENT_ID: OAUTH.clientId,
      SLACK_CLIENT_SECRET: OAUTH.clientSecret,
      SLACK_STATE_SECRET: 'state-secret-0123456789',
      SLACK_TOKEN_KEYS: KEY,
      SLACK_PORT: String(port),
    },
  })

beforeEach(async () => {
  passed = 0
  port = await freePort()
  web = await openWebApi({ redirectTo: `http://127.0.0.1:${port}/slack/oauth_redirect` })
  tools = await chatTools()
  slack = await open()
  await installOn(slack, web)
  const { store } = tools
  await store.keepSubscription(
    aSubscription({ id: 'desk', to: `slack:${TEAM}/${GENERAL}`, owner: `slack:${TEAM}/${ADA}` }),
  )
  await store.keepSubscription(
    aSubscription({ id: 'mine', to: `slack:@${TEAM}/${ADA}`, owner: `slack:${TEAM}/${ADA}` }),
  )
  await store.keepSubscription(
    aSubscription({
      id: 'rested',
      to: `slack:${TEAM}/${RANDOM}`,
      owner: `slack:${TEAM}/${ADA}`,
      state: 'paused',
    }),
  )
  await store.keepPreferences(`slack:${TEAM}/${GENERAL}`, { zone: 'Asia/Tokyo', language: null, quiet: null })
})
afterEach(async () => {
  await slack.close()
  await web.close()
  await tools.store.close()
})

const states = async () =>
  Object.fromEntries((await tools.store.subscriptions()).map(({ id, state }) => [id, state]))
const ACTIVE = { desk: 'active', mine: 'active', rested: 'paused' }
const RESTING = { desk: 'paused', mine: 'paused', rested: 'paused' }

const seconds = (at: number) => Math.floor(at / 1000)
const uninstalled = (at = now()) => slack.event({ type: 'app_uninstalled' }, { event_time: seconds(at) })
const post = () => slack.adapter.post(`${TEAM}/${GENERAL}`, notice, aPost(nextId('row')))
const tidy = () => tidyStore(tools.store, now(), { keepDays: null })
/** Events are acknowledged before they are handled. This one is answered when those before it are done. */
const settled = async () => {
  const { promise, resolve } = Promise.withResolvers<unknown>()
  setTimeout(resolve, 200)
  await promise
}

/** Does what another process on this store would do, or this one a moment later. */
const storeInstallation = (
  own: Partial<Parameters<InstallationStore['storeInstallation']>[0]> = {},
  at: () => number = Date.now,
) =>
  createInstallations(tools.store, readKeys(KEY) ?? [], tools.log, { now: at }).storeInstallation({
    team: { id: TEAM },
    enterprise: undefined,
    user: { id: ADA, token: undefined, scopes: undefined },
    bot: { token: 'xoxb-another', scopes: [], id: 'B1', userId: BOT },
    isEnterpriseInstall: false,
    authVersion: 'v2',
    ...own,
  })

describe('tokens that were revoked', () => {
  it.each([
    ['the bot’s', { bot: [BOT] }],
    ['a person’s', { oauth: [ADA] }],
  ])('cost nothing that is kept: %s', async (_, tokens) => {
    await slack.event({ type: 'tokens_revoked', tokens }, { event_time: seconds(now()) })
    await settled()
    expect(await states()).toEqual(ACTIVE)
    expect(await tools.store.recall({ ...KIND, id: TEAM })).not.toBeNull()
    expect(await tools.store.preferences(`slack:${TEAM}/${GENERAL}`)).toMatchObject({ zone: 'Asia/Tokyo' })
  })

  it('are told to who runs the bot where they are its own', async () => {
    await slack.event({ type: 'tokens_revoked', tokens: { bot: [BOT] } })
    await expect
      .poll(() => tools.logged.filter(({ level }) => level === 'warn'))
      .toMatchObject([{ fields: { workspace: TEAM }, text: expect.stringContaining('revoked') }])
  })

  it('do no harm to a token that took their place', async () => {
    await installOn(slack, web)
    await slack.event({ type: 'tokens_revoked', tokens: { bot: [BOT] } }, { event_time: seconds(now()) - 60 })
    await settled()
    await expect(post()).resolves.toMatchObject({ platform: 'slack' })
  })
})

describe('a workspace that removes the app', () => {
  it('keeps all that is its own for thirty days, in which nothing speaks there', async () => {
    await uninstalled()
    await expect.poll(states).toEqual(RESTING)
    await expect.poll(() => tools.store.recall({ ...KIND, id: TEAM })).toBeNull()
    await expect(post()).rejects.toMatchObject({ code: 'channel-gone', remedy: 'reinstall' })
    passed = GONE_MS - DAY
    expect(await tidy()).toMatchObject({ workspaces: 0 })
    expect(await states()).toEqual(RESTING)
    expect(await tools.store.preferences(`slack:${TEAM}/${GENERAL}`)).toMatchObject({ zone: 'Asia/Tokyo' })
  })

  it('is forgotten by the first tidying after that', async () => {
    await uninstalled()
    await expect.poll(states).toEqual(RESTING)
    passed = GONE_MS + DAY
    expect(await tidy()).toMatchObject({ workspaces: 1 })
    expect(await states()).toEqual({})
    expect(await tools.store.preferences(`slack:${TEAM}/${GENERAL}`)).toBeNull()
    expect(await tidy()).toMatchObject({ workspaces: 0 })
  })

  it('finds everything as it was when it installs the app again, and its people hear of it once', async () => {
    await uninstalled()
    await expect.poll(states).toEqual(RESTING)
    passed = 29 * DAY
    await installOn(slack, web)
    await expect.poll(states).toEqual(ACTIVE)
    passed = 90 * DAY
    expect(await tidy()).toMatchObject({ workspaces: 0 })
    expect(await states()).toEqual(ACTIVE)
    await expect.poll(() => web.of('chat.postMessage').length).toBe(1)
    await installOn(slack, web)
    await settled()
    const told = web.of('chat.postMessage').map(({ args }) => String(args['text']))
    expect(told).toEqual([expect.stringContaining('2 subscriptions')])
  })

  it('is posted to again, although calls failed while the app was gone', async () => {
    const channel = `slack:${TEAM}/${GENERAL}`
    await uninstalled()
    await expect.poll(states).toEqual(RESTING)
    await tools.loseDestination(channel, { code: 'channel-gone', reason: 'not installed' })
    expect((await tools.store.destinations()).get(channel)?.state).toBe('paused')
    await installOn(slack, web)
    await expect.poll(async () => (await tools.store.destinations()).has(channel)).toBe(false)
  })

  it('is brought back at the next start when the bot went down right after it installed the app', async () => {
    await uninstalled()
    await expect.poll(states).toEqual(RESTING)
    await slack.close()
    passed = 1000
    await storeInstallation({}, now)
    expect(await states()).toEqual(RESTING)
    slack = await open()
    await expect.poll(states).toEqual(ACTIVE)
  })

  it('is not taken for gone by an event that comes late, or twice', async () => {
    const at = now()
    await uninstalled(at)
    await expect.poll(states).toEqual(RESTING)
    passed = 60_000
    await installOn(slack, web)
    await expect.poll(states).toEqual(ACTIVE)
    await uninstalled(at)
    await settled()
    expect(await states()).toEqual(ACTIVE)
    await expect(post()).resolves.toMatchObject({ platform: 'slack' })
  })

  it('is gone since the first of two events', async () => {
    await uninstalled()
    await expect.poll(states).toEqual(RESTING)
    passed = 20 * DAY
    await uninstalled()
    await settled()
    passed = GONE_MS + DAY
    expect(await tidy()).toMatchObject({ workspaces: 1 })
  })

  it('is forgotten at once where somebody asks for it', async () => {
    await uninstalled()
    await expect.poll(states).toEqual(RESTING)
    expect(await tools.store.forgetWorkspace(PLACE)).toMatchObject({ subscriptions: 3 })
    passed = GONE_MS + DAY
    expect(await tidy()).toMatchObject({ workspaces: 0 })
  })
})

describe('a token that another process stored', () => {
  it('is used from the next call on', async () => {
    await storeInstallation()
    web.answer('chat.postMessage', () => ({ ok: true, ts: '1.1', channel: GENERAL }))
    await post()
    expect(web.of('chat.postMessage').at(-1)?.token).toBe('xoxb-another')
  })

  it('lets a workspace be answered that was not known before', async () => {
    await storeInstallation({ team: { id: 'T000000009' } })
    await slack.command('help', { team_id: 'T000000009' })
    expect(await slack.responses.until(1)).toMatchObject([{ text: 'help' }])
  })

  it('does not hold an answer up while the store hangs', async () => {
    const { promise } = Promise.withResolvers<string | null>()
    tools.store.recall = () => promise
    await expect(post()).resolves.toMatchObject({ platform: 'slack' })
  })
})

describe('an organisation that installed the app for all of its own', () => {
  const E1 = { enterprise_id: 'E1', is_enterprise_install: true }
  const ofTheOrganisation = (type: string, at = now()) =>
    slack.event(
      { type, team_ids: [TEAM], event_ts: String(at / 1000) },
      { ...E1, event_time: seconds(at), authorizations: [{ ...E1, team_id: null }] },
    )
  const byTheOrganisation = {
    team: undefined,
    enterprise: { id: 'E1' },
    isEnterpriseInstall: true,
  }

  beforeEach(async () => {
    await slack.close()
    await tools.store.forget({ ...KIND, id: TEAM })
    await storeInstallation(byTheOrganisation)
    slack = await open()
    await slack.command('help', { enterprise_id: 'E1', is_enterprise_install: 'true' })
    await slack.responses.until(1)
  })

  it('takes it from a workspace and gives it back', async () => {
    await ofTheOrganisation('team_access_revoked')
    await expect.poll(states).toEqual(RESTING)
    passed = DAY
    await ofTheOrganisation('team_access_granted')
    await expect.poll(states).toEqual(ACTIVE)
    await ofTheOrganisation('team_access_revoked', now() - 60_000)
    await settled()
    expect(await states()).toEqual(ACTIVE)
  })

  it('removes it, and its workspaces rest until the organisation installs it again', async () => {
    await slack.event(
      { type: 'app_uninstalled' },
      { team_id: null, ...E1, event_time: seconds(now()), authorizations: [{ ...E1, team_id: null }] },
    )
    await expect.poll(states).toEqual(RESTING)
    await expect.poll(() => tools.store.recall({ ...KIND, id: 'E1' })).toBeNull()
    await expect(post()).rejects.toMatchObject({ code: 'channel-gone' })
    await slack.close()
    passed = DAY
    await storeInstallation(byTheOrganisation, now)
    slack = await open()
    await expect.poll(states).toEqual(ACTIVE)
  })
})
