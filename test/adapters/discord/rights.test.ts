import { ApplicationCommandPermissionType as Of, PermissionFlagsBits } from 'discord.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ADA, answerTo, asking, MANAGER } from '../../fakes/discord/asking.ts'
import { DESK, GUILD } from '../../fakes/discord/discord-bench.ts'
import { openDiscord } from '../../fakes/discord/discord-server.ts'
import { newsroomOnDiscord, type NewsroomOnDiscord } from '../../fakes/discord/newsroom-on-discord.ts'

const EDITORS = '400000000000000001'
const GUILDS = [{ id: GUILD, channels: [{ id: DESK, name: 'desk' }], roles: [EDITORS] }]

let bot: NewsroomOnDiscord
afterEach(() => bot.close())

const ada = (somebody: Parameters<typeof asking>[1] = {}) => asking(bot.discord, somebody)

const limitTo = (permissions: readonly { id: string; type: Of; permission: boolean }[]) =>
  bot.discord.world.limits.set(GUILD, new Map([['subscribe', permissions]]))

describe('words that are commands of their own', () => {
  beforeEach(async () => {
    bot = await newsroomOnDiscord({ guilds: GUILDS })
  })

  it('are answered as behind /news, with the same form and the same suggestions', async () => {
    await answerTo(ada().own('subscribe', { what: 'syria' }))
    expect(await bot.newsroom.store.subscriptions({ states: ['active'] })).toHaveLength(1)
    expect((await answerTo(ada().own('sources list'))).text).toContain('0 sources')
    expect((await answerTo(ada(MANAGER).own('forget'))).text).toContain('everything')
  })

  it.each([
    ['a role that they have not', {}, true],
    ['a role that they have', { roles: [EDITORS] }, false],
    ['a role, and they are admins', { permissions: PermissionFlagsBits.Administrator }, false],
  ] as const)(
    'keep the limits of a server behind /news, too: those of %s',
    async (_, somebody, isLimited) => {
      limitTo([
        { id: GUILD, type: Of.Role, permission: false },
        { id: EDITORS, type: Of.Role, permission: true },
      ])
      const { text } = await answerTo(ada(somebody).news('subscribe', { what: 'syria' }))
      expect(text.includes('Integrations')).toBe(isLimited)
      expect(await bot.newsroom.store.subscriptions({ states: ['active'] })).toHaveLength(isLimited ? 0 : 1)
    },
  )

  it('may be limited to channels, and to people before roles', async () => {
    const allChannels = String(BigInt(GUILD) - 1n)
    limitTo([
      { id: allChannels, type: Of.Channel, permission: false },
      { id: GUILD, type: Of.Role, permission: false },
      { id: ADA, type: Of.User, permission: true },
    ])
    expect((await answerTo(ada().news('subscribe', { what: 'syria' }))).text).toContain('Integrations')
    limitTo([
      { id: allChannels, type: Of.Channel, permission: false },
      { id: DESK, type: Of.Channel, permission: true },
      { id: GUILD, type: Of.Role, permission: false },
      { id: ADA, type: Of.User, permission: true },
    ])
    bot.discord.gateway.dispatch('APPLICATION_COMMAND_PERMISSIONS_UPDATE', {
      id: '800000000000000001',
      application_id: '900000000000000001',
      guild_id: GUILD,
      permissions: [],
    })
    expect((await answerTo(ada().news('subscribe', { what: 'syria' }))).text).not.toContain('Integrations')
  })

  it('are given as our own rights allow where Discord does not say what is limited', async () => {
    bot.discord.breakNext(/permissions$/u, 'broken')
    await answerTo(ada().news('subscribe', { what: 'syria' }))
    expect(await bot.newsroom.store.subscriptions({ states: ['active'] })).toHaveLength(1)
  })
})

describe('those to whom the application belongs', () => {
  it.each([
    ['its owner', { owner: person(ADA) }, true],
    ['a developer of its team', team(member(ADA, 'developer')), true],
    ['one who may only read', team(member(ADA, 'read_only')), false],
    ['one who was invited into it', team(member(ADA, 'developer', 1)), false],
    ['somebody else', { owner: person('1') }, false],
  ] as const)('run the bot: %s', async (_, owner, runs) => {
    const discord = await openDiscord({ guilds: GUILDS })
    discord.world.owner = owner
    bot = await newsroomOnDiscord({ discord })
    const { text } = await answerTo(ada().news('sources remove', { source: 'levant-post' }))
    expect(text.includes('who run this bot')).toBe(!runs)
  })
})

describe('/notifications', () => {
  beforeEach(async () => {
    bot = await newsroomOnDiscord({ guilds: GUILDS })
  })

  it('says and sets whom alerts call and whether briefings have a sound', async () => {
    expect((await answerTo(ada(MANAGER).notifications())).text).toContain('mention nobody')
    const { text, isPrivate } = await answerTo(ada(MANAGER).notifications({ role: EDITORS, silent: true }))
    expect(text).toMatch(new RegExp(`Alerts on this server mention .*@role ${EDITORS}`, 'u'))
    expect(text).toContain('no sound')
    expect(text).toContain('I cannot mention')
    expect(isPrivate).toBe(true)
    // The role of everybody counts as no role.
    expect((await answerTo(ada(MANAGER).notifications({ role: GUILD }))).text).toContain('mention nobody')
  })

  it('is for who manages the server, whomever Integrations let give it', async () => {
    expect((await answerTo(ada().notifications({ role: EDITORS }))).text).toContain('admin')
    expect((await answerTo(ada(MANAGER).notifications())).text).toContain('mention nobody')
  })
})

const person = (id: string) => ({ id, username: 'ada', discriminator: '0', avatar: null })
const member = (id: string, role: string, membership_state = 2) => ({
  user: person(id),
  team_id: '1',
  membership_state,
  role,
  permissions: ['*'],
})
const team = (...members: readonly ReturnType<typeof member>[]) => ({
  owner: person('1'),
  team: { id: '1', icon: null, name: 'Desk', owner_user_id: '2', members },
})

describe('the pages', () => {
  const [west, east, board] = ['200000000000000011', '200000000000000012', '200000000000000013']

  beforeEach(async () => {
    const channels = [
      { id: DESK, name: 'desk' },
      { id: west, name: 'west' },
      { id: east, name: 'east', denied: PermissionFlagsBits.SendMessages },
      { id: board, name: 'board', denied: PermissionFlagsBits.ViewChannel },
    ]
    bot = await newsroomOnDiscord({ guilds: [{ id: GUILD, channels, roles: [EDITORS] }] })
  })

  it.each([
    ['a member', {}, []],
    ['who manages channels', MANAGER, [DESK, west]],
  ] as const)('are told which channels %s manages, where the bot can post', async (_, somebody, managed) => {
    await answerTo(ada(somebody).news('web'))
    const [key] = await bot.newsroom.store.accessKeys(`discord:${GUILD}/${ADA}`, bot.newsroom.view.now())
    expect(key?.visitor.manages?.map(({ destination }) => destination) ?? []).toEqual(
      managed.map((id) => `discord:${GUILD}/${id}`),
    )
  })
})
