import { expect, it } from 'vitest'
import type { HubSubscription } from '../../src/records/ports/hub-subscriptions.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { HOUR, NOON } from '../storage/a-read.ts'

export const aHubSubscription = (own: Partial<HubSubscription> = {}): HubSubscription => ({
  topic: 'https://news.example/all.atom',
  callback: 'https://reader.example/back',
  secret: 'between us',
  leaseUntil: NOON + 10 * HOUR,
  sent: '"first"',
  inVain: 0,
  dueAt: NOON,
  ...own,
})

const MANY = { all: 10, ofOrigin: 10 }

export function hubCases(store: () => Store): void {
  const due = (now: number) => store().takeDueHubSubscriptions(now, now + HOUR, 10)

  it('gives what is due once, with how it went the last time', async () => {
    expect(await store().keepHubSubscription(aHubSubscription(), MANY)).toBe(true)
    expect(await due(NOON - 1)).toEqual([])
    const taken = { ...aHubSubscription(), dueAt: NOON + HOUR }
    const both = await Promise.all([due(NOON), due(NOON)])
    expect(both.flat()).toEqual([taken])
    const went = { sent: '"second"', inVain: 2, dueAt: NOON + 2 * HOUR }
    await store().settleHubSubscription({ ...taken, ...went })
    expect(await due(NOON + HOUR)).toEqual([])
    expect(await due(NOON + 2 * HOUR)).toEqual([{ ...taken, ...went, dueAt: NOON + 3 * HOUR }])
  })

  it('renews one with another key and lease, and goes on from what was sent', async () => {
    await store().keepHubSubscription(aHubSubscription(), MANY)
    const renewed = { secret: null, leaseUntil: NOON + 20 * HOUR }
    await store().keepHubSubscription(
      aHubSubscription({ ...renewed, sent: '"other"', dueAt: NOON + HOUR }),
      MANY,
    )
    expect(await due(NOON)).toEqual([{ ...aHubSubscription(renewed), dueAt: NOON + HOUR }])
  })

  it('has no more than so many, in all and of one origin', async () => {
    const few = { all: 2, ofOrigin: 1 }
    const at = (callback: string) => store().keepHubSubscription(aHubSubscription({ callback }), few)
    const [one, two] = ['https://reader.example/1', 'https://reader.example/2']
    expect(await at(one)).toBe(true)
    expect(await at(two)).toBe(false)
    expect(await at('https://other.example/1')).toBe(true)
    expect(await at('https://third.example/1')).toBe(false)
    expect(await at(one)).toBe(true)
  })

  it('forgets those that ended', async () => {
    await store().keepHubSubscription(aHubSubscription(), MANY)
    await store().endHubSubscription(aHubSubscription({ callback: 'https://other.example/' }))
    expect(await due(NOON)).toHaveLength(1)
    await store().endHubSubscription(aHubSubscription())
    await store().settleHubSubscription(aHubSubscription())
    expect(await due(NOON + HOUR)).toEqual([])
    await store().keepHubSubscription(aHubSubscription(), MANY)
    expect(await due(NOON + 10 * HOUR)).toEqual([])
  })
}
