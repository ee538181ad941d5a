import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PermissionFlagsBits } from 'discord.js'
import { ADA, answerTo, asking } from '../../fakes/discord/asking.ts'
import { DESK, GUILD } from '../../fakes/discord/discord-bench.ts'
import { BOT_PERMISSIONS, botUser, channelData, roleData } from '../../fakes/discord/discord-guild.ts'
import { newsroomOnDiscord, type NewsroomOnDiscord } from '../../fakes/discord/newsroom-on-discord.ts'

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

/** Pauses the channel as delivery does when Discord refuses it. */
async function giveUp(): Promise<void> {
  const { store } = bot.newsroom
  await store.decide({
    outboxId: 'row',
    subscription: 'one',
    destination,
    slot: 'one',
    at: 1,
    message: { kind: 'notice', level: 'info', text: 'quake', language: 'en' },
    told: [],
  })
  await store.claim({ now: 2, leaseMs: 1_000, limit: 10, except: [] })
  await store.settle('row', 3, {
    status: 'failed',
    reason: 'refused',
    health: { state: 'paused', failures: 1, rejections: 0, reason: 'refused' },
    notices: [],
  })
}

describe('a server that the bot is removed from', () => {
  it('has its subscriptions rest; those of others and of people go on', async () => {
    bot.discord.remove(GUILD)
    await vi.waitFor(async () => expect(await states()).toEqual(here('paused')))
  })

  it('keeps its subscriptions when it is only down', async () => {
    bot.discord.remove(GUILD, { unavailable: true })
    bot.discord.deleteChannel(OTHER, WIRE)
    await vi.waitFor(async () => expect((await states())[`discord:${OTHER}/${WIRE}`]).toBe('paused'))
    expect((await states())[destination]).toBe('active')
  })

  it('is spoken to again when the bot is invited back, which says what rests', async () => {
    await giveUp()
    bot.discord.remove(GUILD)
    await vi.waitFor(async () => expect(await states()).toEqual(here('paused')))
    const before = bot.discord.world.shownIn(DESK).length
    bot.discord.invite({ id: GUILD, channels: [{ id: DESK, name: 'desk' }] })
    await vi.waitFor(() => expect(bot.discord.world.shownIn(DESK)).toHaveLength(before + 1))
    expect(JSON.stringify(bot.discord.world.shownIn(DESK).at(-1)?.body)).toContain('1 subscription was')
    expect(await bot.newsroom.store.resumeDestination(destination)).toBe(false)
  })
})

const READER = '400000000000000001'
const WRITER = '400000000000000002'
const dispatch = (event: string, data: object) => bot.discord.gateway.dispatch(event, data)
const isGivenUp = async () => (await bot.newsroom.store.destinations()).has(destination)
const everybody = (permissions: bigint) =>
  dispatch('GUILD_ROLE_UPDATE', { guild_id: GUILD, role: roleData(GUILD, permissions) })
/** Answered after everything that was said before it. */
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
    await vi.waitFor(async () => expect(await isGivenUp()).toBe(false))
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
    await vi.waitFor(async () => expect(await isGivenUp()).toBe(false))
  })
})

describe('a channel', () => {
  it('has its subscriptions rest when it is deleted', async () => {
    bot.discord.deleteChannel(GUILD, DESK)
    await vi.waitFor(async () => expect(await states()).toEqual(here('paused')))
  })

  it('is spoken to again once the bot may', async () => {
    await giveUp()
    for (const denied of [PermissionFlagsBits.SendMessages, 0n])
      bot.discord.gateway.dispatch('CHANNEL_UPDATE', channelData({ id: DESK, denied }, GUILD))
    await vi.waitFor(async () =>
      expect((await bot.newsroom.store.destinations()).has(destination)).toBe(false),
    )
  })
})
