import { PermissionFlagsBits } from 'discord.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buttonSecret } from '../../../adapters/discord/index.ts'
import { encodeButton } from '../../../src/chat/action.ts'
import { ADA, answerTo, asking, firstWordTo, MANAGER } from '../../fakes/discord/asking.ts'
import { DESK, GUILD } from '../../fakes/discord/discord-bench.ts'
import { OWNER } from '../../fakes/discord/discord-guild.ts'
import { FAKE_TOKEN } from '../../fakes/discord/discord-server.ts'
import { newsroomOnDiscord, type NewsroomOnDiscord } from '../../fakes/discord/newsroom-on-discord.ts'

let bot: NewsroomOnDiscord
beforeEach(async () => {
  bot = await newsroomOnDiscord()
})
afterEach(() => bot.close())

const ada = (somebody: Parameters<typeof asking>[1] = {}) => asking(bot.discord, somebody)
const subscriptions = () => bot.newsroom.store.subscriptions({ states: ['active', 'paused', 'ended'] })

/** Returns the fields of the form as Discord receives them. */
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

  it('opens a form of what is followed at the button “Edit”, and changes what is filled in', async () => {
    await answerTo(ada().news('subscribe', { what: 'syria', at: '07:30' }))
    const [made] = await subscriptions()
    const edit = encodeButton(`edit ${made?.id}`, buttonSecret(FAKE_TOKEN))
    const form = await firstWordTo(ada().press(edit))
    expect(form.type).toBe(9)
    expect(JSON.stringify(form.data?.['components'])).toContain('"value":"07:30"')
    await answerTo(ada().fill(String(form.data?.['custom_id']), { what: '', at: '9', zone: '', reads: '' }))
    expect(await subscriptions()).toMatchObject([{ countries: ['SY'], at: ['09:00'] }])
  })

  it('takes in its form whatever can be typed, beside the fields of its own', async () => {
    const id = String((await firstWordTo(ada().news('subscribe'))).data?.['custom_id'])
    const what = 'syria without:sport quiet:22:00-07:00 model:on'
    await answerTo(ada().fill(id, { what, when: ['weekdays'], at: '9', zone: '', to: ['here'] }))
    expect(await subscriptions()).toMatchObject([
      {
        countries: ['SY'],
        days: 'weekdays',
        at: ['09:00'],
        quiet: { from: '22:00', to: '07:00' },
        model: true,
      },
    ])
    const [made] = await subscriptions()
    const edit = encodeButton(`edit ${made?.id}`, buttonSecret(FAKE_TOKEN))
    const form = String((await firstWordTo(ada().press(edit))).data?.['custom_id'])
    await answerTo(ada().fill(form, { what: 'model:off length:short', at: '', zone: '', reads: '' }))
    const [changed] = await subscriptions()
    expect(changed).toMatchObject({ countries: ['SY'], stories: 5 })
    expect(changed).not.toHaveProperty('model')
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

  it.each([
    ['who is in it', ADA, true],
    ['to whom the server belongs, and so all that is in it', OWNER, true],
    ['who is not in it, not even if they manage the server', '500000000000000002', false],
  ])('speaks in a private thread for somebody %s', async (_, user, mayName) => {
    const thread = '300000000000000008'
    bot.discord.openThread(GUILD, { id: thread, parent: DESK, members: [ADA] })
    const { text } = await answerTo(
      ada({ ...MANAGER, user }).news('subscribe', { what: 'syria', to: `<#${thread}>` }),
    )
    const made = await subscriptions()
    expect(made.map(({ to }) => to)).toEqual(mayName ? [`discord:${GUILD}/${thread}`] : [])
    // Not even its name is told.
    expect(text.includes(`t${thread}`)).toBe(mayName)
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

describe('subscribing where only those who manage a channel may', () => {
  const WIRE = '300000000000000009'
  const HOST = '500000000000000009'
  beforeEach(async () => {
    await bot.close()
    bot = await newsroomOnDiscord({ settings: { subscribers: 'managers', admins: new Set([HOST]) } })
    bot.discord.makeChannel(GUILD, { id: WIRE, name: 'wire' })
  })
  const inGerman = { locale: 'de' }

  it('is refused to others, also by form, by button and when a subscription shall move here', async () => {
    await answerTo(ada().news('subscribe', { what: 'sudan', to: 'me' }))
    const [{ id } = { id: '' }] = await subscriptions()
    const form = String((await firstWordTo(ada().news('subscribe'))).data?.['custom_id'])
    const button = encodeButton('subscribe syria', buttonSecret(FAKE_TOKEN))
    for (const asked of [
      ada().news('subscribe', { what: 'syria' }),
      ada().news('subscribe', { what: 'syria', to: 'here' }),
      ada().fill(form, { what: 'syria', to: ['here'] }),
      ada().press(button),
      ada().news('edit', { subscription: id, to: 'here' }),
    ]) {
      const { text, isPrivate } = await answerTo(asked)
      expect(text).toContain('Only people who manage this channel')
      expect(isPrivate).toBe(true)
    }
    expect(await subscriptions()).toMatchObject([{ to: `discord:@${ADA}/${ADA}` }])
  })

  it('is still free to everybody for themselves, in whatever language they say so', async () => {
    await answerTo(ada(inGerman).news('subscribe', { what: 'syria', to: 'mir' }))
    await answerTo(ada({ guild: null, channel: '700000000000000001' }).news('subscribe', { what: 'sudan' }))
    expect((await subscriptions()).map(({ to }) => to)).toEqual([
      `discord:@${ADA}/${ADA}`,
      `discord:@${ADA}/${ADA}`,
    ])
  })

  it('is allowed to who manages the channel or the server, and to who runs the bot', async () => {
    const channelManager = {
      permissions: PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ManageChannels,
    }
    await answerTo(ada(channelManager).news('subscribe', { what: 'syria' }))
    await answerTo(ada(MANAGER).news('subscribe', { what: 'sudan', to: `<#${WIRE}>` }))
    await answerTo(ada({ user: HOST }).news('subscribe', { what: 'turkey' }))
    const made = (await subscriptions()).map(({ to, owner }) => `${owner?.split('/')[1]} for ${to}`)
    expect(made.toSorted()).toEqual([
      `${ADA} for discord:${GUILD}/${DESK}`,
      `${ADA} for discord:${GUILD}/${WIRE}`,
      `${HOST} for discord:${GUILD}/${DESK}`,
    ])
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
