import { PermissionFlagsBits } from 'discord.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ADA, answerTo, asking, firstWordTo, MANAGER } from '../../fakes/discord/asking.ts'
import { DESK, GUILD } from '../../fakes/discord/discord-bench.ts'
import { newsroomOnDiscord, type NewsroomOnDiscord } from '../../fakes/discord/newsroom-on-discord.ts'

let bot: NewsroomOnDiscord
beforeEach(async () => {
  bot = await newsroomOnDiscord()
})
afterEach(() => bot.close())

const ada = (somebody: Parameters<typeof asking>[1] = {}) => asking(bot.discord, somebody)
const subscriptions = () => bot.newsroom.store.subscriptions({ states: ['active', 'paused', 'ended'] })

/** The fields of the form, as Discord gets them. */
const fieldsOfForm = async () =>
  JSON.stringify((await firstWordTo(ada().news('subscribe'))).data?.['components'])

describe('subscribing', () => {
  it('follows something in the channel where it was asked for', async () => {
    await answerTo(ada().news('subscribe', { what: 'syria', when: 'weekdays', at: '07:30' }))
    expect(await subscriptions()).toMatchObject([
      { to: `discord:${GUILD}/${DESK}`, owner: `discord:${GUILD}/${ADA}`, at: ['07:30'], days: 'weekdays' },
    ])
  })

  it('opens a form where nothing is said, and follows what is filled in', async () => {
    const form = await firstWordTo(ada().news('subscribe'))
    expect(form.type).toBe(9)
    const id = String(form.data?.['custom_id'])
    await answerTo(
      ada().fill(id, { what: 'sudan', when: ['weekly:fri', 'weekly:tue'], at: '9', zone: '', to: ['me'] }),
    )
    expect(await subscriptions()).toMatchObject([
      { to: `discord:@${ADA}/${ADA}`, at: ['09:00'], days: 'weekly:tue,fri', zone: 'Europe/Istanbul' },
    ])
  })

  it('begins its form with the zone that was set for the channel, and with none where none was', async () => {
    expect(await fieldsOfForm()).not.toContain('"value":"Asia')
    const zone = 'Asia/Tokyo'
    await bot.newsroom.store.keepPreferences(`discord:${GUILD}/${DESK}`, {
      zone,
      language: null,
      quiet: null,
    })
    expect(await fieldsOfForm()).toContain('"value":"Asia/Tokyo"')
    bot.newsroom.store.preferences = () => Promise.withResolvers<null>().promise
    expect(await fieldsOfForm()).not.toContain('"value":"Asia')
  })

  it('keeps for a person the zone of the channel, since Discord tells none of them', async () => {
    const { store } = bot.newsroom
    await store.keepPreferences(`discord:${GUILD}/${DESK}`, {
      zone: 'Asia/Tokyo',
      language: null,
      quiet: null,
    })
    await answerTo(ada().news('subscribe', { what: 'syria', to: 'me' }))
    expect(await subscriptions()).toMatchObject([{ zone: 'Asia/Tokyo' }])
  })

  it('names the permission that is missing in the channel, and changes nothing', async () => {
    const botPermissions = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages
    const { text, isPrivate } = await answerTo(ada({ botPermissions }).news('subscribe', { what: 'syria' }))
    expect(text).toContain('Embed Links')
    expect(text).toContain('#desk')
    expect(isPrivate).toBe(true)
    expect(await subscriptions()).toEqual([])
  })

  it('needs no permission in the channel to speak to a person', async () => {
    await answerTo(ada({ botPermissions: 0n }).news('subscribe', { what: 'syria', to: 'me' }))
    expect(await subscriptions()).toHaveLength(1)
  })

  it('speaks in another channel that the asker manages, and in no other', async () => {
    bot.discord.makeChannel(GUILD, { id: '300000000000000009', name: 'wire' })
    const toWire = { what: 'syria', to: '<#300000000000000009>' }
    expect((await answerTo(ada().news('subscribe', toWire))).text).toContain('#wire')
    expect(await subscriptions()).toEqual([])
    await answerTo(ada(MANAGER).news('subscribe', toWire))
    expect(await subscriptions()).toMatchObject([{ to: `discord:${GUILD}/300000000000000009` }])
  })

  it('is changed by its owner and by who manages the server, and by nobody else', async () => {
    await answerTo(ada().news('subscribe', { what: 'syria' }))
    const [{ id } = { id: '' }] = await subscriptions()
    await answerTo(ada({ user: '500000000000000002' }).news('unsubscribe', { subscription: id }))
    expect(await subscriptions()).toMatchObject([{ state: 'active' }])
    await answerTo(ada({ user: '500000000000000003', ...MANAGER }).news('unsubscribe', { subscription: id }))
    expect(await subscriptions()).toMatchObject([{ state: 'ended' }])
  })
})

describe('a person in direct messages', () => {
  const alone = { guild: null, channel: '700000000000000001' }

  it('sees and ends there what was subscribed on a server to them', async () => {
    await answerTo(ada().news('subscribe', { what: 'syria', to: 'me' }))
    const { text, isPrivate } = await answerTo(ada(alone).news('subscriptions'))
    expect(text).toContain('Syria')
    expect(isPrivate).toBe(false)
    await answerTo(ada(alone).news('unsubscribe'))
    expect(await subscriptions()).toMatchObject([{ state: 'ended' }])
  })

  it('forgets their own and nothing of others', async () => {
    await answerTo(ada(alone).news('subscribe', { what: 'syria' }))
    await answerTo(ada({ ...alone, user: '500000000000000002' }).news('subscribe', { what: 'sudan' }))
    await answerTo(ada(alone).news('forget', { confirm: 'everything' }))
    expect(await subscriptions()).toMatchObject([{ owner: expect.stringContaining('500000000000000002') }])
  })
})

describe('a person who brings the bot along', () => {
  const outside = { guild: '200000000000000099', channel: '300000000000000099', isOutside: true }

  it('is answered alone, and subscribes to their own direct messages', async () => {
    const { isPrivate } = await answerTo(ada(outside).news('subscribe', { what: 'syria' }))
    expect(isPrivate).toBe(true)
    expect(await subscriptions()).toMatchObject([
      { to: `discord:@${ADA}/${ADA}`, owner: `discord:${ADA}/${ADA}` },
    ])
  })
})
