import { expect, it } from 'vitest'
import type { Receipt } from '../../src/chat/chat-adapter.ts'
import type { Store, Told } from '../../src/storage/store.ts'
import { StoreError } from '../../src/storage/store-error.ts'
import { HELLO, aDecision } from '../storage/a-decision.ts'
import { HOUR, NOON, aRead, anArticle } from '../storage/a-read.ts'

const RECEIPT: Receipt = { platform: 'terminal', channel: 'here', messageIds: ['1'] }

function tellingOf(storyId: string): Told {
  return { storyId, at: NOON, articles: [`${storyId}@1`] }
}

export function deliveryCases(store: () => Store): void {
  it('decides a slot once, however many try at the same time', async () => {
    const tries = await Promise.all(Array.from({ length: 20 }, () => store().decide(aDecision())))
    expect(tries.filter(Boolean)).toHaveLength(1)
    expect(await store().unsent(NOON)).toHaveLength(1)
  })

  it('writes nothing for a slot that was decided', async () => {
    await store().decide(aDecision({ outboxId: 'first' }))
    const told = [{ storyId: 's', at: NOON, articles: ['a@1'] }]
    expect(await store().decide(aDecision({ outboxId: 'second', at: NOON + 1, told }))).toBe(false)
    expect((await store().unsent(NOON + 1)).map((row) => row.id)).toEqual(['first'])
    expect(await store().told('terminal:here')).toEqual(new Map())
    expect(await store().lastDecidedAt('morning')).toBe(NOON)
  })

  it('writes neither slot nor telling when the outbox refuses', async () => {
    await store().decide(aDecision({ outboxId: 'same', slot: '2026-03-10 08:00' }))
    const told = [{ storyId: 's', at: NOON, articles: [] }]
    await expect(
      store().decide(aDecision({ outboxId: 'same', slot: '2026-03-11 08:00', told })),
    ).rejects.toThrow(StoreError)
    expect(await store().servedSlots('morning', '2026-03-11')).toEqual(new Set())
    expect(await store().told('terminal:here')).toEqual(new Map())
  })

  it('knows the slots served since a local date, by subscription', async () => {
    for (const slot of ['2026-03-08 08:00', '2026-03-09 08:00', '2026-03-10 08:00'])
      await store().decide(aDecision({ slot, at: Date.parse(`${slot.replace(' ', 'T')}Z`) }))
    await store().decide(aDecision({ subscription: 'evening', slot: '2026-03-10 20:00' }))
    expect(await store().servedSlots('morning', '2026-03-09')).toEqual(
      new Set(['2026-03-09 08:00', '2026-03-10 08:00']),
    )
    expect(await store().lastDecidedAt('morning')).toBe(Date.UTC(2026, 2, 10, 8))
    expect(await store().lastDecidedAt('none')).toBeNull()
  })

  it('carries a message from pending over sending to sent', async () => {
    await store().decide(aDecision({ outboxId: 'o' }))
    expect(await store().unsent(NOON)).toEqual([
      {
        id: 'o',
        subscription: 'morning',
        destination: 'terminal:here',
        slot: '2026-03-10 08:00',
        message: HELLO,
        state: 'pending',
        attempts: 0,
      },
    ])
    await store().markSending('o', NOON)
    expect(await store().unsent(NOON)).toEqual([])
    await store().markSent('o', NOON + 1, RECEIPT)
    expect(await store().unsent(NOON + HOUR)).toEqual([])
    expect(await store().counts()).toMatchObject({ sent: 1 })
  })

  it('tries again when it is time, and holds back what comes after in that channel', async () => {
    await store().decide(aDecision({ outboxId: 'first', slot: '1' }))
    await store().decide(aDecision({ outboxId: 'second', slot: '2' }))
    await store().decide(aDecision({ outboxId: 'elsewhere', slot: '3', destination: 'terminal:there' }))
    await store().markSending('first', NOON)
    await store().markFailed('first', { at: NOON, reason: 'busy', retryAt: NOON + HOUR })
    expect((await store().unsent(NOON)).map((row) => row.id)).toEqual(['elsewhere'])
    const due = await store().unsent(NOON + HOUR)
    expect(due.map((row) => [row.id, row.attempts])).toEqual([
      ['first', 1],
      ['second', 0],
      ['elsewhere', 0],
    ])
  })

  it('gives up for good on a failure without a time, and goes on behind it', async () => {
    await store().decide(aDecision({ outboxId: 'first', slot: '1' }))
    await store().decide(aDecision({ outboxId: 'second', slot: '2' }))
    await store().markFailed('first', { at: NOON, reason: 'channel is gone', retryAt: null })
    expect((await store().unsent(NOON + HOUR)).map((row) => row.id)).toEqual(['second'])
  })

  it('never offers again what may have arrived', async () => {
    await store().decide(aDecision({ outboxId: 'o' }))
    await store().markSending('o', NOON)
    await store().markUncertain('o', NOON, 'connection lost after sending')
    expect(await store().unsent(NOON + HOUR)).toEqual([])
    expect(await store().counts()).toMatchObject({ sent: 0 })
  })

  it('refuses to send what was sent, and to mark what is not there', async () => {
    await store().decide(aDecision({ outboxId: 'o' }))
    await store().markSending('o', NOON)
    await store().markSent('o', NOON, RECEIPT)
    await expect(store().markSending('o', NOON)).rejects.toThrow('not waiting to be sent')
    await expect(store().markSent('none', NOON, RECEIPT)).rejects.toThrow('no message none')
    await expect(store().markUncertain('none', NOON, 'lost')).rejects.toThrow('no message none')
    await expect(store().markFailed('none', { at: NOON, reason: 'no', retryAt: null })).rejects.toThrow(
      StoreError,
    )
    expect(await store().counts()).toMatchObject({ sent: 1 })
  })

  it('remembers the newest telling of each story, by destination', async () => {
    const tell = (slot: string, at: number, articles: readonly string[], destination = 'terminal:here') =>
      store().decide(aDecision({ slot, destination, told: [{ storyId: 's', at, articles }] }))
    await tell('1', NOON, ['a@1'])
    await tell('2', NOON + 1, ['a@1', 'b@1'])
    await tell('3', NOON + 2, ['a@1'], 'terminal:there')
    expect(await store().told('terminal:here')).toEqual(
      new Map([['s', { storyId: 's', at: NOON + 1, articles: ['a@1', 'b@1'] }]]),
    )
    expect(await store().told('terminal:nowhere')).toEqual(new Map())
  })

  it('joins what was told of stories that turned out to be one', async () => {
    await store().keepRead(aRead([anArticle({ id: 'a' })], {}, { storyId: 'A' }))
    await store().keepRead(aRead([anArticle({ id: 'b' })], {}, { storyId: 'B' }))
    await store().decide(
      aDecision({
        told: [
          { storyId: 'A', at: NOON, articles: ['a@1'] },
          { storyId: 'B', at: NOON + 1, articles: ['b@1'] },
        ],
      }),
    )
    await store().keepRead(aRead([anArticle({ id: 'c' })], {}, { storyId: 'A', mergedStoryIds: ['B'] }))
    const told = await store().told('terminal:here')
    expect([...told.keys()]).toEqual(['A'])
    expect(told.get('A')?.at).toBe(NOON + 1)
    expect(told.get('A')?.articles.toSorted()).toEqual(['a@1', 'b@1'])
  })

  it('finds what was told of some stories, by any id that they ever had', async () => {
    await store().keepRead(aRead([anArticle()], {}, { storyId: 'A', mergedStoryIds: ['B'] }))
    await store().decide(aDecision({ told: ['A', 'B', 'other'].map(tellingOf) }))
    for (const ids of [['A'], ['B'], ['B', 'A']]) {
      const told = await store().told('terminal:here', ids)
      expect([...told.values()]).toEqual([{ storyId: 'A', at: NOON, articles: ['A@1', 'B@1'] }])
    }
    expect(await store().told('terminal:here', ['none'])).toEqual(new Map())
    expect(await store().told('terminal:here', [])).toEqual(new Map())
  })

  it('finds the messages that told of a story, with their receipts', async () => {
    await store().keepRead(aRead([anArticle()], {}, { storyId: 'A', mergedStoryIds: ['B'] }))
    await store().decide(aDecision({ outboxId: 'sent', slot: '1', told: [tellingOf('B')] }))
    await store().decide(
      aDecision({ outboxId: 'lost', slot: '2', told: [tellingOf('A')], destination: 'terminal:there' }),
    )
    await store().decide(aDecision({ outboxId: 'else', slot: '3', told: [tellingOf('C')] }))
    await store().markSent('sent', NOON, RECEIPT)
    await store().markFailed('lost', { at: NOON, reason: 'channel is gone', retryAt: null })
    const tellings = await store().tellings('A')
    expect(tellings).toMatchObject([
      { outboxId: 'sent', destination: 'terminal:here', state: 'sent', receipt: RECEIPT, message: HELLO },
      { outboxId: 'lost', state: 'failed', receipt: null, reason: 'channel is gone', slot: '2', at: NOON },
    ])
    expect(await store().tellings('B')).toEqual(tellings)
    expect(await store().tellings('none')).toEqual([])
  })

  it('gives no more rows than asked for, and the rest once those are gone', async () => {
    for (const slot of ['1', '2', '3']) await store().decide(aDecision({ outboxId: `o${slot}`, slot }))
    expect((await store().unsent(NOON, 2)).map((row) => row.id)).toEqual(['o1', 'o2'])
    await store().markSent('o1', NOON, RECEIPT)
    await store().markSent('o2', NOON, RECEIPT)
    expect((await store().unsent(NOON, 2)).map((row) => row.id)).toEqual(['o3'])
  })
}
