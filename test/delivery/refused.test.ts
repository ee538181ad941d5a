import { describe, expect, it } from 'vitest'
import { DeliveryError } from '../../src/chat/delivery-error.ts'
import { aPostRoom, HOUR } from './post-room.ts'

describe('a platform that refuses', () => {
  it.each([
    ['channel-gone', null, 'The channel is gone'],
    ['channel-gone', 'archived', 'The channel is archived'],
    ['not-allowed', null, 'not allowed to post there'],
    ['not-allowed', 'invite', 'Invite me there'],
  ] as const)(
    'pauses a destination after %s (%s): no further call, one message to its owner that says the remedy',
    async (code, remedy, reason) => {
      const { chat, decide, notices, pass, send, stateOf, store, tell } = await aPostRoom()
      await decide('08:00')
      await decide('09:00')
      chat.failWith(new DeliveryError(code, 'is_archived', remedy === null ? {} : { remedy }))
      const report = await send()
      expect(report).toMatchObject({
        failed: [{ id: 'morning 08:00' }],
        paused: [{ destination: 'terminal' }],
      })
      expect(notices()).toEqual([])
      await tell()
      const [told, ...more] = notices()
      expect(more).toEqual([])
      expect(told).toMatch(/^direct-team\/ada: /u)
      expect(told).toContain(reason)
      expect(told).toContain('/news resume')
      const { calls } = chat
      expect(await decide('10:00')).toBe(false)
      pass(24 * HOUR)
      await send()
      expect(chat.calls).toBe(calls)
      expect(await stateOf('morning 09:00')).toBe('failed')

      await store.resumeDestination('terminal')
      expect(await decide('10:00')).toBe(true)
      expect((await send()).sent).toEqual(['morning 10:00'])
    },
  )

  it('gives up a message that the platform rejects, and pauses the destination at the third in a row', async () => {
    const { chat, decide, send } = await aPostRoom()
    chat.failWith(...Array.from({ length: 3 }, () => new DeliveryError('rejected', 'Invalid blocks.')))
    for (const slot of ['08:00', '09:00']) await decide(slot)
    expect(await send()).toMatchObject({ failed: [{}, {}], paused: [] })
    await decide('10:00')
    expect(await send()).toMatchObject({ failed: [{ id: 'morning 10:00' }], paused: [{}] })
    await decide('11:00')
    expect((await send()).sent).toEqual([])
  })

  it('tells whoever runs the bot of each rejected message, and an owner only when a channel is paused for it', async () => {
    const { chat, decide, notices, now, send, store, tell } = await aPostRoom()
    chat.failWith(...Array.from({ length: 3 }, () => new DeliveryError('rejected', 'Invalid blocks.')))
    for (const slot of ['08:00', '09:00']) await decide(slot)
    const reason = 'Invalid blocks.'
    expect((await send()).rejected).toEqual([
      { id: 'morning 08:00', destination: 'terminal', reason },
      { id: 'morning 09:00', destination: 'terminal', reason },
    ])
    expect(await store.rejections(now())).toMatchObject([{ reason }, { reason }])
    await tell()
    expect(notices()).toEqual([])
    await decide('10:00')
    expect((await send()).rejected).toHaveLength(1)
    await tell()
    expect(notices()).toEqual([expect.stringContaining('my fault')])
    expect(await store.rejections(0)).toHaveLength(3)
  })

  it('does not tell an owner about the notice that could not reach him', async () => {
    const { chat, decide, send, tell } = await aPostRoom()
    await decide('08:00')
    const refused = new DeliveryError('channel-gone', 'gone')
    chat.failWith(refused, refused)
    await send()
    await tell()
    expect(chat.calls).toBe(2)
    await tell()
    expect(chat.calls).toBe(2)
  })
})
