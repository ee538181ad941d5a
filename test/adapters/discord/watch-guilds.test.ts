import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PermissionFlagsBits } from 'discord.js'
import { ADA, answerTo, asking } from '../../fakes/discord/asking.ts'
import { DESK, GUILD } from '../../fakes/discord/discord-bench.ts'
import { BOT_PERMISSIONS, botUser, channelData, roleData } from '../../fakes/discord/discord-guild.ts'
import { newsroomOnDiscord, type NewsroomOnDiscord } from '../../fakes/discord/newsroom-on-discord.ts'
import { patiently } from '../../patiently.ts'

const OTHER = '200000000000000002'
const WIRE = '300000000000000002'
const guilds = [
  { id: GUILD, channels: [{ id: DESK, name: 'desk' }] },
  { id: OTHER, channels: [{ id: WIRE, name: 'wire' }] },
]
const destination = `discord:${GUILD}/${DESK}`

let bot: NewsroomOnDiscord
beforeEach(async () => {
  bot = await newsroomOnDiscord({ guilds })
  await answerTo(asking(bot.discord).news('subscribe', { what: 'syria' }))
  await answerTo(asking(bot.discord).news('subscribe', { what: 'sudan', to: 'me' }))
  await answerTo(asking(bot.discord, { guild: OTHER, channel: WIRE }).news('subscribe', { what: 'turkey' }))
})
afterEach(() => bot.close())

const states = async () => {
  const all = await bot.newsroom.store.subscriptions({ states: ['active', 'paused', 'ended'] })
  return Object.fromEntries(all.map(({ to, state }) => [to, state]))
}
const here = (state: string) => ({
  [destination]: state,
  [`discord:@${ADA}/${ADA}`]: 'active',
  [`discord:${OTHER}/${WIRE}`]: 'active',
})

/** Returns the destinations that get no further call. */
const givenUp = async () => [...(await bot.newsroom.store.destinations()).keys()]

/** Pauses a destination as delivery does if Discord refuses it. */
async function giveUp(to = destination): Promise<void> {
  const { store } = bot.newsroom
  await store.decide({
    outboxId: `row ${to}`,
    subscription: 'one',
    destination: to,
    slot: to,
    at: 1,
    message: { kind: 'notice', level: 'info', text: 'quake', language: 'en' },
    told: [],
  })
  await store.claim({ now: 2, leaseMs: 1_000, limit: 10, except: [] })
  await store.settle(`row ${to}`, 3, {
    status: 'failed',
    reason: 'refused',
    health: { state: 'paused', failures: 1, rejections: 0, reason: 'refused' },
    notices: [],
  })
}

describe('a server that the bot is removed from', () => {
  it('has its subscriptions rest; those of others and of people go on', async () => {
    bot.discord.remove(GUILD)
    await patiently(async () => expect(await states()).toEqual(here('paused')))
  })

  it('keeps its subscriptions when it is only down', async () => {
    bot.discord.remove(GUILD, { unavailable: true })
    bot.discord.deleteChannel(OTHER, WIRE)
    await patiently(async () => expect(await givenUp()).toEqual([`discord:${OTHER}/${WIRE}`]))
    expect((await states())[destination]).toBe('active')
  })

  it('is spoken to again when the bot is invited back, which says what rests', async () => {
    await giveUp()
    bot.discord.remove(GUILD)
    await patiently(async () => expect(await states()).toEqual(here('paused')))
    const before = bot.discord.world.shownIn(DESK).length
    bot.discord.invite({ id: GUILD, channels: [{ id: DESK, name: 'desk' }] })
    await patiently(() => expect(bot.discord.world.shownIn(DESK)).toHaveLength(before + 1))
    expect(JSON.stringify(bot.discord.world.shownIn(DESK).at(-1)?.body)).toContain('1 subscription was')
    expect(await bot.newsroom.store.resumeDestination(destination)).toBe(false)
  })
})

const READER = '400000000000000001'
const WRITER = '400000000000000002'
const dispatch = (event: string, data: object) => bot.discord.gateway.dispatch(event, data)
const isGivenUp = async () => (await givenUp()).includes(destination)
const everybody = (permissions: bigint) =>
  dispatch('GUILD_ROLE_UPDATE', { guild_id: GUILD, role: roleData(GUILD, permissions) })
/** Its answer comes after everything before it was handled. */
const isHeard = () => answerTo(asking(bot.discord, { guild: OTHER, channel: WIRE }).news('help'))

const given = (roles: readonly string[]) =>
  dispatch('GUILD_MEMBER_UPDATE', {
    guild_id: GUILD,
    user: botUser,
    roles,
    joined_at: '2026-01-01T00:00:00.000000+00:00',
    deaf: false,
    mute: false,
    flags: 0,
  })

