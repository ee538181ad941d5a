import { expect, it } from 'vitest'
import type { Store } from '../../src/records/ports/store.ts'
import { StoreError } from '../../src/storage/store-error.ts'
import { aDecision } from '../storage/a-decision.ts'
import { NOON } from '../storage/a-read.ts'
import { aTold } from '../storage/a-told.ts'
import { outboxOf } from '../storage/an-outbox.ts'

/** Cases: each slot of a subscription is decided once. */
export function decidingCases(store: () => Store): void {
  const { states } = outboxOf(store)

  it('decides a slot once, however many try at the same time', async () => {
    const tries = await Promise.all(Array.from({ length: 20 }, () => store().decide(aDecision())))
    expect(tries.filter(Boolean)).toHaveLength(1)
    expect(await store().deliveries(0)).toHaveLength(1)
  })

  it('writes nothing for a slot that was decided', async () => {
    await store().decide(aDecision({ outboxId: 'first' }))
    const told = [aTold('s')]
    expect(await store().decide(aDecision({ outboxId: 'second', at: NOON + 1, told }))).toBe(false)
    expect(await states()).toEqual({ first: 'pending' })
    expect(await store().told('terminal:here')).toEqual(new Map())
  })

  it('decides many at once and says of each whether it was the first', async () => {
    await store().decide(aDecision({ outboxId: 'early', slot: '1' }))
    const decided = await store().decideAll(
      ['1', '2', '3', '3'].map((slot, i) => aDecision({ outboxId: `o${i}`, slot })),
    )
    expect(decided).toEqual([false, true, true, false])
    expect(Object.keys(await states())).toEqual(['early', 'o1', 'o2'])
  })

  it('decides a slot for the place that is reached, where an earlier try in the same breath is for one that is not', async () => {
    await store().loseDestination('terminal:gone', NOON, { reason: 'gone', notices: [] })
    const decided = await store().decideAll(
      ['terminal:gone', 'terminal:here', 'terminal:here'].map((destination, i) =>
        aDecision({ outboxId: `o${i}`, slot: '1', destination }),
      ),
    )
    expect(decided).toEqual([false, true, false])
  })

  it('writes neither slot nor stories when the outbox refuses', async () => {
    await store().decide(aDecision({ outboxId: 'same', slot: '2026-03-10 08:00' }))
    await expect(
      store().decide(aDecision({ outboxId: 'same', slot: '2026-03-11 08:00', told: [aTold('s')] })),
    ).rejects.toThrow(StoreError)
    expect((await store().ledgers(['morning'], 0)).get('morning')?.served).toEqual(
      new Set(['2026-03-10 08:00']),
    )
    expect(await store().told('terminal:here')).toEqual(new Map())
  })

  it('serves a slot without a word', async () => {
    expect(await store().decide(aDecision({ slot: '1', message: null }))).toBe(true)
    expect(await store().deliveries(0)).toEqual([])
    expect(await store().decide(aDecision({ slot: '1' }))).toBe(false)
  })

  it('knows what was served since when, by subscription', async () => {
    for (const slot of ['2026-03-08 08:00', '2026-03-09 08:00', '2026-03-10 08:00'])
      await store().decide(aDecision({ slot, at: Date.parse(`${slot.replace(' ', 'T')}Z`) }))
    await store().decide(aDecision({ subscription: 'evening', slot: '2026-03-10 20:00' }))
    const ledgers = await store().ledgers(['morning', 'none'], Date.UTC(2026, 2, 9))
    expect([...ledgers]).toEqual([
      [
        'morning',
        {
          served: new Set(['2026-03-09 08:00', '2026-03-10 08:00']),
          lastAt: Date.UTC(2026, 2, 10, 8),
          toldUntil: Date.UTC(2026, 2, 10, 8),
        },
      ],
    ])
  })
}
