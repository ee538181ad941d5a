import { ComponentType, PermissionFlagsBits } from 'discord.js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { buttonSecret } from '../../../adapters/discord/index.ts'
import { encodeButton } from '../../../src/chat/action.ts'
import { echoing } from '../../fakes/commands.ts'
import { answerTo, asking, firstWordTo, MANAGER } from '../../fakes/discord/asking.ts'
import { DESK, GUILD, openDiscordBench } from '../../fakes/discord/discord-bench.ts'
import { refusal } from '../../fakes/discord/discord-refusals.ts'
import { FAKE_TOKEN } from '../../fakes/discord/discord-server.ts'
import { newsroomOnDiscord, type NewsroomOnDiscord } from '../../fakes/discord/newsroom-on-discord.ts'
import { aDecision } from '../../storage/a-decision.ts'
import { NOON } from '../../storage/a-read.ts'
import { patiently } from '../../patiently.ts'

const secret = buttonSecret(FAKE_TOKEN)

let bot: NewsroomOnDiscord
beforeEach(async () => {
  bot = await newsroomOnDiscord()
})
afterEach(() => bot.close())

const ada = (somebody: Parameters<typeof asking>[1] = {}) => asking(bot.discord, somebody)
const subscriptions = () => bot.newsroom.store.subscriptions({ states: ['active', 'paused', 'ended'] })

describe('the words of /news', () => {
  it.each([
    ['help', {}],
    ['search', { words: 'bridge' }],
    ['briefing', { what: 'syria' }],
    ['subscriptions', {}],
    ['settings', { zone: 'Europe/Istanbul' }],
    ['sources list', {}],
    ['sources health', {}],
    ['catchup', { since: 'yesterday' }],
    ['why', { address: 'https://levant-post.example/bridge' }],
    ['story', { story: 'nothing' }],
    ['test', {}],
    ['pause', {}],
    ['resume', {}],
    ['unsubscribe', {}],
    ['edit', { subscription: 'none' }],
    ['mute', { story: 'nothing' }],
    ['unmute', { story: 'nothing' }],
    ['forget', {}],
    ['sources add', { address: 'example.org', country: 'jordan', ownership: 'private' }],
    ['sources remove', { source: 'levant-post' }],
  ])('answers %s', async (path, options) => {
    const { text } = await answerTo(ada().news(path, options))
    expect(text.length).toBeGreaterThan(40)
  })

  it('answers in the language of the asker', async () => {
    const { text } = await answerTo(ada({ locale: 'tr' }).news('subscriptions'))
    expect(text).toContain('abonelik')
  })

  it('shows a public answer to all and a private one to the asker alone', async () => {
    expect((await answerTo(ada().news('briefing', { what: 'syria' }))).isPrivate).toBe(false)
    expect((await answerTo(ada().news('help'))).isPrivate).toBe(true)
  })

  it('tells a mistake to nobody but the asker, also where the answer would have been public', async () => {
    const asked = ada().news('briefing', { what: 'syrria' })
    const { text, isPrivate } = await answerTo(asked)
    expect(text).toContain('did you mean')
    expect(isPrivate).toBe(true)
    expect(asked.isDismissed).toBe(true)
  })

  it('says that an answer is coming before the store has answered', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const preferences = vi
      .spyOn(bot.newsroom.store, 'preferences')
      .mockImplementation(() => promise.then(() => null))
    const asked = ada().news('settings')
    expect(await firstWordTo(asked)).toEqual({ type: 5, data: { flags: 64 } })
    expect(asked.original).toBeNull()
    resolve()
    await answerTo(asked)
    preferences.mockRestore()
  })

  it('excuses itself when something breaks, and answers the next question', async () => {
    const broken = vi
      .spyOn(bot.newsroom.store, 'preferences')
      .mockRejectedValue(new Error('the disk is full'))
    const { text, isPrivate } = await answerTo(ada().news('briefing', { what: 'syria' }))
    expect(text).toContain('did not work')
    expect(text).not.toContain('disk')
    expect(isPrivate).toBe(true)
    broken.mockRestore()
    expect((await answerTo(ada().news('help'))).text).toContain('/news')
  })
})

describe('admin words', () => {
  it('let those who run the bot change sources, and those who manage a server of many not', async () => {
    const remove = { source: 'levant-post' }
    expect((await answerTo(ada(MANAGER).news('sources remove', remove))).text).toContain('who run this bot')
  })

  it('delete what is kept of a server for who manages it', async () => {
    await answerTo(ada().news('subscribe', { what: 'syria' }))
    expect((await answerTo(ada().news('forget', { confirm: 'everything' }))).text).toContain('admin')
    expect(await subscriptions()).toHaveLength(1)
    await answerTo(ada(MANAGER).news('forget', { confirm: 'everything' }))
    expect(await subscriptions()).toEqual([])
  })
})

const storiesOffered = async (word: string, typed: string) =>
  (await firstWordTo(ada().typing(word, 'story', typed))).data?.['choices']

