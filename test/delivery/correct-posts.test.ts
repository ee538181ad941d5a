import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createBot, type Bot } from '../../src/bot.ts'
import type { BriefedStory } from '../../src/records/briefing.ts'
import type { Message } from '../../src/records/message.ts'
import { NEVER_READ } from '../../src/records/feed-state.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { DeliveryError } from '../../src/chat/delivery-error.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { RecordingChat } from '../fakes/recording-chat.ts'
import { aSubscription } from '../schedule/a-subscription.ts'
import { aRead, anArticle } from '../storage/a-read.ts'

const EIGHT = Date.parse('2026-03-10T05:00:00Z') // in Istanbul
const MINUTE = 60_000
const FIRST =
  'Eleven people were hurt in the fire at the harbour on Monday night. The port stays closed until further notice.'

let store: Store
let chat: RecordingChat
let bot: Bot
let now: number
let version: number

beforeEach(async () => {
  store = await openSqliteStore(':memory:')
  chat = new RecordingChat()
  now = EIGHT
  version = 0
  bot = createBot({
    desk: { readDue: () => Promise.reject(new Error('not asked')) },
    store,
    requests: [aSubscription()],
    settings: { sources: [], regions: [], topics: [] },
    adapters: [chat],
    now: () => now,
    random: () => 0,
  })
  await publish({ text: FIRST })
  await bot.serve()
})
afterEach(() => store.close())

async function publish(own: { title?: string; text: string }): Promise<void> {
  version += 1
  const article = anArticle({
    id: 'fire',
    url: 'https://harbour.example/fire',
    title: 'Fire at the harbour',
    publishedAt: EIGHT - 30 * MINUTE,
    seenAt: version === 1 ? EIGHT - 20 * MINUTE : now,
    version,
    contentHash: `fire@${version}`,
    ...own,
  })
  const state = { ...NEVER_READ, lastTriedAt: now }
  await store.keepRead(aRead([article], { state }, { storyId: 'fire' }))
}

const storyIn = (message: Message | undefined): BriefedStory | undefined =>
  message?.kind === 'briefing' ? message.briefing.sections[0]?.stories[0] : undefined

