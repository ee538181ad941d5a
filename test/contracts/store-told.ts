import { expect, it } from 'vitest'
import type { Decision } from '../../src/records/decision.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { FAILED, SENT, aClaim } from '../storage/a-claim.ts'
import { aDecision } from '../storage/a-decision.ts'
import { NOON, aRead, anArticle } from '../storage/a-read.ts'
import { aTold } from '../storage/a-told.ts'

export function toldCases(store: () => Store): void {
  it('shares what was told between destinations that were told the same', async () => {
    const told = [aTold('s')]
    for (const [id, destination] of [
      ['1', 'terminal:a'],
      ['2', 'terminal:b'],
    ] as const)
      await store().decide(aDecision({ outboxId: id, slot: id, destination, told }))
    await store().decide(
      aDecision({ outboxId: '3', slot: '3', destination: 'terminal:c', told: [aTold('t')] }),
    )
    const states = await store().toldStates(['terminal:a', 'terminal:b', 'terminal:c', 'terminal:d'], 0)
    expect(states.get('terminal:a')).toEqual(new Map([['s', aTold('s')]]))
    expect(states.get('terminal:b')).toBe(states.get('terminal:a'))
    expect(states.get('terminal:c')).toEqual(await store().told('terminal:c'))
    expect(states.get('terminal:d')).toEqual(new Map())
    const later = await store().toldStates(['terminal:a'], NOON + 1)
    expect(later.get('terminal:a')).toEqual(new Map())
  })

  it('takes nothing for told that may not have arrived here, though others got the same message', async () => {
    for (const destination of ['terminal:a', 'terminal:b'])
      await store().decide(
        aDecision({ outboxId: destination, slot: destination, destination, told: [aTold('s')] }),
      )
    await store().claim(aClaim())
    await store().settle('terminal:a', NOON, SENT)
    await store().keepParts('terminal:b', [{ number: 0, state: 'doubtful', since: NOON, tells: ['s'] }])
    await store().settle('terminal:b', NOON, { status: 'uncertain', reason: 'lost' })
    const states = await store().toldStates(['terminal:a', 'terminal:b'], 0)
    expect(states.get('terminal:a')).toEqual(new Map([['s', aTold('s')]]))
    expect(states.get('terminal:b')).toEqual(new Map())
  })

  it('keeps what is told apart from what its place knows, for its subscription alone', async () => {
    await store().decide(aDecision({ outboxId: '1', slot: '1', told: [aTold('s')], inThread: true }))
    await store().decide(aDecision({ outboxId: '2', slot: '2', told: [aTold('t')] }))
    expect(await store().told('terminal:here')).toEqual(new Map([['t', aTold('t')]]))
    const apart = await store().toldApart(['morning', 'evening'], 0)
    expect(apart.get('morning')).toEqual(new Map([['s', aTold('s')]]))
    expect(apart.get('evening')).toEqual(new Map())
    expect((await store().toldApart(['morning'], NOON + 1)).get('morning')).toEqual(new Map())
  })

  it('does not bring back to a place what did not arrive apart', async () => {
    await store().decide(aDecision({ outboxId: '1', told: [aTold('s')], inThread: true }))
    await store().claim(aClaim())
    await store().settle('1', NOON, FAILED)
    expect(await store().undeliveredVersions(['terminal:here'], 0)).toEqual(new Map())
    expect((await store().toldApart(['morning'], 0)).get('morning')).toEqual(new Map())
  })

  it('knows what the last three lost messages of a subscription told, once for all who lack the same', async () => {
    const lose = async (slot: string, version: string, destination: string) => {
      const outboxId = `${destination} ${slot}`
      const told = [{ ...aTold('s'), articles: [version] }]
      await store().decide(
        aDecision({ outboxId, slot: outboxId, subscription: destination, destination, told }),
      )
      await store().claim(aClaim())
      await store().settle(outboxId, NOON, FAILED)
    }
    for (const slot of ['1', '2', '3', '4']) await lose(slot, `${slot}@1`, 'terminal:here')
    for (const slot of ['2', '3', '4']) await lose(slot, `${slot}@1`, 'terminal:there')
    const lost = await store().undeliveredVersions(['terminal:here', 'terminal:there', 'terminal:none'], 0)
    expect([...lost.keys()].toSorted()).toEqual(['terminal:here', 'terminal:there'])
    expect(lost.get('terminal:here')).toEqual(new Set(['2@1', '3@1', '4@1']))
    expect(lost.get('terminal:there')).toBe(lost.get('terminal:here'))
  })

  it('finds what was told of a merged story under each of its ids', async () => {
    await store().keepRead(aRead([anArticle()], {}, { storyId: 'A' }))
    await store().decide(aDecision({ told: [aTold('C')] }))
    await store().keepRead(aRead([anArticle()], {}, { storyId: 'A', mergedStoryIds: ['C'] }))
    await store().keepRead(aRead([anArticle()], {}, { storyId: 'B', mergedStoryIds: ['A', 'D'] }))
    const told = (await store().toldStates(['terminal:here'], 0)).get('terminal:here')
    expect([...(told?.keys() ?? [])].toSorted()).toEqual(['A', 'B', 'C', 'D'])
    expect(told?.get('A')).toBe(told?.get('B'))
  })

  it('knows what a subscription told, with the stories that they lead to now', async () => {
    await store().keepRead(aRead([anArticle()], {}, { storyId: 'A', mergedStoryIds: ['B'] }))
    await store().decide(aDecision({ outboxId: '1', told: [aTold('B')] }))
    await store().decide(aDecision({ outboxId: '2', subscription: 'noon', told: [aTold('C')] }))
    await store().keepAnswered('terminal:here', 'first noon', [aTold('D')])
    expect(await store().toldBySubscription(['morning', 'evening', 'noon'], NOON)).toEqual(
      new Map([
        [
          'noon',
          [
            { outboxId: null, storyId: 'D', at: NOON, arrival: 'counted' },
            { outboxId: '2', storyId: 'C', at: NOON, arrival: 'counted' },
          ],
        ],
        ['morning', [{ outboxId: '1', storyId: 'A', at: NOON, arrival: 'counted' }]],
      ]),
    )
    expect(await store().toldBySubscription(['morning'], NOON + 1)).toEqual(new Map())
  })

  it('remembers the newest telling of each story, by destination', async () => {
    const tell = (slot: string, at: number, articles: readonly string[], destination = 'terminal:here') =>
      store().decide(aDecision({ slot, destination, at, told: [{ storyId: 's', articles }] }))
    await tell('1', NOON, ['a@1'])
    await tell('2', NOON + 1, ['a@1', 'b@1'])
    await tell('3', NOON + 2, ['a@1'], 'terminal:there')
    expect(await store().told('terminal:here')).toEqual(
      new Map([['s', { storyId: 's', at: NOON + 1, articles: ['a@1', 'b@1'] }]]),
    )
    expect(await store().told('terminal:nowhere')).toEqual(new Map())
  })

  it('joins what was told of stories that turned out to be one', async () => {
    await store().keepRead(aRead([anArticle({ id: 'a' })], {}, { storyId: 'A' }))
    await store().keepRead(aRead([anArticle({ id: 'b' })], {}, { storyId: 'B' }))
    const tell = (storyId: string, article: string, at: number) =>
      store().decide(aDecision({ slot: storyId, at, told: [{ storyId, articles: [article] }] }))
    await tell('A', 'a@1', NOON)
    await tell('B', 'b@1', NOON + 1)
    await store().keepRead(aRead([anArticle({ id: 'c' })], {}, { storyId: 'A', mergedStoryIds: ['B'] }))
    const told = await store().told('terminal:here')
    expect([...told.keys()].toSorted()).toEqual(['A', 'B'])
    expect(told.get('A')?.at).toBe(NOON + 1)
    expect(told.get('A')?.articles.toSorted()).toEqual(['a@1', 'b@1'])
  })

  it('says what became of the newest message of each subscription that told of a story', async () => {
    await store().keepRead(aRead([anArticle()], {}, { storyId: 'A', mergedStoryIds: ['B'] }))
    const tell = (outboxId: string, storyId: string, own: Partial<Decision>) =>
      store().decide(aDecision({ outboxId, slot: outboxId, told: [aTold(storyId), aTold('Z')], ...own }))
    await tell('first', 'B', { at: NOON })
    await tell('moved', 'B', { at: NOON + 1, destination: 'terminal:there' })
    await tell('second', 'A', { at: NOON + 2 })
    await tell('other', 'A', { at: NOON + 3, subscription: 'evening' })
    await tell('else', 'C', { at: NOON + 4 })
    await store().claim(aClaim({ now: NOON + 4 }))
    await store().settle('first', NOON + 5, SENT)
    await store().settle('moved', NOON + 5, FAILED)
    const storyDeliveries = await store().storyDeliveries('A', ['morning', 'night'])
    const morning = { subscription: 'morning', reason: null }
    expect(storyDeliveries).toEqual([
      {
        ...morning,
        destination: 'terminal:there',
        at: NOON + 1,
        state: 'failed',
        reason: 'channel is gone',
      },
      { ...morning, destination: 'terminal:here', at: NOON + 2, state: 'pending' },
    ])
    expect(await store().storyDeliveries('B', ['morning', 'night'])).toEqual(storyDeliveries)
    expect(await store().storyDeliveries('none', ['morning'])).toEqual([])
    expect(await store().storyDeliveries('A', [])).toEqual([])
  })
}
