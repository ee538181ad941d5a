import { describe, expect, it } from 'vitest'
import { aNewsroom } from '../fakes/newsroom.ts'

const ended = { states: ['ended'] } as const

describe('undo', () => {
  it('ends what was just made, and says so', async () => {
    const { ask, store } = await aNewsroom()
    await ask('subscribe syria')
    expect(await ask('undo')).toMatchObject({ kind: 'subscription', change: 'ended' })
    expect(await store.subscriptions()).toEqual([])
  })

  it('brings back what was ended, as it was, from its button and in plain words', async () => {
    const { ask, store } = await aNewsroom()
    await ask('subscribe syria weekdays at 7:30')
    const [before] = await store.subscriptions()
    const answer = await ask(`unsubscribe ${before?.id}`)
    const undo = answer.actions?.find(({ label }) => label === 'action.undo')
    expect(await ask(undo?.command ?? '')).toMatchObject({ change: 'resumed' })
    expect(await store.subscriptions()).toMatchObject([{ ...before, state: 'active' }])
    await ask('stop the syria one')
    expect(await store.subscriptions(ended)).toHaveLength(1)
    await ask('bring it back')
    expect(await store.subscriptions()).toHaveLength(1)
  })

  it('takes back an edit, a pause and a mute, the last one first', async () => {
    const { ask, store } = await aNewsroom()
    await ask('subscribe syria at 8:00')
    const [made] = await store.subscriptions()
    await ask(`edit ${made?.id} at 9:00`)
    await ask(`pause ${made?.id}`)
    await ask('mute sbridge')
    await ask('undo')
    expect((await store.muted()).get('slack:desk')?.size ?? 0).toBe(0)
    await ask('undo that')
    expect(await store.subscriptions()).toMatchObject([{ at: ['09:00'], state: 'active' }])
    await ask('undo')
    expect(await store.subscriptions()).toMatchObject([{ at: ['08:00'] }])
  })

  it('takes back settings', async () => {
    const { ask, store } = await aNewsroom()
    const manager = { managesChannel: true }
    await ask('settings zone:Asia/Baghdad', manager)
    await ask('undo', manager)
    expect((await store.preferences('slack:desk'))?.zone ?? null).toBeNull()
  })

  it('takes back all that “pause all” paused', async () => {
    const { ask, store } = await aNewsroom()
    await ask('subscribe syria')
    await ask('subscribe iraq')
    await ask('pause all')
    await ask('undo')
    expect((await store.subscriptions()).map(({ state }) => state)).toEqual(['active', 'active'])
  })

  it('is everybody’s own, and knows nothing of yesterday', async () => {
    const { ask, told, store, pass } = await aNewsroom()
    await ask('subscribe syria')
    expect(await told('undo', { user: 'bob' })).toContain('nothing of yours')
    pass(25 * 3_600_000)
    expect(await told('undo')).toContain('nothing of yours')
    expect(await store.subscriptions()).toHaveLength(1)
  })

  it('leaves alone what somebody changed since, and what the channel has no room for', async () => {
    const { ask, told, store } = await aNewsroom()
    await ask('subscribe syria at 8:00')
    const [made] = await store.subscriptions()
    await ask(`edit ${made?.id} at 9:00`, { managesChannel: true, user: 'bob' })
    expect(await told('undo')).toContain('changed again since')
    expect(await store.subscriptions()).toMatchObject([{ at: ['09:00'], state: 'active' }])
  })

  it('brings nothing back beside a twin', async () => {
    const { ask, store } = await aNewsroom()
    await ask('subscribe syria')
    await ask('unsubscribe')
    await ask('subscribe syria', { user: 'bob' })
    await ask('undo')
    expect(await store.subscriptions()).toHaveLength(1)
  })
})
