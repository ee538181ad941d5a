import { ChannelType, PermissionFlagsBits } from 'discord.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asking, answerTo } from '../../fakes/discord/asking.ts'
import { APPLICATION } from '../../fakes/discord/discord-guild.ts'
import { DESK, GUILD } from '../../fakes/discord/discord-bench.ts'
import { refusal } from '../../fakes/discord/discord-refusals.ts'
import { newsroomOnDiscord, type NewsroomOnDiscord } from '../../fakes/discord/newsroom-on-discord.ts'
import { patiently } from '../../patiently.ts'

const BOT = `<@${APPLICATION}>`
const DIRECT = '700000000000000009'

let bot: NewsroomOnDiscord
beforeEach(async () => {
  bot = await newsroomOnDiscord()
})
afterEach(() => bot.close())

const ada = (somebody: Parameters<typeof asking>[1] = {}) => asking(bot.discord, somebody)
const shown = (channel = DESK) => bot.discord.world.shownIn(channel).map(({ body }) => body)

/** Waits until a channel has this many messages; returns them. */
const once = (count: number, channel = DESK) =>
  patiently(() => {
    if (shown(channel).length < count) throw new Error('no answer yet')
    return shown(channel)
  })

/** Waits until a message of a channel matches; returns the messages. */
const said = (text: RegExp, channel = DESK) =>
  patiently(() => {
    if (!text.test(JSON.stringify(shown(channel)))) throw new Error('not said yet')
    return true
  })

/** Waits until nothing is being answered any more. */
const quiet = async (): Promise<void> => void (await answerTo(ada().news('help')))

describe('a mention of the bot', () => {
  it('is answered below it, as the sentence that it is, and calls nobody', async () => {
    const id = ada().write(`${BOT} what happened in syria since last month?`)
    const [answer] = await once(1)
    expect(JSON.stringify(answer)).toContain('Syria')
    expect(answer).toMatchObject({
      message_reference: { message_id: id, fail_if_not_exists: false },
      allowed_mentions: { parse: [] },
    })
    expect(bot.discord.requests.map(({ path }) => path)).toContain(`/channels/${DESK}/typing`)
  })

  it('goes on with the last answer to the same person there', async () => {
    ada().write(`${BOT} search bridge`)
    await once(1)
    ada().write(`the first one, ${BOT}`)
    const [, answer] = await once(2)
    expect(JSON.stringify(answer)).toContain('How it was reported')
  })

  it('is answered once, also where Discord tells of it twice', async () => {
    const id = ada().write(`${BOT} hello`)
    ada().write(`${BOT} hello`, { id })
    await once(1)
    await quiet()
    expect(shown()).toHaveLength(1)
  })

  it.each([
    ['another bot', `${BOT} hello`, { isBot: true }],
    ['somebody who does not mention it', 'hello all', {}],
    ['somebody who mentions another', '<@400000000000000009> hello', {}],
  ])('is not what %s says: nobody is answered', async (_, content, of) => {
    ada().write(content, of)
    await quiet()
    expect(shown()).toEqual([])
  })

  it('makes the channel follow something, under the rights of who asks and of the bot', async () => {
    ada().write(`${BOT} subscribe to syria every day at 8`)
    await once(1)
    expect(await bot.newsroom.store.subscriptions({ states: ['active'] })).toMatchObject([
      { to: `discord:${GUILD}/${DESK}` },
    ])
    ada().write(`${BOT} forget everything`)
    expect(await said(/admin/u)).toBe(true)
  })

  it('is answered directly where the answer is the asker’s alone, and says so', async () => {
    ada().write(`${BOT} subscriptions`)
    const [pointer] = await once(1)
    expect(JSON.stringify(pointer)).toContain('in a direct message')
    const direct = bot.discord.world.messages.find(({ channel }) => channel.startsWith('7'))
    expect(JSON.stringify(direct?.body)).toContain('ubscri')
  })

  it('says what to do where they take no direct messages', async () => {
    bot.discord.breakNext(/^POST \/channels\/7\d+\/messages$/u, refusal('cannotSendToUser'))
    ada().write(`${BOT} settings`)
    const [told] = await once(1)
    expect(JSON.stringify(told)).toContain('privacy settings')
  })

  it('speaks the language of the sentence, or that which they had when they pressed something', async () => {
    ada().write(`${BOT} подпишись на Сирию каждый день в 8`)
    expect(await said(/Вы подписаны/u)).toBe(true)
    await answerTo(ada({ locale: 'tr' }).news('help'))
    ada().write(`${BOT} merhaba`)
    expect(await said(/Merhaba/u)).toBe(true)
  })

  it('stays without an answer where the bot may not write, and hurts nothing', async () => {
    const mute = '300000000000000007'
    bot.discord.makeChannel(GUILD, { id: mute, denied: PermissionFlagsBits.SendMessages })
    ada({ channel: mute }).write(`${BOT} hello`)
    await quiet()
    expect(shown(mute)).toEqual([])
  })
})

describe('a direct message', () => {
  beforeEach(() => bot.discord.world.addChannel({ id: DIRECT, type: ChannelType.DM }, null))
  const alone = { guild: null, channel: DIRECT }

  it('is answered without a mention, also with what is theirs alone', async () => {
    ada(alone).write('what happened in syria since last month?')
    expect(JSON.stringify(await once(1, DIRECT))).toContain('Syria')
    ada(alone).write('what do I follow?')
    const [, own] = await once(2, DIRECT)
    expect(JSON.stringify(own)).toMatch(/subscription/iu)
  })
})
