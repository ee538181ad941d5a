import { describe, expect, it } from 'vitest'
import { MOST_PER_CHANNEL } from '../../src/subscriptions/limits.ts'
import type { Subscription } from '../../src/records/subscription.ts'
import { aSubscription } from '../schedule/a-subscription.ts'
import { aNewsroom, EVENING } from '../fakes/newsroom.ts'
import { lobby, made, OTHER } from '../fakes/subscribing.ts'

describe('edit', () => {
  it('changes what is named and nothing else', async () => {
    const newsroom = await aNewsroom()
    const before = await made('syria weekdays at 8', newsroom)
    await newsroom.ask(`edit ${before.id} at 9:30`)
    const [after] = await newsroom.store.subscriptions()
    expect(after).toEqual({ ...before, at: ['09:30'], changedAt: EVENING + 1_000 })
  })

  it('begins new times, and what was resumed, with the next slot, and other changes not', async () => {
    const newsroom = await aNewsroom()
    const { id } = await made('syria weekdays at 8', newsroom)
    const changed: (number | undefined)[] = []
    for (const text of [
      `edit ${id} turkey`,
      `edit ${id} at 9`,
      `resume ${id}`,
      `pause ${id}`,
      `resume ${id}`,
    ]) {
      await newsroom.ask(text)
      newsroom.pass(1_000)
      changed.push((await newsroom.store.subscriptions())[0]?.changedAt)
    }
    expect(changed).toEqual([undefined, 2, 2, 2, 5].map((s) => s && EVENING + s * 1_000))
  })

  it('begins an alert anew with its new wish, so that nothing of before alerts at once', async () => {
    const newsroom = await aNewsroom()
    const { id } = await made('syria alert', newsroom)
    await newsroom.ask(`edit ${id} title:Neighbours length:long`)
    expect((await newsroom.store.subscriptions())[0]?.changedAt).toBeUndefined()
    await newsroom.ask(`edit ${id} turkey`)
    expect((await newsroom.store.subscriptions())[0]?.changedAt).toBe(EVENING + 1_000)
    newsroom.pass(1_000)
    await newsroom.ask(`edit ${id} outlets:2`)
    expect((await newsroom.store.subscriptions())[0]?.changedAt).toBe(EVENING + 2_000)
  })

  it.each<[string, Partial<Subscription>]>([
    ['turkey', { countries: ['TR'], topics: ['conflict'], title: null }],
    ['all topic:health', { topics: ['health'], title: null }],
    ['title:"The neighbours"', { title: 'The neighbours' }],
    ['monday and friday', { days: 'weekly:mon,fri', at: ['08:00'] }],
    ['hourly', { kind: 'hourly', at: [] }],
    ['alert', { kind: 'alert', at: [], alert: { outlets: 3, perHour: 4, cooldownHours: 12 } }],
    ['quiet 22-7 zone UTC', { quiet: { from: '22:00', to: '07:00' }, zone: 'UTC' }],
    ['to me', { to: 'slack:@T1/ada' }],
  ])('understands “%s”', async (text, expected) => {
    const newsroom = await aNewsroom()
    const { id } = await made('syria conflict', newsroom)
    await newsroom.ask(`edit ${id} ${text}`)
    expect((await newsroom.store.subscriptions())[0]).toMatchObject(expected)
  })

  it('moves what is one’s own to another channel, and what is another’s never into one’s direct messages', async () => {
    const newsroom = await aNewsroom()
    const { id } = await made('syria', newsroom)
    const manager = { ...OTHER, managesChannel: true, findChannel: lobby(true) }
    expect(await newsroom.told(`edit ${id} to me`, manager)).toContain(
      'cannot be moved to your direct messages',
    )
    expect(await newsroom.store.subscriptions()).toMatchObject([{ to: 'slack:desk' }])
    await newsroom.ask(`edit ${id} to #lobby`, { findChannel: lobby(true) })
    expect(await newsroom.store.subscriptions()).toMatchObject([{ to: 'slack:T1/C7' }])
  })

  it('revives nothing that is ended while its channel is being looked up', async () => {
    const newsroom = await aNewsroom()
    const { id } = await made('syria', newsroom)
    const findChannel = async (typed: string) => {
      await newsroom.ask(`unsubscribe ${id}`)
      return lobby(true)(typed)
    }
    expect(await newsroom.told(`edit ${id} to #lobby`, { findChannel })).toBe(
      `There is no subscription “${id}” here, and no other one either.`,
    )
    expect(await newsroom.store.subscriptions()).toEqual([])
  })

  it('undoes nothing that somebody else changes at the same time', async () => {
    const newsroom = await aNewsroom()
    const { id } = await made('syria', newsroom)
    const words = ['at 9:30', 'turkey', 'quiet 22-7', 'length:short', 'speak:fr']
    await Promise.all([
      ...words.map((text) => newsroom.ask(`edit ${id} ${text}`)),
      newsroom.ask(`pause ${id}`),
    ])
    expect(await newsroom.store.subscriptions()).toMatchObject([
      {
        at: ['09:30'],
        countries: ['TR'],
        quiet: { from: '22:00', to: '07:00' },
        stories: 5,
        language: 'fr',
        state: 'paused',
      },
    ])
  })

  it('turns two into no twins, and moves no more than fit, at the same moment', async () => {
    const newsroom = await aNewsroom()
    const ids = [(await made('syria at 8', newsroom)).id, (await made('syria at 9', newsroom)).id]
    const both = await Promise.all(ids.map((id) => newsroom.ask(`edit ${id} at 10`)))
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['notice', 'subscription'])
    for (let n = 1; n < MOST_PER_CHANNEL; n++)
      await newsroom.store.keepSubscription(aSubscription({ id: `s${n}`, to: 'slack:T1/C7', title: `${n}` }))
    const moved = await Promise.all(
      ids.map((id) => newsroom.ask(`edit ${id} to #lobby`, { findChannel: lobby(true) })),
    )
    expect(moved.map(({ kind }) => kind).toSorted()).toEqual(['notice', 'subscription'])
  })

  it('reads #k4f2 behind edit as an id', async () => {
    const newsroom = await aNewsroom()
    const { id } = await made('syria', newsroom)
    await newsroom.ask(`edit #${id} at 9`)
    expect(await newsroom.store.subscriptions()).toMatchObject([{ at: ['09:00'] }])
  })

  it('forgets what it does not hold any more', async () => {
    const newsroom = await aNewsroom()
    const { id } = await made('syria conflict', newsroom)
    await newsroom.ask(`edit ${id} all topic:health`)
    expect((await newsroom.store.subscriptions())[0]).not.toHaveProperty('countries')
  })

  it('makes no second one of what is followed already, there or where it is moved to', async () => {
    const newsroom = await aNewsroom()
    const syria = await made('syria', newsroom)
    const turkey = await made('turkey', newsroom)
    const own = await made('syria to me', newsroom)
    expect(await newsroom.told(`edit ${turkey.id} syria`)).toBe(
      `You already have this subscription: Syria (${syria.id}). Nothing was changed.`,
    )
    expect(await newsroom.told(`edit ${own.id} to here`)).toContain('You already have this subscription')
    expect(await newsroom.store.subscriptions()).toEqual([syria, turkey, own])
    expect(await newsroom.ask(`edit ${syria.id} syria`)).toMatchObject({ kind: 'subscription' })
  })

  it('is headed by what it is about now, unless it was named', async () => {
    const newsroom = await aNewsroom()
    const { id } = await made('syria', newsroom)
    const titleAfter = async (text: string) => {
      const message = await newsroom.ask(`edit ${id} ${text}`)
      return message.kind === 'subscription' ? message.subscription.title : message.kind
    }
    expect(await titleAfter('turkey speak:fr')).toBe('Türkiye')
    expect(await titleAfter('title:Neighbours')).toBe('Neighbours')
    expect(await titleAfter('iraq')).toBe('Neighbours')
  })

  it('asks what to change', async () => {
    const newsroom = await aNewsroom()
    const { id } = await made('syria', newsroom)
    expect(await newsroom.told(`edit ${id}`)).toContain('What should change?')
  })
})
