import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setUpDiscord } from '../../../adapters/discord/setup/set-up.ts'
import { FAKE_TOKEN, openDiscord, type FakeDiscord } from '../../fakes/discord/discord-server.ts'

let discord: FakeDiscord
beforeEach(async () => {
  discord = await openDiscord()
})
afterEach(() => discord.close())

/** Runs the setup with a person who types these lines. */
async function lead(
  ...lines: string[]
): Promise<{ said: string; kept: Readonly<Record<string, string | null>> | null }> {
  let said = ''
  let kept: Readonly<Record<string, string | null>> | null = null
  await setUpDiscord(
    {
      say: (text) => {
        said += `${text}\n`
      },
      ask: () => Promise.resolve(lines.shift() ?? ''),
      keep: async (variables) => {
        kept = variables
      },
    },
    { api: discord.api },
  )
  return { said, kept }
}

describe('setUpDiscord', () => {
  it('checks the token, asks for the least permissions, and keeps what it was told', async () => {
    const { said, kept } = await lead(FAKE_TOKEN, '200000000000000001')
    const invite = new URL(/https:\/\/discord\.com\/oauth2\S+/u.exec(said)?.[0] ?? '')
    // View Channel, Send Messages, Embed Links, Attach Files, and threads: 1<<10, 1<<11, 1<<14, 1<<15, 1<<35,
    // 1<<38
    expect(invite.searchParams.get('permissions')).toBe('309237697536')
    expect(invite.searchParams.get('scope')).toBe('bot applications.commands')
    expect(kept).toEqual({ DISCORD_TOKEN: FAKE_TOKEN, DISCORD_GUILD: '200000000000000001' })
    expect(said).not.toContain(FAKE_TOKEN)
  })

  it('takes a token that was copied with its word in front, and no server: one that was set before is taken back', async () => {
    expect((await lead(`Bot ${FAKE_TOKEN}`, '')).kept).toEqual({
      DISCORD_TOKEN: FAKE_TOKEN,
      DISCORD_GUILD: null,
    })
  })

  it.each([
    ['nothing', '', 'No token was pasted'],
    ['something else', 'hunter2', 'is no bot token'],
    ['a token of nobody', 'c3RyYW5nZXI.Gaaaaa.notTheTokenOfThisBotAtAll', 'does not know this token'],
  ])('keeps nothing when %s is pasted, and says what to do', async (_, typed, remedy) => {
    await expect(lead(typed)).rejects.toThrow(remedy)
  })
})
