import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { NO_COMMANDS } from '../../fakes/commands.ts'
import { APPLICATION } from '../../fakes/discord/discord-guild.ts'
import { GUILD, openDiscordBench, type DiscordBench } from '../../fakes/discord/discord-bench.ts'
import { hurry } from '../../hurry.ts'
import { patiently } from '../../patiently.ts'

let bench: DiscordBench | null = null
// discord.js waits for 5 to 6.5 s between two logins.
beforeEach(() => hurry(10))
afterEach(async () => {
  await bench?.close()
  bench = null
})

/** A server that the bot was not invited to. */
const STRANGE = '200000000000000077'

/**
 * Close codes after which Discord accepts no session of this bot, with whose fault that is and what helps.
 */
const ENDS = [
  [4004, 'settings', 'setup discord'],
  [4010, 'fault', 'Start the bot again'],
  [4011, 'fault', 'Start the bot again'],
  [4012, 'fault', 'newer Dragoman'],
  [4013, 'settings', 'Privileged Gateway Intents'],
  [4014, 'settings', 'Privileged Gateway Intents'],
] as const

describe('a session that Discord ends for good', () => {
  it.each(ENDS)('ends the program while it runs, with what to do: %i', async (close, code, remedy) => {
    bench = await openDiscordBench()
    const { adapter, discord, tools } = bench
    await adapter.start(NO_COMMANDS)
    discord.gateway.end(close)
    await patiently(() => expect(tools.ended).toHaveLength(1))
    expect(tools.ended).toMatchObject([{ code, message: expect.stringContaining(remedy) }])
    expect(tools.ended[0]?.message).toContain(String(close))
  })

  it.each(ENDS)('lets the bot not start, and says why: %i', async (close, code, remedy) => {
    bench = await openDiscordBench()
    const { adapter, discord, tools } = bench
    discord.gateway.refuseNext(close)
    const refused = { name: 'FatalError', code, message: expect.stringContaining(remedy) }
    await expect(adapter.start(NO_COMMANDS)).rejects.toMatchObject(refused)
    expect(tools.ended).toEqual([])
  })

  it.each([4000, 4007, 4009])('is opened anew where that helps: %i', { timeout: 15_000 }, async (close) => {
    bench = await openDiscordBench()
    const { adapter, discord, tools } = bench
    await adapter.start(NO_COMMANDS)
    discord.gateway.end(close)
    const { counts } = discord.gateway
    await patiently(() => expect(counts.identified + counts.resumed).toBe(2))
    expect(tools.ended).toEqual([])
  })
})

it(
  'does not log in over a connection that is not open, when the one that waited for it breaks',
  { timeout: 30_000 },
  async () => {
    const unheard: unknown[] = []
    const hear = (error: unknown): void => void unheard.push(error)
    process.on('unhandledRejection', hear)
    onTestFinished(() => void process.off('unhandledRejection', hear))
    bench = await openDiscordBench()
    const { adapter, discord } = bench
    await adapter.start(NO_COMMANDS)
    const { gateway } = discord
    gateway.end(4007)
    await patiently(() => expect(gateway.connections()).toBe(0))
    await patiently(() => expect(gateway.connections()).toBe(1))
    gateway.shut()
    await wait(10_000)
    expect(unheard).toEqual([])
    gateway.reopen()
    await patiently(() => expect(gateway.counts.identified).toBe(2))
  },
)

it('ends in time while Discord has not greeted it', { timeout: 20_000 }, async () => {
  bench = await openDiscordBench()
  const { adapter, discord } = bench
  discord.gateway.greetNobody()
  const starting = adapter.start(NO_COMMANDS).catch(() => undefined)
  await patiently(() => expect(discord.gateway.counts.identified).toBe(1))
  await adapter.stop()
  void starting
  // discord.js would connect again half a second later.
  await wait(2_000)
  expect(discord.gateway.connections()).toBe(0)
})

describe('DISCORD_GUILD', () => {
  it('is a mistake of the settings while the bot is not on that server, told with the address that invites it', async () => {
    bench = await openDiscordBench({ settings: { guild: STRANGE } })
    const error: unknown = await bench.adapter.start(NO_COMMANDS).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ name: 'FatalError', code: 'settings' })
    const address = /https:\/\/discord\.com\/oauth2\S+/u.exec(String(error))?.[0] ?? ''
    const invite = new URL(address)
    expect(invite.searchParams.get('client_id')).toBe(APPLICATION)
    expect(invite.searchParams.get('guild_id')).toBe(STRANGE)
  })

  it('may be changed when the bot is no longer on the server that it named before', async () => {
    bench = await openDiscordBench({ settings: { guild: GUILD } })
    const { adapter, discord, tools } = bench
    await tools.store.remember({ platform: 'discord', kind: 'commands', id: STRANGE }, 'as they were')
    await adapter.start(NO_COMMANDS)
    expect([...discord.world.commands.keys()]).toEqual([GUILD])
    expect(await tools.store.recallAll({ platform: 'discord', kind: 'commands' })).not.toContain(STRANGE)
  })
})
