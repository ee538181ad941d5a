import { beforeEach, describe, expect, it } from 'vitest'
import { createBot, type Bot } from '../../src/bot.ts'
import { DeliveryError } from '../../src/chat/delivery-error.ts'
import type { LostChannel } from '../../src/chat/chat-platform.ts'
import { aSubscription } from '../schedule/a-subscription.ts'
import { aPostRoom, lost, type PostRoom } from './post-room.ts'

const DELETED: LostChannel = { code: 'channel-gone', reason: 'The channel was deleted.' }

let room: PostRoom
let bot: Bot

/** A bot in the post room: `ada` and `bob` subscribe for one channel, and the config file for another. */
beforeEach(async () => {
  room = await aPostRoom()
  for (const who of ['ada', 'bob'])
    await room.store.keepSubscription(
      aSubscription({ id: who, to: 'terminal:T1/a', owner: `terminal:T1/${who}`, title: `For ${who}` }),
    )
  bot = aBot()
})

function aBot(): Bot {
  return createBot({
    desk: { readDue: () => Promise.reject(new Error('not asked')) },
    store: room.store,
    requests: [aSubscription({ id: 'file', to: 'terminal:T1/b' })],
    subscriptions: () => room.store.subscriptions(),
    settings: { sources: [], regions: [], topics: [] },
    adapters: [room.chat],
    now: room.now,
  })
}

describe('a channel that its platform says is gone', () => {
  it('is told to its owners as one that answers 404, once, however often it is said', async () => {
    expect(await bot.loseDestination('terminal:T1/a', DELETED)).toBe(true)
    expect(await bot.loseDestination('terminal:T1/a', DELETED)).toBe(false)
    room.pass(180_000)
    await bot.deliver()
    expect(room.notices()).toEqual(
      ['ada', 'bob'].map((who) =>
        [
          `direct-T1/${who}: I no longer post to terminal:T1/a: The channel is gone, or this bot was removed from it.`,
          `Your subscription “For ${who}” is waiting there.`,
          `Once the channel works again, “/news resume ${who}” continues where it stopped; “/news unsubscribe” ends what you no longer want.`,
        ].join('\n'),
      ),
    )
  })

  it('gets no further message, and what waited for it is untold', async () => {
    await room.decide('08:00', 'terminal:T1/a')
    await bot.loseDestination('terminal:T1/a', DELETED)
    await bot.deliver()
    expect(room.chat.calls).toBe(0)
    expect(await room.stateOf('morning 08:00')).toBe('failed')
    expect(await room.decide('09:00', 'terminal:T1/a')).toBe(false)
    await room.store.resumeDestination('terminal:T1/a')
    expect(await room.decide('09:00', 'terminal:T1/a')).toBe(true)
  })

  it('says the remedy where the platform knows more', async () => {
    await bot.loseDestination('terminal:T1/a', { ...DELETED, remedy: 'archived' })
    room.pass(180_000)
    await bot.deliver()
    expect(room.notices()[0]).toContain('The channel is archived. Restore it')
  })

  it('is told after a restart, and once', async () => {
    await bot.loseDestination('terminal:T1/a', DELETED)
    await room.crash()
    bot = aBot()
    expect(await bot.loseDestination('terminal:T1/a', DELETED)).toBe(false)
    room.pass(180_000)
    for (let times = 0; times < 3; times++) await bot.deliver()
    expect(room.notices()).toHaveLength(2)
  })

  it('is nothing to tell where nobody subscribes, and paused for what the file says', async () => {
    expect(await bot.loseDestination('terminal:T1/c', DELETED)).toBe(false)
    expect(await room.store.destinations()).toEqual(new Map())
    expect(await bot.loseDestination('terminal:T1/b', DELETED)).toBe(true)
    expect([...(await room.store.destinations()).keys()]).toEqual(['terminal:T1/b'])
    room.pass(180_000)
    await bot.deliver()
    expect(room.notices()).toEqual([])
  })
})

describe('a process that only speaks with a platform', () => {
  it('tells whoever subscribed since it started that their channel is gone, or that a message is in doubt', async () => {
    await bot.tend()
    const subscribe = (id: string, to: string) =>
      room.store.keepSubscription(aSubscription({ id, to, owner: 'terminal:T1/eve', title: `Eve’s ${id}` }))
    room.chat.failWith(new DeliveryError('channel-gone', 'Unknown channel'), lost())
    await room.decide('08:00', 'terminal:T1/new')
    await subscribe('new', 'terminal:T1/new')
    await bot.deliverTo('terminal:T1/new')
    await subscribe('morning', 'terminal:T1/c')
    await room.decide('09:00', 'terminal:T1/c')
    await bot.deliverTo('terminal:T1/c')
    room.pass(180_000)
    await bot.tend()
    await bot.deliverTo('terminal:@T1/eve')
    expect(room.notices()).toEqual([
      expect.stringContaining('I no longer post to terminal:T1/new'),
      expect.stringContaining('“Eve’s morning”'),
    ])
  })
})
