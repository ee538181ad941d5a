import { ChannelType, MessageFlags, PermissionFlagsBits } from 'discord.js'
import { describe, expect, it, vi } from 'vitest'
import type { Message } from '../../../src/records/message.ts'
import { NO_COMMANDS } from '../../fakes/commands.ts'
import { aBriefing } from '../../fakes/briefings.ts'
import { aPost } from '../../fakes/posting.ts'
import { aWorstDay } from '../../fakes/worst-day.ts'
import { DESK, discordAdapter, GUILD, type DiscordBench } from '../../fakes/discord/discord-bench.ts'
import { refusal, tooMany } from '../../fakes/discord/discord-refusals.ts'
import { connected, DESK_PLACE, LONG, QUAKE } from '../../fakes/discord/posting-on-discord.ts'
import { patiently } from '../../patiently.ts'

const shown = ({ discord }: Pick<DiscordBench, 'discord'>, channel = DESK) => discord.world.shownIn(channel)

describe('a long briefing', () => {
  it('has its details in a thread under its first message', async () => {
    const { adapter, discord } = await connected()
    const receipt = await adapter.post(DESK_PLACE, LONG, aPost('long'))
    const [first] = discord.world.shownIn(DESK)
    const [thread] = [...discord.world.threads.values()]
    expect(thread).toMatchObject({ id: first?.id, parent: DESK })
    const inThread = discord.world.shownIn(first?.id ?? '')
    expect(inThread.length).toBeGreaterThan(0)
    expect(receipt.messageIds).toHaveLength(discord.world.messages.length)
  })

  it('stands whole in the channel where no thread is allowed', async () => {
    const denied = PermissionFlagsBits.CreatePublicThreads
    const { adapter, discord } = await connected([{ id: DESK, denied }])
    await adapter.post(DESK_PLACE, LONG, aPost('long'))
    expect(discord.world.threads.size).toBe(0)
    expect(discord.world.shownIn(DESK).length).toBeGreaterThan(2)
  })

  it('is shown once when its sending broke in the middle and is tried again', async () => {
    const { adapter, discord } = await connected()
    await adapter.post(DESK_PLACE, LONG, aPost('whole'))
    const whole = discord.world.messages.length
    discord.breakNext(
      /^POST \/channels\/\d+\/threads$|^POST \/channels\/\d+\/messages\/\d+\/threads$/u,
      'lost',
    )
    await expect(adapter.post(DESK_PLACE, LONG, aPost('long'))).rejects.toMatchObject({
      mayHaveArrived: true,
    })
    await adapter.post(DESK_PLACE, LONG, aPost('long'))
    expect(discord.world.messages).toHaveLength(2 * whole)
    expect(discord.world.threads.size).toBe(2)
  })

  it('is shown once when the bot ends in the middle and starts again', async () => {
    const { adapter, discord, tools } = await connected()
    discord.breakNext(/^POST \/channels\/\d+\/messages$/u, 'lost')
    await expect(adapter.post(DESK_PLACE, QUAKE, aPost('crash'))).rejects.toMatchObject({
      mayHaveArrived: true,
    })
    await adapter.stop()
    const again = discordAdapter(discord, tools)
    await again.start(NO_COMMANDS)
    await again.post(DESK_PLACE, QUAKE, aPost('crash'))
    await again.stop()
    expect(discord.world.shownIn(DESK)).toHaveLength(1)
  })
})

/** Posts a message and two under it; returns the id of the first. */
async function under({ adapter }: DiscordBench): Promise<string> {
  const first = await adapter.post(DESK_PLACE, QUAKE, aPost('first'))
  await adapter.post(DESK_PLACE, QUAKE, { ...aPost('second'), under: first })
  await adapter.post(DESK_PLACE, QUAKE, { ...aPost('third'), under: first })
  return first.messageIds[0]?.split('/')[1] ?? ''
}

describe('what goes under a message', () => {
  it('stands in a thread that begins there', async () => {
    const running = await connected()
    const first = await under(running)
    expect([...running.discord.world.threads.values()]).toMatchObject([{ id: first, parent: DESK }])
    expect(shown(running)).toHaveLength(1)
    expect(shown(running, first)).toHaveLength(2)
  })

  it('replies to it where no thread is allowed', async () => {
    const running = await connected([{ id: DESK, denied: PermissionFlagsBits.CreatePublicThreads }])
    const first = await under(running)
    expect(shown(running)).toHaveLength(3)
    const posts = running.discord.requests.filter(
      ({ method, path }) => method === 'POST' && path.endsWith('/messages'),
    )
    const reply = { body: { message_reference: { message_id: first, fail_if_not_exists: false } } }
    expect(posts.slice(1)).toMatchObject([reply, reply])
    expect(posts[0]?.body).not.toHaveProperty('message_reference')
  })

  it('goes on in the post that it began in a forum', async () => {
    const running = await connected([{ id: DESK, type: ChannelType.GuildForum }])
    const first = await under(running)
    expect(shown(running, first)).toHaveLength(3)
  })

  it('stands in the channel where somebody deleted the message', async () => {
    const running = await connected()
    const first = await running.adapter.post(DESK_PLACE, QUAKE, aPost('first'))
    running.discord.world.remove(first.messageIds[0]?.split('/')[1] ?? '')
    await running.adapter.post(DESK_PLACE, QUAKE, { ...aPost('second'), under: first })
    expect(shown(running)).toHaveLength(1)
  })
})

const shownAfter = async (message: Message, set: object) => {
  const running = await connected()
  const name = { platform: 'discord', kind: 'notifications', id: GUILD }
  await running.tools.memory.remember(name, JSON.stringify(set))
  await running.adapter.post(DESK_PLACE, message, aPost('told'))
  return shown(running).map(({ body }) => body)
}
const isSilent = ({ flags }: Readonly<Record<string, unknown>>): boolean =>
  (Number(flags ?? 0) & MessageFlags.SuppressNotifications) !== 0

