import { describe, expect, it } from 'vitest'
import { createBot } from '../../src/bot.ts'
import type { Message } from '../../src/records/message.ts'
import { aRead, anArticle, HOUR } from '../storage/a-read.ts'
import { aNewsroom } from '../fakes/newsroom.ts'
import { RecordingChat } from '../fakes/recording-chat.ts'

const here = { platform: 'terminal', channel: 'terminal:desk', direct: 'terminal:@T1/ada' } as const

/** Returns the ids of a message's stories. */
const storiesIn = (message: Message | undefined): string[] =>
  message?.kind === 'briefing'
    ? message.briefing.sections.flatMap(({ stories }) => stories.map(({ id }) => id))
    : [`(${message?.kind ?? 'nothing'})`]

async function aServingBot() {
  const newsroom = await aNewsroom()
  const chat = new RecordingChat()
  const bot = createBot({
    desk: {
      readDue: () => Promise.reject(new Error('nothing is read here')),
    },
    store: newsroom.store,
    requests: [],
    subscriptions: () => newsroom.store.subscriptions(),
    settings: newsroom.view.settings,
    adapters: [chat],
    now: () => newsroom.view.now(),
  })
  /** Stores another report, seen an hour after the newsroom's time. */
  const report = async (id: string, storyId: string, title: string, country: string) => {
    const seenAt = newsroom.view.now() + HOUR
    const article = anArticle(
      { id, title, sourceId: 'nile-wire', seenAt, publishedAt: seenAt },
      { countries: [{ code: country, score: 1, focus: true }] },
    )
    await newsroom.store.keepRead(aRead([article], { sourceId: 'nile-wire' }, { storyId }))
  }
  return { ...newsroom, chat, bot, report }
}

describe('a subscription that somebody typed', () => {
  it('is served at its time with what moved since the answer to it, and not when it was ended', async () => {
    const { ask, pass, bot, chat, report } = await aServingBot()
    await ask('subscribe syria at 20:00', here)
    await report('bridge-3', 'sbridge', 'Bridge closes again after a flood', 'SY')
    await report('market', 'smarket', 'Market burns in Aleppo', 'SY')
    await report('other', 'sother', 'Ferry stops in Izmir', 'TR')
    pass(2 * HOUR)
    await bot.serve()
    expect(storiesIn(chat.posts[0]?.message).toSorted()).toEqual(['sbridge', 'smarket'])
    pass(24 * HOUR)
    await ask('unsubscribe', here)
    await bot.serve()
    expect(chat.posts).toHaveLength(1)
  })

  it('does not tell again what the answer told', async () => {
    const { ask, pass, bot, chat } = await aServingBot()
    await ask('subscribe syria at 20:00', here)
    pass(2 * HOUR)
    await bot.serve()
    expect(storiesIn(chat.posts[0]?.message)).toEqual([])
  })

  it('keeps to its keywords and leaves out what was muted', async () => {
    const { ask, pass, bot, chat, report } = await aServingBot()
    await ask('subscribe keywords:"flood OR fire" at 20:00', here)
    await report('a', 'sa', 'Flood in the valley', 'SY')
    await report('b', 'sb', 'Fire in the hills', 'TR')
    await report('c', 'sc', 'Calm on the coast', 'TR')
    await ask('mute sb', here)
    pass(2 * HOUR)
    await bot.serve()
    expect(storiesIn(chat.posts[0]?.message)).toEqual(['sa'])
  })

  it('alerts as soon as its words are said', async () => {
    const { ask, pass, bot, chat, report } = await aServingBot()
    await ask('subscribe keywords:flood alert', here)
    await bot.serve()
    expect(chat.posts).toEqual([])
    await report('a', 'sa', 'Flood in the valley', 'SY')
    pass(HOUR + 1)
    await bot.serve()
    await bot.serve()
    expect(chat.posts.map(({ message }) => storiesIn(message))).toEqual([['sa']])
  })

  it('rests while it is paused', async () => {
    const { ask, pass, bot, chat } = await aServingBot()
    await ask('subscribe turkey at 20:00', here)
    await ask('pause', here)
    pass(2 * HOUR)
    await bot.serve()
    expect(chat.posts).toEqual([])
  })
})
