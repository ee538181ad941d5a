import { describe, expect, it } from 'vitest'
import { aSubscription } from '../schedule/a-subscription.ts'
import { aNewsroom } from '../fakes/newsroom.ts'
import { made, OTHER } from '../fakes/subscribing.ts'

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
    expect(asked).toContain(
      '3 more are not listed here: “subscriptions” lists all; name one by its ID or title',
    )
    expect(asked).not.toContain('…')
    expect(await newsroom.told('pause Atlantis')).toContain('3 more are not listed here')
  })

  it('say how they are written, where that is not as usual, and are told apart by it', async () => {
    const newsroom = await aNewsroom()
    const { id } = await made('syria', newsroom)
    expect(await newsroom.ask(`edit ${id} length:long speak:de model:on`)).toMatchObject({
      subscription: { form: ['long', 'texts in German', 'a model may choose and shorten the sentences'] },
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
        { id, title: 'All news · in Persian', filter: 'in Persian' },
        { title: 'Syria · in Turkish', filter: 'Syria; and in Turkish' },
      ],
    })
  })

  it('leave the ones of others alone', async () => {
    const newsroom = await aNewsroom()
    const { id } = await made('syria', newsroom)
    expect(await newsroom.told(`unsubscribe ${id}`, OTHER)).toContain('belongs to somebody else')
    expect(await newsroom.told(`edit ${id} at 9`, OTHER)).toContain('belongs to somebody else')
    expect(await newsroom.told('pause', OTHER)).toContain('belongs to somebody else')
    expect((await newsroom.store.subscriptions())[0]).toMatchObject({ state: 'active', at: ['08:00'] })
  })

  it('do not even tell that there is one where it cannot be seen', async () => {
    const newsroom = await aNewsroom()
    const { id } = await made('syria', newsroom)
    const elsewhere = { ...OTHER, channel: 'slack:lobby' }
    expect(await newsroom.told(`unsubscribe ${id}`, elsewhere)).toBe(
      `There is no subscription “${id}” here, and no other one either.`,
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
    expect(await told('unsubscribe morning', { isAdmin: true })).toContain('is set in config/briefings.yaml')
    expect(await told('unsubscribe', { isAdmin: true })).toContain('is set in config/briefings.yaml')
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
