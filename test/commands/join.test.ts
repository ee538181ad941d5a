import { describe, expect, it } from 'vitest'
import { mergeSubscriptions } from '../../src/subscriptions/merge-subscriptions.ts'
import { made } from '../fakes/subscribing.ts'
import { aNewsroom } from '../fakes/newsroom.ts'

describe('two subscriptions that tell the same in one place', () => {
  it('become one with the times of both by one press, and two again by “undo”', async () => {
    const { ask, store } = await aNewsroom()
    await ask('subscribe syria at 8:00')
    const second = await ask('subscribe syria at 18:00')
    const join = second.actions?.find(({ label }) => label === 'action.join')
    expect(await ask(join?.command ?? '')).toMatchObject({ kind: 'subscription', change: 'changed' })
    expect(await store.subscriptions()).toMatchObject([{ at: ['08:00', '18:00'], days: 'daily' }])
    await ask('undo')
    const times = (await store.subscriptions()).flatMap(({ at }) => at)
    expect(new Set(times)).toEqual(new Set(['08:00', '18:00']))
    expect(times).toHaveLength(2)
  })

  it('are not offered as one where one of them is an alert', async () => {
    const { ask } = await aNewsroom()
    await ask('subscribe syria at 8:00')
    const second = await ask('subscribe syria alert')
    expect(second.actions?.map(({ label }) => label)).toContain('action.endOther')
    expect(second.actions?.map(({ label }) => label)).not.toContain('action.join')
  })
})

it.each([
  ['syria at 8:00', 'syria at 9:00', { at: ['08:00', '09:00'], days: 'daily' }],
  ['syria weekdays at 8:00', 'syria weekends at 8:00', { at: ['08:00'], days: 'daily' }],
  ['syria mondays at 8:00', 'syria fridays at 8:00', { at: ['08:00'], days: 'weekly:mon,fri' }],
])('“%s” and “%s” can be one', async (one, other, both) => {
  expect(mergeSubscriptions(await made(one), await made(other))).toMatchObject(both)
})

it.each([
  ['syria mondays at 8:00', 'syria fridays at 9:00'],
  ['syria monthly at 8:00', 'syria daily at 8:00'],
  ['syria at 8:00', 'syria at 8:30 zone:Asia/Tokyo'],
  ['syria at 8:00', 'syria hourly'],
])('“%s” and “%s” cannot', async (one, other) => {
  expect(mergeSubscriptions(await made(one), await made(other))).toBeNull()
})
