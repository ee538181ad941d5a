import { expect, it } from 'vitest'
import type { Store } from '../../src/records/ports/store.ts'
import { aClaim } from '../storage/a-claim.ts'
import { aDecision } from '../storage/a-decision.ts'
import { aNotice, pausedWith } from '../storage/a-notice.ts'
import { HOUR, NOON } from '../storage/a-read.ts'
import { destinationsOf, LATER, LOST, MINUTE, noticesOf } from '../storage/notices-of.ts'
import { outboxOf } from '../storage/an-outbox.ts'

/** Cases: notices about channels that are lost, in doubt or resumed. */
export function pausedNoticeCases(store: () => Store): void {
  const { claimed, states } = outboxOf(store)
  const { tried, paused, tell, sentToAda } = noticesOf(store)

  it('takes a resumed channel out of what is not told yet', async () => {
    for (const channel of ['a', 'b']) await paused(channel)
    await store().resumeDestination('terminal:a')
    expect((await store().dueNotices(LATER)).map(destinationsOf)).toEqual([['b']])
    await store().resumeDestination('terminal:b')
    await tell(LATER)
    expect(await sentToAda(LATER)).toEqual([])
    expect(await store().dueNotices(LATER + HOUR)).toEqual([])
  })

  it('takes a resumed channel out of a message that waits, at once', async () => {
    for (const channel of ['a', 'b']) await paused(channel)
    await tell(LATER)
    await store().resumeDestination('terminal:a')
    expect(await claimed({ now: LATER })).toEqual([])
    await tell(LATER)
    expect(await sentToAda(LATER)).toEqual(['b'])
  })

  it('takes a resumed channel out of an edit that waits, and lets the posted message be', async () => {
    await paused('a')
    await tell(LATER)
    await sentToAda(LATER)
    await paused('b', LATER)
    await tell(LATER + 2 * MINUTE)
    await store().resumeDestination('terminal:b')
    await tell(LATER + 2 * MINUTE)
    expect(await sentToAda(LATER + HOUR)).toEqual([])
  })

  it('tells of a channel once while it is paused, and again where it was resumed in vain', async () => {
    await paused('a')
    await tell(LATER)
    await sentToAda(LATER)
    const again = aNotice('a', { cause: { kind: 'paused', refusal: 'archived', reason: 'archived' } })
    await tried('other', pausedWith(again), LATER)
    await tell(LATER + 2 * MINUTE)
    expect(await sentToAda(LATER + 2 * MINUTE)).toEqual([])
    await store().resumeDestination('terminal:a')
    await paused('a', LATER + HOUR)
    await tell(LATER + HOUR + 2 * MINUTE)
    expect(await sentToAda(LATER + HOUR + 2 * MINUTE)).toEqual(['a'])
  })

  it('says once in a day that messages to a channel may not have arrived', async () => {
    const doubt = aNotice('a', { cause: { kind: 'uncertain', refusal: null, reason: '' } })
    await tried('a', { ...LOST, notices: [doubt] })
    await tell(LATER)
    expect(await sentToAda(LATER)).toEqual(['a'])
    await tried('a', { ...LOST, notices: [doubt] }, NOON + HOUR)
    expect(await store().dueNotices(NOON + 2 * HOUR)).toEqual([])
    await tried('a', { ...LOST, notices: [doubt] }, NOON + 24 * HOUR)
    await tell(NOON + 25 * HOUR)
    expect(await sentToAda(NOON + 25 * HOUR)).toEqual(['a'])
  })

  it('pauses a destination that its platform says is lost, with what waits for it, and tells of it once', async () => {
    await store().decide(aDecision({ outboxId: 'o', destination: 'terminal:a' }))
    const lost = { reason: 'deleted', notices: [aNotice('a')] }
    expect(await store().loseDestination('terminal:a', NOON, lost)).toBe(true)
    expect(await store().loseDestination('terminal:a', NOON + 1, lost)).toBe(false)
    expect(await states()).toEqual({ o: 'failed' })
    expect((await store().destinations()).get('terminal:a')).toMatchObject({
      state: 'paused',
      since: NOON,
      reason: 'deleted',
    })
    await tell(LATER)
    expect(await sentToAda(LATER)).toEqual(['a'])
    expect(await store().resumeDestination('terminal:a')).toBe(true)
    expect(await store().loseDestination('terminal:a', NOON + HOUR, lost)).toBe(true)
  })

  it('tells of a lost destination once, also where a message to it was on its way', async () => {
    await store().decide(aDecision({ outboxId: 'o', destination: 'terminal:a' }))
    await store().claim(aClaim())
    await store().loseDestination('terminal:a', NOON, { reason: 'deleted', notices: [aNotice('a')] })
    await tell(LATER)
    expect(await sentToAda(LATER)).toEqual(['a'])
    await store().settle('o', LATER, pausedWith(aNotice('a')))
    expect(await store().dueNotices(LATER + HOUR)).toEqual([])
  })
}
