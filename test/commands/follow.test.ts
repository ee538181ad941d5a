import { describe, expect, it } from 'vitest'
import type { Asker } from '../../src/chat/command.ts'
import { aRead, anArticle } from '../storage/a-read.ts'
import { EVENING, aNewsroom, type FakeNewsroom } from '../fakes/newsroom.ts'

const DAY = 24 * 3_600_000
const DIRECT: Partial<Asker> = { isDirect: true, channel: 'slack:@T1/ada' }

async function waiting({ store }: Pick<FakeNewsroom, 'store'>) {
  return store.claim({ now: EVENING + DAY, leaseMs: DAY, limit: 100, except: [] })
}

describe('follow', () => {
  it('makes the channel follow the story, beginning with how it stands', async () => {
    const newsroom = await aNewsroom()
    const answer = await newsroom.ask('follow story:sbridge')
    const [made] = await newsroom.store.subscriptions()
    expect(made).toMatchObject({ kind: 'follow', story: 'sbridge', to: 'slack:desk', owner: 'slack:T1/ada' })
    expect(answer).toMatchObject({
      kind: 'notice',
      text: expect.stringContaining('Now followed here: “Bridge over the Euphrates opens to lorries”.'),
      actions: [{ label: 'action.unfollow', command: `unfollow ${made?.id}` }],
    })
    const [row] = await waiting(newsroom)
    expect(row).toMatchObject({ destination: 'slack:desk', slot: 'first', threadRoot: null })
    if (row?.message.kind !== 'briefing') throw new Error('it begins with a briefing')
    const { sections, timeline, title } = row.message.briefing
    expect(title).toBe('Now followed here: Bridge over the Euphrates opens to lorries')
    expect(sections.flatMap(({ stories }) => stories.map(({ id, mark }) => [id, mark]))).toEqual([
      ['sbridge', null],
    ])
    expect(timeline?.entries.map(({ outlet, isNew }) => [outlet, isNew])).toEqual([['Levant Post', false]])
  })

  it('leaves what is no story to subscribe, which is also called so', async () => {
    const { ask, store, told } = await aNewsroom()
    expect(await told('follow g20')).toContain('I don’t know a region')
    await ask('follow keywords:"grain AND deal" alert')
    const [made] = await store.subscriptions()
    expect(made).toMatchObject({ kind: 'alert' })
    await ask(`unfollow ${made?.id}`)
    expect(await store.subscriptions()).toEqual([])
  })

  it('finds a story by the address of a report, and by what was said before', async () => {
    const newsroom = await aNewsroom()
    await newsroom.ask('follow https://nile-wire.example/dam')
    await newsroom.ask('search bridge')
    await newsroom.ask('keep me posted on the first one')
    const stories = (await newsroom.store.subscriptions()).map(({ story }) => story)
    expect(new Set(stories)).toEqual(new Set(['sbridge', 'sdam']))
  })

  it.each([
    'follow this',
    'bu olayı takip et',
    'تابع هذه القصة',
    'این ماجرا را دنبال کن',
    'suis cette affaire',
    'verfolge diese geschichte',
    'следи за этой историей',
    'sigue esta historia',
  ])('is asked for in words: %s', async (sentence) => {
    const { ask, store } = await aNewsroom()
    await ask('search bridge')
    await ask(sentence)
    expect((await store.subscriptions()).map(({ story }) => story)).toEqual(['sbridge'])
  })

  it('tells how a story came so far where it is followed already', async () => {
    const { ask, store } = await aNewsroom()
    await ask('follow story:sbridge')
    const [made] = await store.subscriptions()
    const again = await ask('follow story:sbridge')
    expect(again).toMatchObject({ kind: 'briefing', briefing: { timeline: { entries: [{}] } } })
    expect(await ask(`test ${made?.id}`)).toMatchObject({ kind: 'briefing' })
    expect(await store.subscriptions()).toHaveLength(1)
  })

  it('takes any other story of a running story for the same', async () => {
    const { ask, store } = await aNewsroom()
    await ask('follow story:sbridge')
    const lines = await store.storylines(['sbridge'])
    const storylineId = lines.get('sbridge')?.storylineId ?? ''
    const next = anArticle({ id: 'toll', seenAt: EVENING - 1, publishedAt: EVENING - 1 })
    await store.keepRead(aRead([next], {}, { storyId: 'stoll', storylineId }))
    expect(await ask('follow story:stoll')).toMatchObject({ kind: 'briefing' })
    await ask('unfollow story:stoll')
    expect(await store.subscriptions()).toEqual([])
  })

  it.each<[string, string, Partial<Asker>, string]>([
    [
      'in person, who may not speak for the channel',
      'follow story:sbridge',
      { subscribers: 'managers' },
      'slack:@T1/ada',
    ],
    ['in person, who asks for it', 'follow story:sbridge to:me', {}, 'slack:@T1/ada'],
    ['in direct messages', 'follow story:sbridge', DIRECT, 'slack:@T1/ada'],
  ])('tells %s', async (_, text, asker, to) => {
    const { ask, store } = await aNewsroom()
    await ask(text, asker)
    expect((await store.subscriptions()).map((one) => one.to)).toEqual([to])
  })

  it('is for the channel only where whoever asks may say so', async () => {
    const { told, store } = await aNewsroom()
    expect(await told('follow story:sbridge to:here', { subscribers: 'managers' })).toContain(
      'Only people who manage',
    )
    expect(await store.subscriptions()).toEqual([])
  })

  it('has a cap of its own in each place', async () => {
    const { ask, store, told } = await aNewsroom()
    for (let made = 1; made <= 10; made++) {
      const article = anArticle({ id: `a${made}`, seenAt: EVENING - 1, publishedAt: EVENING - 1 })
      await store.keepRead(aRead([article], {}, { storyId: `sstory${made}` }))
      await ask(`follow story:sstory${made}`)
    }
    expect(await told('follow story:sbridge')).toContain('One place can follow at most 10 stories.')
    await ask('subscribe syria daily')
    expect(await store.subscriptions()).toHaveLength(11)
  })

  it('says that a story is over, or unknown', async () => {
    const { pass, store, told } = await aNewsroom()
    expect(await told('follow story:snothing')).toContain('I don’t know the story')
    pass(9 * DAY)
    expect(await told('follow story:sbridge')).toContain('there is nothing left to follow')
    expect(await store.subscriptions()).toEqual([])
  })
})

