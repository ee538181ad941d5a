import { PermissionFlagsBits } from 'discord.js'
import { afterEach, describe, expect, it } from 'vitest'
import type { Message } from '../../../src/records/message.ts'
import { NO_COMMANDS } from '../../fakes/commands.ts'
import { aKeptPost, aPost } from '../../fakes/posting.ts'
import { aWorstDay } from '../../fakes/worst-day.ts'
import { DESK, GUILD, openDiscordBench, type DiscordBench } from '../../fakes/discord/discord-bench.ts'

const key = aPost
const quake: Message = { kind: 'notice', level: 'info', text: 'quake', language: 'en' }
const long: Message = { kind: 'briefing', briefing: aWorstDay() }
let bench: DiscordBench | null = null
afterEach(async () => {
  await bench?.close()
  bench = null
})

const ELSEWHERE = '300000000000000077'

const tomorrow = (): number => Date.now() + 24 * 3_600_000

/** Opens the connected bot on a server with one channel. */
async function connected(denied = 0n): Promise<DiscordBench> {
  bench = await openDiscordBench({
    guilds: [
      {
        id: GUILD,
        channels: [
          { id: DESK, name: 'desk', denied },
          { id: ELSEWHERE, name: 'elsewhere' },
        ],
      },
    ],
  })
  await bench.adapter.start(NO_COMMANDS)
  return bench
}

const place = `${GUILD}/${DESK}`
const shown = ({ discord }: Pick<DiscordBench, 'discord'>, channel = DESK) => discord.world.shownIn(channel)

describe('a long briefing', () => {
  it.each([
    ['behind the first part', 0, 'arrived'],
    ['with the first part on the wire', 0, 'doubtful'],
    ['in the thread', 2, 'arrived'],
    ['with a part of the thread on the wire', 2, 'doubtful'],
  ] as const)('is shown whole and once when the bot is killed %s', async (_where, number, state) => {
    const { adapter, discord } = await connected()
    await adapter.post(place, long, key('whole'))
    const whole = discord.world.messages.length
    const killed = aKeptPost('long', {
      repeatsAreRecognisedForMs: adapter.repeatsAreRecognisedForMs,
      killAt: (parts) => parts[number]?.state === state,
    })
    await expect(adapter.post(place, long, killed.again())).rejects.toMatchObject({ code: 'unavailable' })
    const { messageIds } = await adapter.post(place, long, killed.again())
    expect(discord.world.messages).toHaveLength(2 * whole)
    expect(messageIds).toHaveLength(whole)
    expect(killed.parts().every((part) => part.state === 'arrived')).toBe(true)
  })

  it.each([
    ['found where it arrived', /no fault/u, PermissionFlagsBits.SendTTSMessages, 0],
    ['sent where it did not', /POST .*messages/u, PermissionFlagsBits.SendTTSMessages, 0],
    ['passed over where the history may not be read', /no fault/u, PermissionFlagsBits.ReadMessageHistory, 1],
    ['passed over where nobody can know', /POST .*messages/u, PermissionFlagsBits.ReadMessageHistory, 2],
  ] as const)(
    'has a part that was on the wire so long ago that Discord knows it no longer %s',
    async (_what, lost, denied, missing) => {
      const { adapter, discord } = await connected(denied)
      await adapter.post(`${GUILD}/${ELSEWHERE}`, long, key('whole'))
      const whole = discord.world.messages.length
      const killed = aKeptPost('long', { killAt: (parts) => parts[0]?.state === 'doubtful' })
      discord.breakNext(lost, 'broken')
      await expect(adapter.post(place, long, killed.again())).rejects.toMatchObject({ code: 'unavailable' })
      const { messageIds } = await adapter.post(place, long, killed.again())
      expect(messageIds).toHaveLength(whole - Math.min(missing, 1))
      expect(discord.world.messages).toHaveLength(2 * whole - (missing === 2 ? 1 : 0))
    },
  )

  it('says so when nobody can know any more whether its only part arrived', async () => {
    const { adapter, discord } = await connected(PermissionFlagsBits.ReadMessageHistory)
    const killed = aKeptPost('quake', { killAt: (parts) => parts[0]?.state === 'doubtful' })
    await expect(adapter.post(place, quake, killed.again())).rejects.toMatchObject({ code: 'unavailable' })
    await expect(adapter.post(place, quake, killed.again())).rejects.toMatchObject({ code: 'in-doubt' })
    expect(shown({ discord })).toHaveLength(1)
  })

  it('does not take a message of before for the one that it looks for', async () => {
    const { adapter, discord } = await connected()
    await adapter.post(place, quake, key('yesterday'))
    const killed = aKeptPost('quake', { now: tomorrow, killAt: (parts) => parts[0]?.state === 'doubtful' })
    discord.breakNext(/POST .*messages/u, 'broken')
    await expect(adapter.post(place, quake, killed.again())).rejects.toMatchObject({ code: 'unavailable' })
    await adapter.post(place, quake, killed.again())
    expect(shown({ discord })).toHaveLength(2)
  })
})
