import { expect, it } from 'vitest'
import { applyDueStates } from '../../src/schedule/apply-due-states.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { aSubscription } from './a-subscription.ts'

const MONDAY = Date.parse('2026-03-16T00:00:00Z')
const EVERY = { states: ['active', 'paused', 'ended'] } as const

async function turnedAt(now: number, own: Parameters<typeof aSubscription>[0]) {
  const store = await openSqliteStore(':memory:')
  await store.keepSubscription(aSubscription({ owner: 'slack:T1/ada', ...own }))
  await applyDueStates(await store.subscriptions(), store, now)
  return (await store.subscriptions(EVERY))[0]
}

it('wakes what rested until now, and serves nothing of the time before', async () => {
  const rests = { state: 'paused', resumesAt: MONDAY } as const
  expect(await turnedAt(MONDAY - 1, rests)).toMatchObject(rests)
  const woken = await turnedAt(MONDAY + 5, rests)
  expect(woken).toMatchObject({ state: 'active', changedAt: MONDAY })
  expect(woken).not.toHaveProperty('resumesAt')
})

it('leaves alone what somebody paused without a day', async () => {
  expect(await turnedAt(MONDAY, { state: 'paused' })).toMatchObject({ state: 'paused' })
})

it('ends what was to last until now, paused or not', async () => {
  expect(await turnedAt(MONDAY - 1, { endsAt: MONDAY })).toMatchObject({ state: 'active' })
  expect(await turnedAt(MONDAY, { endsAt: MONDAY })).toMatchObject({ state: 'ended' })
  expect(await turnedAt(MONDAY, { endsAt: MONDAY, state: 'paused' })).toMatchObject({ state: 'ended' })
})
