import { describe, expect, it } from 'vitest'
import { DeliveryError } from '../../src/chat/delivery-error.ts'
import { messageKey } from '../../src/delivery/message-key.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { aPostRoom, HOUR, lost, message, unavailable } from './post-room.ts'

describe('createSender', () => {
  it('sends what was decided, once', async () => {
    const { chat, decide, send } = await aPostRoom()
    await decide('08:00')
    expect((await send()).sent).toEqual(['morning 08:00'])
    expect((await send()).sent).toEqual([])
    expect(chat.posts).toHaveLength(1)
  })

  it('gives every try of a message the same key, and every message its own', async () => {
    const { chat, decide, run } = await aPostRoom({ recognisesRepeats: true })
    await decide('08:00')
    await decide('09:00')
    chat.loseAnswer(lost())
    await run(60_000)
    const keys = chat.posts.map(({ key }) => key)
    expect(chat.calls).toBe(3)
    expect(new Set(keys).size).toBe(2)
    for (const key of keys) expect(key).toMatch(/^[\w-]{22}$/)
  })

  it('hands the same message to all who get it and to whoever comes again, so that it is drawn once', async () => {
    const { chat, decide, run } = await aPostRoom()
    for (let i = 0; i < 25; i++) await decide(`${i}`, `terminal:${i}`)
    chat.failWith(unavailable())
    await run(10 * 60_000)
    expect(chat.posts).toHaveLength(25)
    expect(new Set(chat.posts.map(({ message }) => message)).size).toBe(1)
  })

  it('keeps the order of a channel, whatever fails on the way', async () => {
    const { chat, decide, run, store } = await aPostRoom()
    for (const slot of ['1', '2', '3']) await decide(slot)
    chat.failWith(unavailable(), new DeliveryError('rate-limited', 'slow down', { retryAfterMs: 5000 }))
    await run(10 * 60_000)
    expect(chat.posts.map(({ key }) => key)).toEqual(
      ['1', '2', '3'].map((slot) => messageKey(`morning ${slot}`)),
    )
    expect((await store.deliveries(0)).map(({ state, attempts }) => [state, attempts])).toEqual([
      ['sent', 3],
      ['sent', 1],
      ['sent', 1],
    ])
  })

  it('edits the posted message for a correction, and repeats the edit after a crash', async () => {
    const { chat, correct, decide, now, pass, send, store } = await aPostRoom()
    await decide('08:00')
    await send()
    await correct('08:00')
    await store.claim({ now: now(), leaseMs: 1000, limit: 10, except: [] })
    pass(24 * HOUR)
    expect((await send()).sent).toEqual(['morning 08:00 edit 1'])
    expect(chat.updates).toEqual([message])
    expect(chat.posts).toHaveLength(1)
  })

  it('never sends a row twice when two processes deliver from one store', async () => {
    const { chat, sender, decide, file, send } = await aPostRoom()
    for (let i = 0; i < 20; i++) await decide(`${i}`, `terminal:${i}`)
    const other = await openSqliteStore(file)
    const reports = await Promise.all([send(), sender({ outbox: other }).deliver()])
    await other.close()
    expect(reports.flatMap(({ sent }) => sent)).toHaveLength(20)
    expect(chat.posts).toHaveLength(20)
  })

  it('begins no further call once it is asked to stop, and settles those under way', async () => {
    const { chat, sender, decide, stateOf, store } = await aPostRoom()
    const release = chat.hold('slow')
    await decide('1', 'terminal:slow')
    for (const slot of ['2', '3']) await decide(slot, 'terminal:fast')
    let isStopping = false
    const outbox: Store = {
      ...store,
      async settle(...ended) {
        const isKept = await store.settle(...ended)
        isStopping = true
        return isKept
      },
    }
    const delivering = sender({ outbox, isStopping: () => isStopping }).deliver()
    await expect.poll(() => isStopping).toBe(true)
    release()
    expect((await delivering).sent.toSorted()).toEqual(['morning 1', 'morning 2'])
    expect(await stateOf('morning 3')).toBe('pending')
    expect(chat.posts.map(({ channel }) => channel)).toEqual(['fast', 'slow'])
  })

  it('goes on when a workspace is forgotten while its message is under way', async () => {
    const { chat, sender, decide, store } = await aPostRoom()
    const release = chat.hold('T1/C1')
    await decide('08:00', 'terminal:T1/C1')
    await decide('09:00')
    const delivering = sender().deliver()
    await expect.poll(() => chat.calls).toBe(2)
    await store.forgetWorkspace({ platform: 'terminal', workspace: 'T1' })
    release()
    expect(await delivering).toMatchObject({ sent: ['morning 09:00'], failed: [], uncertain: [] })
    expect((await store.deliveries(0)).map(({ outboxId }) => outboxId)).toEqual(['morning 09:00'])
  })

  it('says what to do when there is no platform for a destination', async () => {
    const { decide, send } = await aPostRoom()
    await decide('08:00', 'slack:C1')
    await decide('09:00')
    expect(await send()).toMatchObject({
      sent: ['morning 09:00'],
      failed: [{ destination: 'slack:C1', reason: expect.stringContaining('set its token') }],
    })
  })
})
