import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { cacheSubscriptions } from '../../src/storage/cache-subscriptions.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { aSubscription } from '../schedule/a-subscription.ts'

let opened: Store
let store: Store
beforeEach(async () => {
  opened = await openSqliteStore(':memory:')
  store = cacheSubscriptions(opened)
})
afterEach(() => opened.close())

const ids = async () => (await store.subscriptions()).map(({ id }) => id)

it('reads them once until one changes', async () => {
  const reading = vi.spyOn(opened, 'subscriptions')
  expect([await ids(), await ids()]).toEqual([[], []])
  expect(reading).toHaveBeenCalledTimes(1)
  await store.keepSubscription(aSubscription({ id: 'a' }))
  expect(await ids()).toEqual(['a'])
  await store.forgetWorkspace({ platform: 'terminal', workspace: 'local' })
  await ids()
  expect(reading).toHaveBeenCalledTimes(3)
})

it('tells that one was paused because its channel is gone', async () => {
  await store.keepSubscription(aSubscription({ id: 'a', to: 'slack:T1/C1' }))
  expect((await store.subscriptions())[0]?.state).toBe('active')
  await store.pauseSubscriptionsOf({ platform: 'slack', workspace: 'T1', channel: 'C1' }, 5)
  expect((await store.subscriptions())[0]?.state).toBe('paused')
})

it('asks again after a read that failed', async () => {
  vi.spyOn(opened, 'subscriptions').mockRejectedValueOnce(new Error('disk'))
  await expect(store.subscriptions()).rejects.toThrow('disk')
  expect(await ids()).toEqual([])
})
