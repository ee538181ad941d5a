import { expect, it } from 'vitest'
import type { Store } from '../../src/records/ports/store.ts'
import { MOST_PER_CHANNEL, MOST_PER_OWNER } from '../../src/subscriptions/limits.ts'
import { aSubscription } from '../schedule/a-subscription.ts'
import { SENT, aClaim } from '../storage/a-claim.ts'
import { HELLO, aDecision } from '../storage/a-decision.ts'
import { HOUR, NOON, aRead, anArticle } from '../storage/a-read.ts'

export function subscriptionCases(store: () => Store): void {
  const statesOf = async (of: string): Promise<readonly string[]> =>
    (await store().deliveries(0)).flatMap(({ subscription, state }) => (subscription === of ? [state] : []))

  it('keeps what somebody changed in a place for a day, the newest first, ten of them at most', async () => {
    const after = aSubscription({ id: 'one' })
    const keep = (at: number, by = 'slack:T/ada', place = 'slack:T/desk') =>
      store().keepChange({ by, place, at, changes: [{ kind: 'subscription', before: null, after }] })
    const first = await keep(NOON)
    await keep(NOON, 'slack:T/bob')
    await keep(NOON, 'slack:T/ada', 'slack:T/other')
    const second = await keep(NOON + HOUR)
    const kept = async (now: number) =>
      (await store().keptChanges('slack:T/ada', 'slack:T/desk', now)).map(({ id }) => id)
    expect(await kept(NOON + HOUR)).toEqual([second, first])
    expect(await kept(NOON + 24 * HOUR)).toEqual([second])
    await store().forgetChange(second)
    expect(await kept(NOON + HOUR)).toEqual([first])
    for (let more = 0; more < 12; more++) await keep(NOON + HOUR)
    expect(await kept(NOON + HOUR)).toHaveLength(10)
    const [newest] = await store().keptChanges('slack:T/ada', 'slack:T/desk', NOON + HOUR)
    expect(newest).toMatchObject({ by: 'slack:T/ada', changes: [{ kind: 'subscription', after }] })
    await store().forgetWorkspace({ platform: 'slack', workspace: 'T' })
    expect(await kept(NOON + HOUR)).toEqual([])
  })

  it('keeps a subscription with all that it says', async () => {
    const whole = aSubscription({
      kind: 'hourly',
      hours: 3,
      endsAt: NOON,
      resumesAt: NOON,
      days: 'monthly:31',
      withoutSources: ['reuters'],
    })
    await store().keepSubscription(whole)
    expect(await store().subscriptions({ id: whole.id })).toEqual([whole])
  })

  it('keeps subscriptions in the order in which they were made, each in its newest form', async () => {
    const first = aSubscription({
      id: 'zz',
      owner: 'slack:T/ada',
      expression: '"grain deal" OR زلزله',
      createdAt: 1,
    })
    const second = aSubscription({ id: 'aa', to: 'slack:lobby', state: 'paused', createdAt: 2 })
    await store().keepSubscription(second)
    await store().keepSubscription(first)
    await store().keepSubscription({ ...first, title: 'Renamed' })
    expect(await store().subscriptions()).toEqual([{ ...first, title: 'Renamed' }, second])
  })

  it('gives one that was made after they were first read', async () => {
    expect(await store().subscriptions()).toEqual([])
    await store().keepSubscription(aSubscription({ id: 'late' }))
    expect((await store().subscriptions()).map(({ id }) => id)).toEqual(['late'])
    await store().keepSubscription(aSubscription({ id: 'late', state: 'ended' }))
    expect(await store().subscriptions()).toEqual([])
  })

  it('gives those of one id, one place, one owner, one state', async () => {
    await store().keepSubscription(aSubscription({ id: 'a', to: 'x', owner: 'o' }))
    await store().keepSubscription(aSubscription({ id: 'b', to: 'x', owner: 'p', createdAt: 1 }))
    await store().keepSubscription(aSubscription({ id: 'c', to: 'y', owner: 'o', createdAt: 2 }))
    await store().keepSubscription(
      aSubscription({ id: 'd', to: 'x', owner: 'o', state: 'ended', createdAt: 3 }),
    )
    const ids = async (filter: Parameters<Store['subscriptions']>[0]) =>
      (await store().subscriptions(filter)).map(({ id }) => id)
    expect(await ids({ to: 'x' })).toEqual(['a', 'b'])
    expect(await ids({ owner: 'o' })).toEqual(['a', 'c'])
    expect(await ids({ id: 'c' })).toEqual(['c'])
    expect(await ids({ to: 'x', owner: 'o', states: ['ended'] })).toEqual(['d'])
    expect(await ids({ id: "' or 1=1 --" })).toEqual([])
  })

  it('adds a new one under an id that was never given, and none beside a twin', async () => {
    const own = aSubscription({ id: 'own', to: 'here', owner: 'o' })
    const both = await Promise.all([
      store().addSubscription(own),
      store().addSubscription({ ...own, id: 'too' }),
    ])
    expect(both).toEqual([{ status: 'kept' }, { status: 'twin', twin: own }])
    const other = { ...own, at: ['09:00'] }
    expect(await store().addSubscription(other)).toEqual({ status: 'taken' })
    await store().keepSubscription({ ...own, state: 'ended' })
    expect(await store().addSubscription(other)).toEqual({ status: 'taken' })
    expect(await store().addSubscription({ ...own, id: 'again' })).toEqual({ status: 'kept' })
    expect((await store().subscriptions()).map(({ id }) => id)).toEqual(['again'])
  })

  it.each([
    ['place', MOST_PER_CHANNEL, 'channel-full', (n: number) => ({ to: 'here', owner: `o${n}` })],
    ['person', MOST_PER_OWNER, 'owner-full', (n: number) => ({ to: `t${n}`, owner: 'o' })],
  ])('adds to one %s only as many as it takes, however many ask at once', async (_of, most, full, own) => {
    const wished = Array.from({ length: most + 3 }, (_, n) =>
      aSubscription({ id: `s${n}`, expression: `word${n}`, ...own(n) }),
    )
    const added = await Promise.all(wished.map((one) => store().addSubscription(one)))
    expect(added.filter(({ status }) => status === 'kept')).toHaveLength(most)
    expect(added.slice(most)).toEqual([1, 2, 3].map(() => ({ status: full })))
    expect(await store().subscriptions()).toHaveLength(most)
  })

  it('changes none into a twin, and moves none to a place that is full, where others may still change', async () => {
    const own = aSubscription({ id: 'own', to: 'here' })
    const other = { ...own, id: 'other', at: ['09:00'] }
    for (const one of [own, other]) await store().keepSubscription(one)
    expect(await store().changeSubscription(own, { ...own, at: other.at })).toBe(false)
    const among = aSubscription({ id: 'over', to: 'there', at: ['10:00'] })
    const there = Array.from({ length: MOST_PER_CHANNEL }, (_, n) =>
      aSubscription({ id: `s${n}`, to: 'there', expression: `word${n}` }),
    )
    for (const one of [...there, among]) await store().keepSubscription(one)
    expect(await store().changeSubscription(own, { ...own, to: 'there' })).toBe(false)
    expect(await store().changeSubscription(among, { ...among, at: ['11:00'] })).toBe(true)
    expect(await store().changeSubscription(own, { ...own, state: 'paused' })).toBe(true)
  })

  it('changes one only as long as it stands as it was read', async () => {
    const own = aSubscription({ id: 'own', to: 'terminal:here' })
    const elsewhere = { ...own, to: 'terminal:there' }
    expect(await store().changeSubscription(own, elsewhere)).toBe(false)
    await store().keepSubscription(own)
    await store().decide(aDecision({ subscription: 'own' }))
    expect(await store().changeSubscription(own, elsewhere)).toBe(true)
    expect(await statesOf('own')).toEqual(['failed'])
    expect(await store().changeSubscription(own, { ...own, title: 'Too late' })).toBe(false)
    expect(await store().subscriptions({ to: 'terminal:there' })).toEqual([elsewhere])
    await store().keepSubscription({ ...elsewhere, state: 'ended' })
    expect(await store().changeSubscription(elsewhere, own)).toBe(false)
    expect(await store().subscriptions()).toEqual([])
  })

  it.each([
    ['ended', { state: 'ended' }],
    ['paused', { state: 'paused' }],
    ['moved elsewhere', { to: 'terminal:there' }],
  ] as const)(
    'sends nothing more for a subscription that was %s, and takes it for untold',
    async (_, change) => {
      const own = aSubscription({ id: 'own', to: 'terminal:here' })
      await store().keepSubscription(own)
      const told = [{ storyId: 'S', articles: ['s@1'] }]
      const decide = (slot: string, of: string) =>
        store().decide(aDecision({ outboxId: `${of} ${slot}`, subscription: of, slot, told }))
      for (const slot of ['1', '2']) expect(await decide(slot, 'own')).toBe(true)
      expect(await decide('1', 'other')).toBe(true)
      await store().claim(aClaim())
      await store().keepSubscription({ ...own, title: 'Renamed' })
      expect(await statesOf('own')).toEqual(['sending', 'pending'])
      await store().keepSubscription({ ...own, ...change })
      // Nobody knows how far the one being sent has come.
      expect(await statesOf('own')).toEqual(['sending', 'failed'])
      expect(await statesOf('other')).toEqual(['pending'])
      expect((await store().ledgers(['own'], 0)).get('own')).toMatchObject({ lastAt: NOON, toldUntil: NOON })
      expect(await decide('3', 'own')).toBe(false)
      expect((await store().ledgers(['own'], 0)).get('own')?.served).toEqual(new Set(['1', '2']))
      await store().keepSubscription(own)
      expect(await decide('3', 'own')).toBe(true)
    },
  )

  it.each([
    ['ended', { state: 'ended' }, false, 'failed'],
    ['paused', { state: 'paused' }, false, 'failed'],
    ['paused, and nobody knows whether it arrived', { state: 'paused' }, true, 'uncertain'],
    ['moved elsewhere', { to: 'terminal:there' }, false, 'failed'],
    ['paused and resumed', {}, false, 'pending'],
  ] as const)(
    'does not try again what was under way when its subscription was %s',
    async (_, change, mayHaveArrived, state) => {
      const own = aSubscription({ id: 'own', to: 'terminal:here' })
      await store().keepSubscription(own)
      await store().decide(aDecision({ outboxId: 'o', subscription: 'own' }))
      await store().claim(aClaim())
      await store().keepSubscription({ ...own, state: 'paused' })
      await store().keepSubscription({ ...own, ...change })
      if (mayHaveArrived)
        await store().keepParts('o', [{ number: 0, state: 'doubtful', since: NOON, tells: [] }])
      const postponed = { status: 'postponed', reason: 'busy', retryAt: NOON + HOUR } as const
      await store().settle('o', NOON, postponed)
      expect(await statesOf('own')).toEqual([state])
      await store().keepSubscription(own)
      const again = await store().claim(aClaim({ now: NOON + 24 * HOUR }))
      expect(again.map(({ id }) => id)).toEqual(state === 'pending' ? ['o'] : [])
    },
  )

  it('edits what a subscription has posted also after it was ended', async () => {
    const own = aSubscription({ id: 'own', to: 'terminal:here' })
    await store().keepSubscription(own)
    await store().decide(aDecision({ outboxId: 'o', subscription: 'own' }))
    await store().claim(aClaim())
    await store().settle('o', NOON, SENT)
    const posted = { outboxId: 'o', edits: 0, subscription: 'own', destination: 'terminal:here' }
    await store().correct({ ...posted, at: NOON, corrected: [], message: HELLO })
    await store().keepSubscription({ ...own, state: 'ended' })
    expect((await store().claim(aClaim())).map(({ id }) => id)).toEqual(['o edit 1'])
  })

  it('remembers preferences of a channel and of a person apart', async () => {
    const preferences = { zone: 'Asia/Tokyo', language: 'fa', quiet: { from: '22:00', to: '07:00' } }
    await store().keepPreferences('slack:desk', { ...preferences, language: null })
    await store().keepPreferences('slack:desk', preferences)
    expect(await store().preferences('slack:desk')).toEqual(preferences)
    expect(await store().preferences('slack:T/ada')).toBeNull()
  })

  it('gives the quiet hours of all places that have some, with the zone that they are meant in', async () => {
    const night = { from: '22:00', to: '07:00' }
    await store().keepPreferences('slack:a', { zone: 'Asia/Tokyo', language: null, quiet: night })
    await store().keepPreferences('slack:b', {
      zone: 'Asia/Tokyo',
      language: null,
      quiet: { ...night, zone: 'UTC' },
    })
    await store().keepPreferences('slack:c', { zone: null, language: null, quiet: night })
    await store().keepPreferences('slack:d', { zone: 'Asia/Tokyo', language: null, quiet: null })
    expect(Object.fromEntries(await store().quietHours())).toEqual({
      'slack:a': { ...night, zone: 'Asia/Tokyo' },
      'slack:b': { ...night, zone: 'UTC' },
      'slack:c': night,
    })
    expect([...(await store().quietHours(['slack:b', 'slack:d'])).keys()]).toEqual(['slack:b'])
  })

  it('mutes a story in one place until it is unmuted, whatever it was merged into', async () => {
    await store().keepRead(aRead([anArticle({ id: 'a' })], {}, { storyId: 'A' }))
    await store().keepRead(aRead([anArticle({ id: 'b' })], {}, { storyId: 'B' }))
    await store().muteStory('here', 'B', NOON)
    await store().muteStory('here', 'B', NOON + 1)
    await store().keepRead(aRead([anArticle({ id: 'c' })], {}, { storyId: 'A', mergedStoryIds: ['B'] }))
    expect(await store().muted()).toEqual(new Map([['here', new Set(['A'])]]))
    await store().unmuteStory('here', 'A')
    expect(await store().muted()).toEqual(new Map())
  })

  it('counts what an answer told as told, for that place alone', async () => {
    await store().keepRead(aRead([anArticle({ id: 'a' })], {}, { storyId: 'A' }))
    await store().keepAnswered('here', 'first k4f2', [{ storyId: 'A', at: NOON, articles: ['a@1'] }])
    const told = new Map([['A', { storyId: 'A', at: NOON, articles: ['a@1'] }]])
    expect(await store().told('here')).toEqual(told)
    const states = await store().toldStates(['here', 'there'], NOON - HOUR)
    expect(states.get('here')).toEqual(told)
    expect(states.get('there')).toEqual(new Map())
    expect((await store().toldStates(['here'], NOON + 1)).get('here')).toEqual(new Map())
  })
}
