import { DefaultRestOptions, REST, Routes } from 'discord.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toDeliveryError } from '../../../adapters/discord/errors.ts'
import type { Message } from '../../../src/records/message.ts'
import { answerTo, asking } from '../../fakes/discord/asking.ts'
import { DESK, GUILD } from '../../fakes/discord/discord-bench.ts'
import { refusal } from '../../fakes/discord/discord-refusals.ts'
import { newsroomOnDiscord, type NewsroomOnDiscord } from '../../fakes/discord/newsroom-on-discord.ts'
import { aKeptPost, aPost } from '../../fakes/posting.ts'
import { aWorstDay } from '../../fakes/worst-day.ts'

const place = `${GUILD}/${DESK}`
const quake: Message = { kind: 'notice', level: 'info', text: 'quake', language: 'en' }
const long: Message = { kind: 'briefing', briefing: aWorstDay() }

let bot: NewsroomOnDiscord
beforeEach(async () => {
  bot = await newsroomOnDiscord()
})
afterEach(() => bot.close())

const post = (row: string) => bot.adapter.post(place, quake, aPost(row))
const shown = () => bot.discord.world.shownIn(DESK)

describe('an answer that the token is wrong', () => {
  it('costs the one call that got it: what was posted did not arrive, and the next is posted', async () => {
    bot.discord.breakNext(/^POST \/channels/u, refusal('unauthorized'))
    await expect(post('one')).rejects.toMatchObject({ code: 'token-refused', mayHaveArrived: false })
    await post('two')
    expect(shown()).toHaveLength(1)
  })

  it('in the middle of a post leaves what stands there, and the rest goes on behind it', async () => {
    const kept = aKeptPost('long')
    bot.discord.breakNext(/\/threads$/u, refusal('unauthorized'))
    const refused = { code: 'token-refused', mayHaveArrived: false }
    await expect(bot.adapter.post(place, long, kept.again())).rejects.toMatchObject(refused)
    expect(new Set(kept.parts().map(({ state }) => state))).toEqual(new Set(['arrived']))
    const { messageIds } = await bot.adapter.post(place, long, kept.again())
    expect(bot.discord.world.messages).toHaveLength(messageIds.length)
    expect(bot.discord.world.threads.size).toBe(1)
  })

  it('is asked about again: Discord accepts the token as soon as it says so', async () => {
    bot.discord.breakNext(/users\/@me$/u, refusal('unauthorized'))
    expect(await bot.adapter.acceptsToken(null)).toBe(false)
    expect(await bot.adapter.acceptsToken(null)).toBe(true)
  })

  it('is no hindrance to answers, which need no token', async () => {
    for (const call of [/^POST \/channels/u, /callback$/u])
      bot.discord.breakNext(call, refusal('unauthorized'))
    await expect(post('one')).rejects.toMatchObject({ code: 'token-refused' })
    asking(bot.discord).news('help')
    expect((await answerTo(asking(bot.discord).news('help'))).text).toContain('/news')
    await post('two')
    expect(shown()).toHaveLength(1)
  })
})

describe('a call without a token', () => {
  it('was not sent, whatever the library calls it', async () => {
    const rest = new REST({ ...DefaultRestOptions, api: bot.discord.api })
    const error: unknown = await rest.get(Routes.user()).catch((thrown: unknown) => thrown)
    rest.clearHashSweeper()
    rest.clearHandlerSweeper()
    expect(toDeliveryError(error)).toMatchObject({ code: 'token-refused', mayHaveArrived: false })
  })
})