describe('what a server set under /notifications', () => {
  const ROLE = '400000000000000001'
  const alert: Message = { kind: 'briefing', briefing: aBriefing({ isAlert: true }) }
  it('calls its role for an alert, that role alone, and with a sound', async () => {
    const [first, ...others] = await shownAfter(alert, { role: ROLE, silent: true })
    expect(JSON.stringify(first)).toContain(`<@&${ROLE}>`)
    expect(first).toMatchObject({ allowed_mentions: { parse: [], roles: [ROLE] } })
    expect([first, ...others].some((body) => body !== undefined && isSilent(body))).toBe(false)
  })

  it('calls nobody for a briefing, and lets it come without a sound, in its thread too', async () => {
    const bodies = await shownAfter(LONG, { role: ROLE, silent: true })
    expect(JSON.stringify(bodies)).not.toContain('<@&')
    expect(bodies.every(isSilent)).toBe(true)
    expect(bodies.every((body) => Array.isArray(body['embeds']))).toBe(true)
  })

  it('leaves notices as they are', async () => {
    expect((await shownAfter(QUAKE, { role: ROLE, silent: true })).some(isSilent)).toBe(false)
  })

  it('calls its role behind a long alert of embeds as well', async () => {
    const [first] = await shownAfter(
      { kind: 'briefing', briefing: { ...aWorstDay(), isAlert: true } },
      { role: ROLE, silent: false },
    )
    expect(first?.['content']).toMatch(new RegExp(`<@&${ROLE}>$`, 'u'))
  })
})

describe('direct messages', () => {
  it('are opened once for a person, also over a restart', async () => {
    const { adapter, discord, tools } = await connected()
    const person = '500000000000000001/500000000000000001'
    const channel = await adapter.directChannel(person)
    await adapter.stop()
    const again = discordAdapter(discord, tools)
    expect(await again.directChannel(person)).toBe(channel)
    await again.stop()
    expect(discord.requests.filter(({ path }) => path === '/users/@me/channels')).toHaveLength(1)
  })
})

describe('what Discord refuses', () => {
  it.each([
    ['missingAccess', 'not-allowed', 'View Channel'],
    ['missingPermissions', 'not-allowed', 'Send Messages'],
    ['unknownChannel', 'channel-gone', 'deleted'],
    ['unknownGuild', 'channel-gone', 'Invite the bot again'],
    ['cannotSendToUser', 'not-allowed', 'privacy settings'],
    ['invalidBody', 'rejected', 'fault of ours'],
    ['internal', 'unavailable', 'wait'],
    ['unauthorized', 'token-refused', 'setup discord'],
  ] as const)('is told as what it is, with a remedy: %s', async (name, code, remedy) => {
    const { adapter, discord } = await connected()
    discord.breakNext(/^POST \/channels/u, refusal(name))
    await expect(adapter.post(DESK_PLACE, QUAKE, aPost('quake'))).rejects.toMatchObject({
      code,
      message: expect.stringContaining(remedy),
    })
  })

  it('names the permission that is missing in the channel', async () => {
    const { adapter } = await connected([{ id: DESK, denied: PermissionFlagsBits.SendMessages }])
    await expect(adapter.post(DESK_PLACE, QUAKE, aPost('quake'))).rejects.toMatchObject({
      code: 'not-allowed',
      remedy: 'noPost',
      message: expect.stringContaining('give it Send Messages in'),
    })
  })

  it('is not asked again within the post: the parts behind it are not tried', async () => {
    const { adapter, discord } = await connected()
    discord.breakNext(/^POST \/channels/u, refusal('missingAccess'))
    const before = discord.requests.length
    await expect(adapter.post(DESK_PLACE, LONG, aPost('long'))).rejects.toMatchObject({
      mayHaveArrived: false,
    })
    expect(discord.requests.length).toBe(before + 1)
  })

  it.each(['user', 'global'] as const)('is asked again after a short wait for a %s limit', async (scope) => {
    const { adapter, discord } = await connected()
    discord.breakNext(/^POST \/channels/u, tooMany(0.2, scope))
    await adapter.post(DESK_PLACE, QUAKE, aPost('quake'))
    expect(discord.world.shownIn(DESK)).toHaveLength(1)
  })

  it.each(['user', 'global'] as const)(
    'goes back to delivery when the wait for a %s limit is long',
    async (scope) => {
      const { adapter, discord } = await connected()
      discord.breakNext(/^POST \/channels/u, tooMany(60, scope))
      const posting = adapter.post(DESK_PLACE, QUAKE, aPost('quake'))
      await expect(posting).rejects.toMatchObject({ code: 'rate-limited', mayHaveArrived: false })
    },
  )
})

describe('the gateway', () => {
  it('goes on where it stopped when the connection breaks, and hears what it missed', async () => {
    const { discord, tools } = await connected()
    const paused = vi.spyOn(tools.store, 'pauseSubscriptionsOf')
    discord.gateway.drop()
    discord.remove(GUILD)
    await patiently(() => expect(paused).toHaveBeenCalledOnce())
    expect(discord.gateway.counts).toEqual({ identified: 1, resumed: 1 })
  })

  it('says what to do when Discord does not know the token', async () => {
    const { discord, tools } = await connected()
    const stranger = discordAdapter(discord, tools, { token: 'c3RyYW5nZXI.Gaaaaa.notTheTokenOfThisBotAtAll' })
    await expect(stranger.start(NO_COMMANDS)).rejects.toThrow('setup discord')
    await stranger.stop()
  })
})
