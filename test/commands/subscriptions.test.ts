import { describe, expect, it } from 'vitest'
import { MOST_PER_CHANNEL } from '../../src/subscriptions/limits.ts'
import type { Subscription } from '../../src/subscriptions/subscription.ts'
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
      'cannot be turned into your direct messages',
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
      `There is no subscription “${id}” here, nor any other.`,
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
      `This is followed already: Syria (${syria.id}). Nothing was changed.`,
    )
    expect(await newsroom.told(`edit ${own.id} to here`)).toContain('is followed already')
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
    expect(await newsroom.told(`edit ${id}`)).toContain('What shall be changed?')
  })
})

describe('pause, resume, unsubscribe', () => {
  it('need no id where there is one subscription', async () => {
    const newsroom = await aNewsroom()
    await made('syria', newsroom)
    for (const [command, state] of [
      ['pause', 'paused'],
      ['resume', 'active'],
      ['unsubscribe', 'ended'],
    ] as const) {
      await newsroom.ask(command)
      const [subscription] = await newsroom.store.subscriptions({ states: ['active', 'paused', 'ended'] })
      expect(subscription?.state).toBe(state)
    }
    expect(await newsroom.store.subscriptions()).toEqual([])
  })

  it('take an id or a title, and ask which one where there are several', async () => {
    const newsroom = await aNewsroom()
    const syria = await made('syria', newsroom)
    const turkey = await made('turkey', newsroom)
    expect(await newsroom.told('pause')).toBe(
      `Which one? There are: ${syria.id} (Syria) and ${turkey.id} (Türkiye).`,
    )
    const iraq = await made('iraq', newsroom)
    const again = await made('iraq hourly', newsroom)
    expect(await newsroom.told('unsubscribe Iraq')).toBe(
      `Which one? There are: ${iraq.id} (Iraq; daily at 08:00 (Europe/Istanbul)) and ${again.id} (Iraq; every hour (Europe/Istanbul)).`,
    )
    await newsroom.ask(`unsubscribe ${iraq.id}`)
    await newsroom.ask(`unsubscribe ${again.id}`)
    await newsroom.ask('unsubscribe Syria')
    await newsroom.ask(`unsubscribe #${turkey.id}, please`)
    expect(await newsroom.store.subscriptions()).toEqual([])
  })

  it('are named a few at a time, with how many more there are and how to tell which', async () => {
    const newsroom = await aNewsroom()
    for (let hour = 0; hour < 11; hour++) await made(`syria at ${hour}:00`, newsroom)
    const asked = await newsroom.told('pause')
    expect(asked.match(/\(Syria; daily at/gu)).toHaveLength(8)
    expect(asked).toContain('3 more are not named here: “subscriptions” lists all, and the ID or the title')
    expect(asked).not.toContain('…')
    expect(await newsroom.told('pause Atlantis')).toContain('3 more are not named here')
  })

  it('say how they are written, where that is not as usual, and are told apart by it', async () => {
    const newsroom = await aNewsroom()
    const { id } = await made('syria', newsroom)
    expect(await newsroom.ask(`edit ${id} length:long speak:de model:on`)).toMatchObject({
      subscription: { form: ['long', 'texts in German', 'a model may rewrite the summaries'] },
    })
    expect(await newsroom.ask(`edit ${id} length:short model:off`)).toMatchObject({
      subscription: { form: ['short', 'texts in German'] },
    })
    const plain = await made('syria at 9', newsroom)
    await newsroom.ask(`edit ${plain.id} at 8 length:long`)
    expect(await newsroom.told('pause')).toContain(
      `${id} (Syria; daily at 08:00 (Europe/Istanbul); short; texts in German) and ${plain.id} (Syria; daily at 08:00 (Europe/Istanbul); long)`,
    )
    expect(await newsroom.told('edit nothing at 9', { language: 'de' })).toContain('kurz')
  })

  it('have a title that says their language, where that tells them from all news', async () => {
    const newsroom = await aNewsroom()
    const { id } = await made('language:persian', newsroom)
    await made('syria language:turkish', newsroom)
    const message = await newsroom.ask('subscriptions')
    expect(message).toMatchObject({
      subscriptions: [
        { id, title: 'All news · in Persian', wish: 'in Persian' },
        { title: 'Syria · in Turkish', wish: 'Syria; and in Turkish' },
      ],
    })
  })

  it('leave the ones of others alone', async () => {
    const newsroom = await aNewsroom()
    const { id } = await made('syria', newsroom)
    expect(await newsroom.told(`unsubscribe ${id}`, OTHER)).toContain('is somebody else’s')
    expect(await newsroom.told(`edit ${id} at 9`, OTHER)).toContain('is somebody else’s')
    expect(await newsroom.told('pause', OTHER)).toContain('is somebody else’s')
    expect((await newsroom.store.subscriptions())[0]).toMatchObject({ state: 'active', at: ['08:00'] })
  })

  it('do not even tell that there is one where it cannot be seen', async () => {
    const newsroom = await aNewsroom()
    const { id } = await made('syria', newsroom)
    const elsewhere = { ...OTHER, channel: 'slack:lobby' }
    expect(await newsroom.told(`unsubscribe ${id}`, elsewhere)).toBe(
      `There is no subscription “${id}” here, nor any other.`,
    )
    expect(
      await newsroom.told(`unsubscribe ${id}`, { ...elsewhere, workspace: 'T2', isAdmin: true }),
    ).toContain('There is no subscription')
  })

  it.each([
    ['who manages the channel', { ...OTHER, managesChannel: true }],
    ['an admin', { ...OTHER, isAdmin: true }],
    ['an admin from another channel', { ...OTHER, isAdmin: true, channel: 'slack:lobby' }],
    ['the owner from a direct message', { channel: 'slack:@T1/ada', isDirect: true }],
  ])('obey %s', async (_who, asker) => {
    const newsroom = await aNewsroom()
    const { id } = await made('syria', newsroom)
    await newsroom.ask(`unsubscribe ${id}`, asker)
    expect(await newsroom.store.subscriptions()).toEqual([])
  })

  it('cannot touch a briefing of the file', async () => {
    const request = aSubscription({ id: 'morning', to: 'slack:desk', title: 'Morning' })
    const { told } = await aNewsroom({ briefings: [request] })
    expect(await told('unsubscribe morning', { isAdmin: true })).toContain('stands in config/briefings.yaml')
    expect(await told('unsubscribe', { isAdmin: true })).toContain('stands in config/briefings.yaml')
  })
})

describe('subscriptions', () => {
  it('lists what speaks here, of the file too, and what the asker follows elsewhere', async () => {
    const request = aSubscription({ id: 'morning', to: 'slack:desk', title: 'Morning' })
    const { ask } = await aNewsroom({ briefings: [request] })
    await ask('subscribe syria')
    await ask('subscribe turkey to me')
    await ask('subscribe sudan to me', OTHER)
    const message = await ask('subscriptions')
    expect(message).toMatchObject({
      subscriptions: [
        { id: 'morning', to: 'here' },
        { title: 'Syria', to: 'here', nextAt: Date.parse('2026-03-11T05:00:00Z') },
        { title: 'Türkiye', to: 'direct' },
      ],
    })
  })

  it('lists all of the workspace for admins only', async () => {
    const { ask, told } = await aNewsroom()
    await ask('subscribe syria', OTHER)
    expect(await told('subscriptions all')).toContain('Only an admin')
    const admin = { isAdmin: true, channel: 'slack:lobby' }
    expect(await ask('subscriptions all', admin)).toMatchObject({ subscriptions: [{ title: 'Syria' }] })
    expect(await ask('subscriptions all', { ...admin, workspace: 'T2' })).toMatchObject({ subscriptions: [] })
  })
})
