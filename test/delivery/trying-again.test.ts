import { describe, expect, it } from 'vitest'
import { DeliveryError } from '../../src/chat/delivery-error.ts'
import { RecordingChat } from '../fakes/recording-chat.ts'
import { aPostRoom, HOUR, unavailable } from './post-room.ts'

const rejected = () => new DeliveryError('rejected', 'Invalid blocks.')

describe('trying again', () => {
  it('tries again half a minute after the platform did not answer, then later and later', async () => {
    const { chat, decide, now, pass, send } = await aPostRoom()
    await decide('08:00')
    chat.failWith(...Array.from({ length: 4 }, unavailable))
    const began = now()
    const tries: number[] = []
    for (; chat.posts.length === 0; pass(1000)) {
      const before = chat.calls
      await send()
      if (chat.calls > before) tries.push((now() - began) / 1000)
    }
    expect(tries).toEqual([0, 30, 90, 210, 450])
  })

  it('waits as long as the platform asks, and a little more', async () => {
    const { chat, decide, pass, send, store } = await aPostRoom()
    await decide('08:00')
    chat.failWith(new DeliveryError('rate-limited', 'slow down', { retryAfterMs: 7000 }))
    expect((await send()).postponed).toHaveLength(1)
    pass(7000)
    expect((await send()).sent).toEqual([])
    pass(700)
    expect((await send()).sent).toHaveLength(1)
    expect(await store.destinations()).toEqual(new Map())
  })

  it('gives up what could not go out for six hours, so that the next briefing tells it', async () => {
    const { chat, sender, decide, pass, send, stateOf, store } = await aPostRoom()
    await decide('08:00')
    chat.failWith(...Array.from({ length: 100 }, unavailable))
    for (let minute = 0; minute < 7 * 60; minute++, pass(60_000)) await send()
    expect(await stateOf('morning 08:00')).toBe('failed')
    expect(chat.calls).toBeLessThan(20)
    expect(await store.destinations()).toMatchObject(new Map([['terminal', { state: 'degraded' }]]))
    await decide('16:00')
    const recovered = sender({ adapters: [new RecordingChat()] })
    expect((await recovered.deliver()).sent).toEqual(['morning 16:00'])
    expect(await store.destinations()).toEqual(new Map())
  })

  it('does not send what waited for six hours while the bot was down, but tells it in the next briefing', async () => {
    const { chat, decide, pass, send, stateOf } = await aPostRoom()
    await decide('08:00')
    pass(6 * HOUR)
    await decide('14:00')
    pass(1)
    expect(await send()).toMatchObject({ failed: [{ id: 'morning 08:00' }], sent: ['morning 14:00'] })
    expect(await stateOf('morning 08:00')).toBe('failed')
    expect(chat.calls).toBe(1)
  })

  it('does not take the tries of an outage for messages that were rejected', async () => {
    const { chat, decide, run, send, stateOf, store } = await aPostRoom()
    await decide('08:00')
    chat.failWith(
      unavailable(),
      unavailable(),
      unavailable(),
      new DeliveryError('rejected', 'Invalid blocks.'),
    )
    await run(10 * 60_000)
    expect(await stateOf('morning 08:00')).toBe('failed')
    expect(await store.destinations()).toMatchObject(new Map([['terminal', { state: 'degraded' }]]))
    await decide('09:00')
    expect((await send()).sent).toEqual(['morning 09:00'])
  })

  it('takes no hours of outage for messages that were rejected, before one or between them', async () => {
    const { chat, sender, decide, pass, send } = await aPostRoom()
    await decide('08:00')
    chat.failWith(...Array.from({ length: 100 }, unavailable))
    for (let minute = 0; minute < 7 * 60; minute++, pass(60_000)) await send()
    const answering = new RecordingChat()
    const recovered = sender({ adapters: [answering] })
    answering.failWith(rejected(), rejected(), unavailable(), rejected())
    for (const slot of ['16:00', '17:00']) {
      await decide(slot)
      expect(await recovered.deliver()).toMatchObject({ failed: [{ id: `morning ${slot}` }], paused: [] })
    }
    await decide('18:00')
    expect(await recovered.deliver()).toMatchObject({ postponed: [{}], paused: [] })
    pass(60_000)
    expect(await recovered.deliver()).toMatchObject({ failed: [{ id: 'morning 18:00' }], paused: [{}] })
  })
})