describe('a followed story', () => {
  it('says so in lists and on its card, where it is followed', async () => {
    const { ask } = await aNewsroom()
    await ask('follow story:sbridge')
    expect(await ask('story sbridge')).toMatchObject({
      story: { followed: true },
      actions: [
        { label: 'action.unfollow' },
        { label: 'action.said' },
        { label: 'action.mute' },
        { label: 'action.correct' },
      ],
    })
    expect(await ask('search bridge')).toMatchObject({
      results: { hits: [{ storyId: 'sbridge', followed: true }] },
    })
    const briefing = await ask('briefing')
    if (briefing.kind !== 'briefing') throw new Error('a briefing was asked for')
    const stories = briefing.briefing.sections.flatMap((section) => section.stories)
    expect(stories.filter(({ followed }) => followed === true).map(({ id }) => id)).toEqual(['sbridge'])
    expect(await ask('story sbridge', { channel: 'slack:other' })).not.toMatchObject({
      story: { followed: true },
    })
  })

  it('stands in the list of what speaks here, and is not edited', async () => {
    const { ask, store, told } = await aNewsroom()
    await ask('follow story:sbridge')
    const [made] = await store.subscriptions()
    expect(await ask('subscriptions')).toMatchObject({
      subscriptions: [
        {
          isFollowed: true,
          filter: 'the running story of “Bridge over the Euphrates opens to lorries”',
          when: 'whenever there is news, until there has been none for eight days',
          nextAt: null,
        },
      ],
    })
    expect(await told(`edit ${made?.id} at 9:00`)).toContain('there is nothing to change in it')
  })

  it('ends with unfollow, by its story or its id, and not by anybody', async () => {
    const { ask, store, told } = await aNewsroom()
    await ask('follow story:sbridge')
    const [made] = await store.subscriptions()
    expect(await told(`unfollow ${made?.id}`, { user: 'bob' })).toContain('belongs to somebody else')
    expect(await ask('unfollow story:sbridge')).toMatchObject({
      text: 'No longer followed: “Bridge over the Euphrates opens to lorries”',
      actions: [{ command: 'follow story:sbridge' }],
    })
    expect(await store.subscriptions()).toEqual([])
    expect(await told('unfollow story:sbridge')).toContain('Nothing here follows')
  })

  it('is forgotten with its workspace', async () => {
    const { ask, store } = await aNewsroom()
    await ask('follow story:sbridge to:me')
    await store.forgetWorkspace({ platform: 'slack', workspace: 'T1' })
    expect(await store.subscriptions({ states: ['active', 'paused', 'ended'] })).toEqual([])
    expect(await waiting({ store })).toEqual([])
  })
})
