import { describe, expect, it, vi } from 'vitest'
import { aRead, anArticle } from '../storage/a-read.ts'
import { aSubscription } from '../schedule/a-subscription.ts'
import { aNewsroom, EVENING, type FakeNewsroom } from '../fakes/newsroom.ts'

describe('why', () => {
  it('explains, too, what became of it in one’s own subscriptions elsewhere, and in nobody else’s', async () => {
    const { ask } = await aNewsroom()
    const bob = { user: 'bob', direct: 'slack:@T1/bob', channel: 'slack:lobby' }
    await ask('subscribe syria to me')
    await ask('subscribe syria', bob)
    await ask('mute sbridge', { channel: 'slack:yard' })
    await ask('subscribe syria', { channel: 'slack:yard' })
    const message = await ask('why https://levant-post.example/bridge')
    expect(message.kind === 'trace' && message.trace.verdicts).toEqual([])
    const elsewhere = message.kind === 'trace' ? message.trace.elsewhere.map(({ text }) => text) : []
    expect(elsewhere.toSorted()).toEqual([
      'Composed on Mar 10, 2026, 18:00; being sent.',
      'Its story is muted there; “unmute n83c” in that place undoes this.',
    ])
  })

  it('speaks of a followed story only where the article is of it', async () => {
    const { ask, store } = await aNewsroom()
    await ask('follow story:sbridge')
    const storylineId = (await store.storylines(['sbridge'])).get('sbridge')?.storylineId ?? ''
    const url = 'https://levant-post.example/toll'
    const toll = anArticle({
      id: 'toll',
      title: 'Lorries pay a toll on the bridge',
      url,
      seenAt: EVENING - HOUR,
    })
    await store.keepRead(aRead([toll], {}, { storyId: 'stoll', storylineId }))
    await store.keepRead(
      aRead([anArticle({ id: 'other', url: 'https://levant-post.example/other', seenAt: EVENING - HOUR })]),
    )
    const of = await ask(`why did I not get ${url}?`)
    expect(of.kind === 'trace' && of.trace.verdicts.map(({ text }) => text)).toEqual([
      'It follows this story: what is new in it comes as it moves, at most once in 15 minutes.',
    ])
    const other = await ask('why https://levant-post.example/other')
    expect(other.kind === 'trace' && other.trace.verdicts).toEqual([])
  })

  it('says that a story waits for somebody to report it', async () => {
    const { ask, store } = await aNewsroom()
    await ask('subscribe sudan', { channel: 'slack:lobby' })
    const seenAt = EVENING - HOUR
    const opinion = anArticle(
      { id: 'opinion', title: 'Opinion: Sudan needs its dams', url: 'https://nile-wire.example/o', seenAt },
      { countries: [{ code: 'SD', score: 1, focus: true }] },
    )
    await store.keepRead(aRead([opinion]))
    const message = await ask('why https://nile-wire.example/o', { channel: 'slack:lobby' })
    expect(message.kind === 'trace' && message.trace.verdicts[0]?.text).toContain('no outlet reports it')
  })

  it.each([
    ['sudan', 'waiting: Hardly news: told only where hardly anything else fits.'],
    ['sudan keywords:dams', 'waiting: It matches. It will be in the next briefing'],
  ])(
    'says that a story is hardly news, except to who asks for more than a place: %s',
    async (wish, verdict) => {
      const { ask, store } = await aNewsroom()
      await ask(`subscribe ${wish}`, { channel: 'slack:lobby' })
      const feature = anArticle(
        {
          id: 'feature',
          title: 'Ten dams of Sudan',
          url: 'https://nile-wire.example/f',
          seenAt: EVENING - HOUR,
        },
        { countries: [{ code: 'SD', score: 1, focus: true }], newsValue: -3 },
      )
      await store.keepRead(aRead([feature]))
      const message = await ask('why https://nile-wire.example/f', { channel: 'slack:lobby' })
      const [found] = message.kind === 'trace' ? message.trace.verdicts : []
      expect(`${found?.status}: ${found?.text}`).toContain(verdict)
    },
  )

  it.each([
    ['turkey', 'not-told: Not about what was asked for (Türkiye) but about Syria.'],
    ['conflict', 'not-told: None of the topics asked for: Conflict, war and peace.'],
    ['nile wire', 'not-told: Reported by none of the outlets asked for: reported by Nile Wire.'],
    ['person:nobody', 'not-told: Names none of the people asked for: naming nobody.'],
    ['language:arabic', 'not-told: Not reported in a language asked for: in Arabic.'],
    ['keywords:grain', 'not-told: Does not contain the keywords asked for: containing grain.'],
    ['syria alert', 'waiting: It matches. 2 independent outlets report it; the alert waits for 3.'],
    ['syria', 'told: Its story was sent to this channel on Mar 10, 2026, 18:00'],
  ])('explains what became of it in a subscription to %s', async (wish, verdict) => {
    const newsroom = await aNewsroom()
    await newsroom.ask(`subscribe ${wish}`)
    expect(await verdictOf(newsroom)).toContain(verdict)
  })

  it('blames no muting where the story would not fit anyway', async () => {
    const newsroom = await aNewsroom()
    await newsroom.ask('subscribe turkey')
    await newsroom.ask('mute sbridge')
    expect(await verdictOf(newsroom)).toContain('Not about what was asked for (Türkiye)')
  })

  it('says when it comes, and that it was muted, paused, sent or not sent', async () => {
    const newsroom = await aNewsroom()
    const own = aSubscription({ id: 'k4f2', to: 'slack:desk', owner: 'slack:T1/ada' })
    await newsroom.store.keepSubscription(own)
    expect(await verdictOf(newsroom)).toContain(
      'waiting: It matches. It will be in the next briefing, on Mar 11, 2026, 08:00',
    )
    await newsroom.ask('mute sbridge')
    expect(await verdictOf(newsroom)).toContain('Its story is muted here')
    await newsroom.ask('unmute sbridge')
    await newsroom.ask('pause k4f2')
    expect(await verdictOf(newsroom)).toContain('the subscription is paused')
    await newsroom.ask('resume k4f2')
    await newsroom.store.decide({
      outboxId: 'k4f2 1',
      subscription: 'k4f2',
      destination: 'slack:desk',
      slot: '2026-03-11 08:00',
      at: EVENING,
      message: { kind: 'notice', level: 'info', text: 'x', language: 'en' },
      told: [{ storyId: 'sbridge', articles: ['bridge-1@1'] }],
    })
    expect(await verdictOf(newsroom)).toContain('waiting: Composed on Mar 10, 2026, 18:00')
  })

  const HOUR = 3_600_000
  const rule = { outlets: 2, perHour: 4, cooldownHours: 12 }
  it.each([
    ['of one that is about to come', {}, 0, 'waiting: It matches. It will be sent within minutes'],
    [
      'of one that moved before',
      { createdAt: EVENING },
      0,
      'not-told: It matches, but the story’s last news came before this',
    ],
    [
      'of one in quiet hours',
      { quiet: { from: '17:00', to: '20:00' } },
      0,
      'waiting: It matches. It waits for the end of the quiet hours on Mar 10, 2026',
    ],
    [
      'of one that is no longer fresh',
      {},
      8 * HOUR,
      'not-told: It matches, but it was not sent while it was fresh',
    ],
  ])('says %s why an alert has not come', async (_, own, later, verdict) => {
    const newsroom = await aNewsroom()
    await newsroom.store.keepSubscription(
      aSubscription({ to: 'slack:desk', owner: 'slack:T1/ada', kind: 'alert', alert: rule, ...own }),
    )
    newsroom.pass(later)
    expect(await verdictOf(newsroom)).toContain(verdict)
  })

  it('promises nothing of a briefing that begins after the story', async () => {
    const newsroom = await aNewsroom()
    await newsroom.store.keepSubscription(aSubscription({ to: 'slack:desk', createdAt: EVENING + 60 * HOUR }))
    newsroom.pass(60 * HOUR)
    expect(await verdictOf(newsroom)).toContain(
      'not-told: It matches, but the story’s last news came before this',
    )
  })

  it('names the filter of a subscription that does not fit, though another told the story here', async () => {
    const newsroom = await aNewsroom()
    await newsroom.ask('subscribe syria')
    await newsroom.ask('subscribe turkey')
    const verdicts = await verdictOf(newsroom)
    expect(verdicts).toContain('told: Its story was sent to this channel')
    expect(verdicts).toContain('not-told: Not about what was asked for (Türkiye) but about Syria.')
  })

  it('asks once what became of the story, and once for each place what was told there', async () => {
    const newsroom = await aNewsroom()
    for (const [id, to] of [
      ['here1', 'slack:desk'],
      ['here2', 'slack:desk'],
      ['there', 'slack:yard'],
    ] as const)
      await newsroom.store.keepSubscription(aSubscription({ id, to, owner: 'slack:T1/ada' }))
    const storyDeliveries = vi.spyOn(newsroom.store, 'storyDeliveries')
    const told = vi.spyOn(newsroom.store, 'told')
    await newsroom.ask('why https://levant-post.example/bridge')
    expect(storyDeliveries.mock.calls).toEqual([['sbridge', ['here1', 'here2', 'there']]])
    expect(told.mock.calls.flat().toSorted()).toEqual(['slack:desk', 'slack:yard'])
  })

  it('says that an article was told with a story that was split since', async () => {
    const newsroom = await aNewsroom()
    await newsroom.store.keepSubscription(aSubscription({ id: 'k4f2', to: 'slack:desk' }))
    const told = [{ storyId: 'swhole', at: EVENING, articles: ['dam@1', 'bridge-1@1'] }]
    await newsroom.store.keepAnswered('slack:desk', 'k4f2', told)
    expect(await verdictOf(newsroom)).toContain('told: Its story was sent to this channel')
  })

  it('says that there was no room when the briefing went without it', async () => {
    const newsroom = await aNewsroom()
    await newsroom.store.keepSubscription(aSubscription({ id: 'k4f2', to: 'slack:desk', stories: 1 }))
    await newsroom.store.decide({
      outboxId: 'k4f2 1',
      subscription: 'k4f2',
      destination: 'slack:desk',
      slot: '2026-03-10 18:00',
      at: EVENING,
      message: { kind: 'notice', level: 'info', text: 'x', language: 'en' },
      told: [{ storyId: 'sdam', articles: ['dam@1'] }],
    })
    expect(await verdictOf(newsroom)).toContain('had room for only 1 stories')
  })

  it.each([
    ['https://nile-wire.example/other', 'Its outlet is among the sources (Nile Wire)'],
    ['https://unknown.example/x', 'unknown.example is not among the sources'],
  ])('says of %s that it was not read', async (url, text) => {
    const { told } = await aNewsroom()
    expect(await told(`why ${url}`)).toContain(text)
  })
})

const verdictOf = async (
  newsroom: FakeNewsroom,
  url = 'https://levant-post.example/bridge',
): Promise<string> => {
  const message = await newsroom.ask(`why ${url}`)
  if (message.kind !== 'trace') throw new Error(JSON.stringify(message))
  return message.trace.verdicts.map(({ status, text }) => `${status}: ${text}`).join('\n')
}