describe('correctPosts', () => {
  it('edits the posted briefing once when the outlet changes a sentence it quotes, and says what changed', async () => {
    expect(storyIn(chat.posts[0]?.message)?.sentences.map(({ text }) => text)).toContain(
      'Eleven people were hurt in the fire at the harbour on Monday night.',
    )
    now += 10 * MINUTE
    await publish({ text: FIRST.replace('Eleven', 'Fourteen') })
    expect((await bot.serve()).corrected).toEqual(['morning 2026-03-10 08:00 Europe/Istanbul'])
    const actions = [{ label: 'action.subscriptions', command: 'subscriptions' }]
    expect([chat.posts[0]?.message.actions, chat.updates[0]?.actions]).toEqual([actions, actions])
    const story = storyIn(chat.updates[0])
    expect(story?.sentences[0]).toMatchObject({
      text: 'Fourteen people were hurt in the fire at the harbour on Monday night.',
      version: 2,
      start: 0,
    })
    expect(story?.changes).toMatchObject([
      {
        before: 'Eleven people were hurt in the fire at the harbour on Monday night.',
        after: 'Fourteen people were hurt in the fire at the harbour on Monday night.',
      },
    ])
    now += MINUTE
    expect((await bot.serve()).corrected).toEqual([])
    expect(chat.updates).toHaveLength(1)
    expect(chat.posts).toHaveLength(1)
  })

  it('edits the edited message when it is changed again', async () => {
    for (const figure of ['Twelve', 'Fifteen']) {
      now += 10 * MINUTE
      await publish({ text: FIRST.replace('Eleven', figure) })
      await bot.serve()
    }
    expect(chat.updates).toHaveLength(2)
    expect(storyIn(chat.updates[1])?.changes.map(({ after }) => after.split(' ')[0])).toEqual([
      'Twelve',
      'Fifteen',
    ])
  })

  it('quotes the corrected sentence where the headline was corrected with it, and says what became of either', async () => {
    now += 10 * MINUTE
    await publish({ title: 'Fire at the harbour hurts 14', text: FIRST.replace('Eleven', 'Fourteen') })
    await bot.serve()
    const corrected = 'Fourteen people were hurt in the fire at the harbour on Monday night.'
    const story = storyIn(chat.updates[0])
    expect(story?.headline).toBe('Fire at the harbour hurts 14')
    expect(story?.sentences.map(({ text }) => text)).toEqual([
      corrected,
      'The port stays closed until further notice.',
    ])
    expect(story?.changes.map(({ before, after }) => [before, after])).toEqual([
      ['Fire at the harbour', 'Fire at the harbour hurts 14'],
      ['Eleven people were hurt in the fire at the harbour on Monday night.', corrected],
    ])
  })

  it('goes by what the message says by now when an article is corrected again', async () => {
    for (const [figure, number] of [
      ['Twelve', 12],
      ['Fifteen', 15],
    ] as const) {
      now += 10 * MINUTE
      await publish({ title: `Fire hurts ${number}`, text: FIRST.replace('Eleven', figure) })
      await bot.serve()
    }
    const story = storyIn(chat.updates[1])
    expect(story).toMatchObject({ headline: 'Fire hurts 15', outlets: [{ title: 'Fire hurts 15' }] })
    expect(story?.sentences[0]).toMatchObject({
      text: 'Fifteen people were hurt in the fire at the harbour on Monday night.',
      version: 3,
    })
    expect(story?.changes.slice(2).map(({ before }) => before)).toEqual([
      'Fire hurts 12',
      'Twelve people were hurt in the fire at the harbour on Monday night.',
    ])
  })

  it('adds a correction that the outlet owns up to once, even where the message quotes something else', async () => {
    now += 10 * MINUTE
    await publish({ text: `${FIRST} Correction: an earlier version named the wrong port.` })
    await publish({
      text: `${FIRST.replace('stays closed', 'remains closed')} Correction: an earlier version named the wrong port.`,
    })
    for (let round = 0; round < 3; round++) await bot.serve()
    expect(chat.updates).toHaveLength(1)
    expect(storyIn(chat.updates[0])?.changes.map(({ kind }) => kind)).toEqual(['correction', 'note'])
  })

  it('takes a new headline over', async () => {
    now += 10 * MINUTE
    await publish({ title: 'Arson at the harbour', text: FIRST })
    await bot.serve()
    expect(storyIn(chat.updates[0])).toMatchObject({
      headline: 'Arson at the harbour',
      outlets: [{ title: 'Arson at the harbour' }],
    })
  })

  it('leaves the message alone when the change shows nowhere in it', async () => {
    now += 10 * MINUTE
    await publish({ text: `${FIRST} Divers go on searching.` })
    expect((await bot.serve()).corrected).toEqual([])
    expect(chat.updates).toEqual([])
  })

  it('still tells the change in the next briefing', async () => {
    now += 10 * MINUTE
    await publish({ text: FIRST.replace('Eleven', 'Fourteen') })
    await bot.serve()
    now = EIGHT + 24 * 60 * MINUTE
    await bot.serve()
    expect(storyIn(chat.posts[1]?.message)).toMatchObject({ id: 'fire', mark: 'updated', changes: [{}] })
  })

  it('works an edit out once for all who were sent the same letter', async () => {
    const channels = Array.from({ length: 60 }, (_, n) => aSubscription({ id: `s${n}`, to: `terminal:${n}` }))
    let asked = 0
    const versions: Store['versions'] = (id) => {
      asked += 1
      return store.versions(id)
    }
    const many = createBot({
      desk: { readDue: () => Promise.reject(new Error('not asked')) },
      store: { ...store, versions },
      requests: channels,
      settings: { sources: [], regions: [], topics: [] },
      adapters: [chat],
      now: () => now,
    })
    await many.serve()
    now += 10 * MINUTE
    await publish({ text: FIRST.replace('Eleven', 'Fourteen') })
    const posts = await store.outdatedPosts(0, 0)
    expect(new Set(posts.map((post) => post.message)).size).toBe(1)
    expect((await many.serve()).corrected).toHaveLength(posts.length)
    expect(chat.updates).toHaveLength(posts.length)
    expect(new Set(chat.updates.map((update) => storyIn(update)?.sentences[0]?.text))).toEqual(
      new Set(['Fourteen people were hurt in the fire at the harbour on Monday night.']),
    )
    expect(asked).toBe(1)
  })

  it('edits what went out hours late and had been changed before', async () => {
    const late = createBot({
      desk: { readDue: () => Promise.reject(new Error('not asked')) },
      store,
      requests: [aSubscription({ to: 'terminal:late', id: 'late' })],
      settings: { sources: [], regions: [], topics: [] },
      adapters: [chat],
      now: () => now,
      random: () => 0,
    })
    chat.failWith(...Array.from({ length: 20 }, () => new DeliveryError('unavailable', '503')))
    await late.serve()
    now += 10 * MINUTE
    await publish({ text: FIRST.replace('Eleven', 'Fourteen') })
    for (; chat.posts.length === 1; now += 10 * MINUTE) await late.serve()
    expect(now).toBeGreaterThan(EIGHT + 120 * MINUTE)
    expect(await store.outdatedPosts(0, 0)).toMatchObject([
      { outboxId: 'late 2026-03-10 08:00 Europe/Istanbul' },
    ])
    expect((await late.serve()).corrected).toEqual(['late 2026-03-10 08:00 Europe/Istanbul'])
  })

  it('finds after a restart what changed while it was away, and edits it once', async () => {
    now += 10 * MINUTE
    await publish({ text: FIRST.replace('Eleven', 'Fourteen') })
    chat.failWith(new DeliveryError('unavailable', '503'))
    await bot.serve()
    expect(chat.updates).toEqual([])
    now += 10 * MINUTE
    const again = createBot({
      desk: { readDue: () => Promise.reject(new Error('not asked')) },
      store,
      requests: [aSubscription()],
      settings: { sources: [], regions: [], topics: [] },
      adapters: [chat],
      now: () => now,
    })
    await again.serve()
    await again.serve()
    expect(chat.updates).toHaveLength(1)
  })
})
