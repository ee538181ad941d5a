import { describe, expect, it, vi } from 'vitest'
import { allCommands } from '../../src/commands/all-commands.ts'
import { MOST_PER_CHANNEL, MOST_PER_OWNER } from '../../src/subscriptions/limits.ts'
import { aSubscription } from '../schedule/a-subscription.ts'
import { anAsker } from '../fakes/asker.ts'
import { aNewsroom, EVENING } from '../fakes/newsroom.ts'
import { lobby, made } from '../fakes/subscribing.ts'

describe('subscribe', () => {
  it('answers with the first briefing and remembers it as told', async () => {
    const { ask, store } = await aNewsroom()
    const message = await ask('subscribe syria')
    expect(message).toMatchObject({
      kind: 'subscription',
      change: 'made',
      first: { sections: [{ stories: [{ id: 'sbridge' }] }] },
      actions: [{ label: 'action.test' }, { label: 'action.unsubscribe' }, { label: 'action.undo' }],
    })
    expect([...(await store.told('slack:desk')).keys()]).toEqual(['sbridge'])
    const states = await store.toldStates(['slack:desk', 'slack:other'], 0)
    expect([...(states.get('slack:desk')?.keys() ?? [])]).toEqual(['sbridge'])
  })

  it('reads ten thousand stories at most for it, and only such as may fit', async () => {
    const newsroom = await aNewsroom()
    const read = vi.spyOn(newsroom.store, 'storyHeads')
    await made('syria weekly', newsroom)
    expect(read.mock.calls).toEqual([
      [expect.objectContaining({ most: 10_000, about: { countries: ['SY'] }, to: EVENING })],
    ])
  })

  it('sends the first briefing to where it speaks when that is elsewhere, and tells nothing in the channel', async () => {
    const { ask, store } = await aNewsroom()
    const message = await ask('subscribe syria to me')
    expect(message).toMatchObject({ first: null, instead: 'sent-there', subscription: { to: 'direct' } })
    expect((await store.told('slack:desk')).size).toBe(0)
    const claim = { now: EVENING, leaseMs: 1_000, limit: 10, except: [] }
    expect(await store.claim(claim)).toMatchObject([
      {
        destination: 'slack:@T1/ada',
        message: { kind: 'briefing', briefing: { sections: [{ stories: [{ id: 'sbridge' }] }] } },
      },
    ])
    expect([...(await store.told('slack:@T1/ada')).keys()]).toEqual(['sbridge'])
  })

  it('wakes nobody elsewhere in quiet hours', async () => {
    const { ask, store } = await aNewsroom()
    const message = await ask('subscribe syria to me quiet 17:00-19:00')
    expect(message).not.toHaveProperty('instead')
    expect(await store.deliveries(0)).toEqual([])
  })

  it('tells at once what an alert would have told in the last day, and remembers it', async () => {
    const { ask, store } = await aNewsroom()
    expect(await ask('subscribe syria or sudan alert outlets:2')).toMatchObject({
      first: { sections: [{ stories: [{ id: 'sbridge' }] }] },
    })
    expect([...(await store.told('slack:desk')).keys()]).toEqual(['sbridge'])
  })

  it('says so when nothing would have alerted', async () => {
    const { ask } = await aNewsroom()
    expect(await ask('subscribe sudan alert outlets:2')).toMatchObject({
      first: null,
      instead: 'nothing-yet',
    })
  })

  it.each([
    ['to #lobby', { manages: true }],
    ['in #lobby at 9', { manages: true }],
    ['<#C7|lobby>', { manages: true }],
    ['to:#lobby', { manages: false, isAdmin: true }],
    ['at 8 in #lobby', { manages: true }],
  ])('speaks in the channel of “syria %s”', async (text, { manages, ...own }) => {
    const { ask, store } = await aNewsroom()
    const message = await ask(`subscribe syria ${text}`, { ...own, findChannel: lobby(manages) })
    expect(message).toMatchObject({ subscription: { to: 'elsewhere', channel: '#lobby' } })
    expect(await store.subscriptions()).toMatchObject([{ to: 'slack:T1/C7', owner: 'slack:T1/ada' }])
  })

  it('does not speak in a channel that nobody allowed it, nor in one that is not there', async () => {
    const { told, store } = await aNewsroom()
    expect(await told('subscribe syria to #lobby', { findChannel: lobby(false) })).toBe(
      'Only people who manage #lobby, or an admin, can let me post there. Use the command in that channel itself.',
    )
    expect(await told('subscribe syria to #nowhere', { findChannel: lobby(true) })).toBe(
      'I don’t know a channel “#nowhere” here. Name one that both you and I are in.',
    )
    expect(await told('subscribe syria to #lobby')).toContain('I don’t know a channel “#lobby” here.')
    expect(await told('settings zone:UTC to #lobby', { findChannel: lobby(false) })).toContain(
      'Only people who manage',
    )
    expect(await store.subscriptions()).toEqual([])
    expect(await store.preferences('slack:T1/C7')).toBeNull()
  })

  it('never gives an id again', async () => {
    const newsroom = await aNewsroom()
    const first = await made('syria', newsroom)
    await newsroom.ask('unsubscribe')

    const again = `${first.id}kkkk`
      .split('')
      .map((letter) => 'bcdfghjkmnpqrstvwxz23456789'.indexOf(letter) / 27 + 0.001)
    const commands = allCommands(newsroom.view, () => again.shift() ?? 0)
    const message = await commands.answer(commands.read('subscribe turkey'), anAsker())
    expect(message).toMatchObject({ kind: 'subscription', subscription: { id: 'kkkk' } })
  })

  it('does not follow the same twice, however often the button is pressed', async () => {
    const { ask, told, store } = await aNewsroom()
    await ask('subscribe syria weekdays at 8')
    expect(await told('subscribe weekdays country:SY at 08:00')).toContain(
      'You already have this subscription: Syria',
    )
    expect(await store.subscriptions()).toHaveLength(1)
  })

  it('keeps one of two that are asked for at the same moment, and no more than fit in a place', async () => {
    const { ask, store } = await aNewsroom()
    const twice = await Promise.all([ask('subscribe syria'), ask('subscribe syria')])
    expect(twice.map(({ kind }) => kind).toSorted()).toEqual(['notice', 'subscription'])
    const hours = Array.from({ length: 24 }, (_, hour) => `subscribe turkey daily at ${hour}:15`)
    const answers = await Promise.all(hours.map((text) => ask(text)))
    expect(answers.filter(({ kind }) => kind === 'subscription')).toHaveLength(MOST_PER_CHANNEL - 1)
    expect(await store.subscriptions()).toHaveLength(MOST_PER_CHANNEL)
  })

  it('takes zone and language from the settings of the channel, and leaves quiet hours there', async () => {
    const newsroom = await aNewsroom()
    await newsroom.ask('settings zone:Asia/Tokyo quiet:23-6', { managesChannel: true })
    expect(await made('syria', newsroom)).toMatchObject({
      zone: 'Asia/Tokyo',
      quiet: null,
    })
    expect(await made('syria quiet off in utc', newsroom)).toMatchObject({ quiet: 'off', zone: 'UTC' })
  })

  it('keeps quiet hours of its own where it is told some', async () => {
    const newsroom = await aNewsroom()
    await newsroom.ask('settings zone:Asia/Tokyo quiet:23-6', { managesChannel: true })
    expect(await made('iraq at 08:00 in utc quiet 1-2', newsroom)).toMatchObject({
      zone: 'UTC',
      quiet: { from: '01:00', to: '02:00' },
    })
  })

  it.each([
    ['channel', MOST_PER_CHANNEL, { to: 'slack:desk' }, 'One place can have at most 20 subscriptions.'],
    ['person', MOST_PER_OWNER, { owner: 'slack:T1/ada' }, 'You have 50 subscriptions'],
  ])('has a limit for each %s', async (_of, most, own, text) => {
    const { told, store } = await aNewsroom()
    for (let number = 0; number < most; number++)
      await store.keepSubscription(aSubscription({ id: `s${number}`, title: `${number}`, ...own }))
    expect(await told('subscribe syria')).toContain(text)
    expect(await store.subscriptions()).toHaveLength(most)
  })
})