describe('the roles of the bot', () => {
  beforeEach(async () => {
    await giveUp()
    everybody(PermissionFlagsBits.ViewChannel)
  })

  it('let it speak again where they are given the right to', async () => {
    everybody(PermissionFlagsBits.ViewChannel | PermissionFlagsBits.EmbedLinks)
    await isHeard()
    expect(await isGivenUp()).toBe(true)
    everybody(BOT_PERMISSIONS)
    await patiently(async () => expect(await isGivenUp()).toBe(false))
  })

  it('let it speak again where it is given another', async () => {
    for (const [role, permissions] of [
      [READER, PermissionFlagsBits.ViewChannel],
      [WRITER, BOT_PERMISSIONS],
    ] as const)
      dispatch('GUILD_ROLE_CREATE', { guild_id: GUILD, role: roleData(role, permissions) })
    given([READER])
    await isHeard()
    expect(await isGivenUp()).toBe(true)
    given([WRITER])
    await patiently(async () => expect(await isGivenUp()).toBe(false))
  })
})

const THREAD = '310000000000000001'
const ASLEEP = '310000000000000002'
const LOCKED = '310000000000000003'
const threadIn = (id: string): string => `discord:${GUILD}/${id}`

describe('threads that were given up', () => {
  beforeEach(async () => {
    bot.discord.openThread(GUILD, { id: THREAD, parent: DESK })
    bot.discord.openThread(GUILD, { id: ASLEEP, parent: DESK, isAsleep: true })
    bot.discord.openThread(GUILD, { id: LOCKED, parent: DESK, isLocked: true })
    for (const id of [THREAD, ASLEEP, LOCKED]) await giveUp(threadIn(id))
    everybody(BOT_PERMISSIONS & ~PermissionFlagsBits.SendMessagesInThreads)
    await isHeard()
  })

  it('wake when a role of the bot gets its rights again, but for one that is locked', async () => {
    everybody(BOT_PERMISSIONS)
    await patiently(async () => expect(await givenUp()).toEqual([threadIn(LOCKED)]))
  })

  it('stay asleep while rights come that are not enough for a thread', async () => {
    everybody(
      (BOT_PERMISSIONS & ~PermissionFlagsBits.SendMessagesInThreads) | PermissionFlagsBits.AddReactions,
    )
    await isHeard()
    expect(await givenUp()).toHaveLength(3)
  })

  it('wake when their channel is opened to the bot, and those of no other', async () => {
    everybody(BOT_PERMISSIONS)
    await patiently(async () => expect(await givenUp()).toEqual([threadIn(LOCKED)]))
    const elsewhere = '300000000000000008'
    bot.discord.makeChannel(GUILD, { id: elsewhere })
    bot.discord.openThread(GUILD, { id: '310000000000000004', parent: elsewhere })
    for (const id of [THREAD, ASLEEP, '310000000000000004']) await giveUp(threadIn(id))
    for (const denied of [PermissionFlagsBits.SendMessagesInThreads, 0n])
      dispatch('CHANNEL_UPDATE', channelData({ id: DESK, denied }, GUILD))
    await patiently(async () =>
      expect(await givenUp()).toEqual([threadIn(LOCKED), threadIn('310000000000000004')]),
    )
  })
})

describe('a channel', () => {
  it('is given up when it is deleted, like one at which a post is told that it is not there', async () => {
    const { store } = bot.newsroom
    bot.discord.deleteChannel(GUILD, DESK)
    await patiently(async () => expect(await givenUp()).toEqual([destination]))
    const health = (await store.destinations()).get(destination)
    expect(health).toMatchObject({ state: 'paused', reason: expect.stringContaining('was deleted') })
    // The subscriptions remain active, but nothing is decided for them, as after a refusal.
    expect(await states()).toEqual(here('active'))
  })

  it('takes its threads with it', async () => {
    bot.discord.openThread(GUILD, { id: THREAD, parent: DESK })
    await answerTo(asking(bot.discord, { channel: THREAD }).news('subscribe', { what: 'sudan' }))
    bot.discord.deleteChannel(GUILD, DESK)
    await patiently(async () => expect(await givenUp()).toEqual([destination, threadIn(THREAD)]))
  })

  it('is not remembered when it is deleted and nobody followed anything there', async () => {
    bot.discord.makeChannel(GUILD, { id: '300000000000000008' })
    bot.discord.deleteChannel(GUILD, '300000000000000008')
    await isHeard()
    expect(await givenUp()).toEqual([])
  })

  it('is spoken to again once the bot may', async () => {
    await giveUp()
    for (const denied of [PermissionFlagsBits.SendMessages, 0n])
      bot.discord.gateway.dispatch('CHANNEL_UPDATE', channelData({ id: DESK, denied }, GUILD))
    await patiently(async () => expect(await isGivenUp()).toBe(false))
  })
})

describe('a thread', () => {
  it.each([false, true])('is given up when it is deleted, also when it was asleep: %s', async (isAsleep) => {
    bot.discord.openThread(GUILD, { id: THREAD, parent: DESK, isAsleep })
    await answerTo(asking(bot.discord, { channel: THREAD }).news('subscribe', { what: 'sudan' }))
    bot.discord.deleteThread(GUILD, THREAD)
    await patiently(async () => expect(await givenUp()).toEqual([threadIn(THREAD)]))
  })
})