describe('what is offered while somebody types', () => {
  it('offers names from memory', async () => {
    const { type, data } = await firstWordTo(ada().typing('briefing', 'country', 'syr'))
    expect(type).toBe(8)
    expect(data?.['choices']).toContainEqual({ name: 'Syria', value: 'SY' })
  })

  it('offers stories: those last told in the channel first, and the muted ones where a mute is taken back', async () => {
    const { store } = bot.newsroom
    const destination = `discord:${GUILD}/${DESK}`
    await store.decide(aDecision({ destination, told: [{ storyId: 'sstrike', articles: [] }] }))
    await store.muteStory(destination, 'sdam', NOON)
    // A slow store is not waited for: the next keystroke gets its answer.
    await vi.waitFor(async () => {
      expect(await storiesOffered('story', '')).toEqual([
        { name: 'Liman işçileri greve çıktı', value: 'sstrike' },
        { name: 'Bridge over the Euphrates opens to lorries', value: 'sbridge' },
      ])
      expect(await storiesOffered('mute', 'lorr eup')).toMatchObject([{ value: 'sbridge' }])
      expect(await storiesOffered('unmute', '')).toEqual([
        { name: 'Shelling halts work at Sudan dam', value: 'sdam' },
      ])
    }, 10_000)
  })

  it('offers a story with a headline of any length, ended behind a word', async () => {
    const label = `Grain ${'and flour '.repeat(60)}`
    const bench = await openDiscordBench()
    const commands = {
      ...echoing(() => Promise.reject(new Error('nobody asks'))),
      suggest: async () => [{ label, value: 'sgrain' }],
    }
    await bench.adapter.start(commands)
    const { data } = await firstWordTo(asking(bench.discord).typing('story', 'words', 'gra'))
    await bench.close()
    expect(data?.['choices']).toEqual([
      { name: expect.stringMatching(/^Grain and flour .* (?:and|flour)…$/u), value: 'sgrain' },
    ])
  })

  it('offers the channels that the asker sees where a place is asked for', async () => {
    bot.discord.makeChannel(GUILD, { id: '300000000000000009', name: 'wire' })
    bot.discord.makeChannel(GUILD, {
      id: '300000000000000010',
      name: 'wire-room',
      denied: PermissionFlagsBits.ViewChannel,
    })
    const { data } = await firstWordTo(ada().typing('subscribe', 'to', '#wi'))
    expect(data?.['choices']).toEqual([{ name: '#wire', value: '<#300000000000000009>' }])
  })
})

describe('buttons and menus', () => {
  it('do what they say', async () => {
    const { text } = await answerTo(ada().press(encodeButton('search bridge', secret)))
    expect(text).toContain('ridge')
    expect((await answerTo(ada().choose('choice:0', encodeButton('help', secret)))).text).toContain('/news')
  })

  it('are refused when they are forged or were signed with another token', async () => {
    await answerTo(ada().news('subscribe', { what: 'syria' }))
    const [{ id } = { id: '' }] = await subscriptions()
    for (const forged of [
      `AAAAAAAAAAAAAAAA:unsubscribe ${id}`,
      encodeButton(`unsubscribe ${id}`, buttonSecret('another')),
    ]) {
      const { text, isPrivate } = await answerTo(ada().press(forged))
      expect(text).toContain('no longer recognise this button')
      expect(isPrivate).toBe(true)
    }
    expect(await subscriptions()).toMatchObject([{ state: 'active' }])
  })
})

describe('the entry in the menu of a message', () => {
  const entry = 'What do we know about this?'

  it('tells the story of the first link', async () => {
    const post = 'Have you seen this? (https://levant-post.example/bridge), from today'
    const { text, isPrivate } = await answerTo(ada().lookUp(entry, { content: post }))
    expect(text).toContain('Bosporus Daily')
    expect(isPrivate).toBe(true)
  })

  it('finds the link in what is made of components, as our own posts are', async () => {
    const content = '### [Bridge opens](https://levant-post.example/bridge)'
    const components = [
      { type: ComponentType.Container, components: [{ type: ComponentType.TextDisplay, content }] },
    ]
    expect((await answerTo(ada().lookUp(entry, { components }))).text).toContain('Bosporus Daily')
  })

  it('says when there is no link', async () => {
    expect((await answerTo(ada().lookUp(entry, { content: 'have you heard?' }))).text).toContain(
      'no web address',
    )
  })
})

describe('a question that cannot be answered in time', () => {
  it('is answered with a kind word in direct messages', async () => {
    bot.discord.breakNext(/callback$/u, refusal('unknownInteraction'))
    ada().news('subscribe', { what: 'syria' })
    await patiently(() => {
      const direct = bot.discord.world.messages.find(({ channel }) => channel.startsWith('7'))
      expect(JSON.stringify(direct?.body)).toContain('too late')
    })
    expect(await subscriptions()).toEqual([])
  })

  it('is not left waiting in silence when Discord takes the answer no more', async () => {
    bot.discord.breakNext(/@original$/u, refusal('unknownWebhook'))
    ada().news('help')
    await patiently(() => {
      const direct = bot.discord.world.messages.find(({ channel }) => channel.startsWith('7'))
      expect(JSON.stringify(direct?.body)).toContain('ask again')
    })
  })

  it('is left alone when it was answered already', async () => {
    bot.discord.breakNext(/callback$/u, refusal('alreadyAcknowledged'))
    ada().news('subscribe', { what: 'syria' })
    await answerTo(ada().news('help'))
    expect(await subscriptions()).toEqual([])
    expect(bot.discord.world.messages).toHaveLength(1)
  })
})
