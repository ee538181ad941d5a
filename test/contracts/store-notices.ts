import { expect, it } from 'vitest'
import type { Outcome } from '../../src/records/delivery.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { SENT, aClaim } from '../storage/a-claim.ts'
import { aDecision } from '../storage/a-decision.ts'
import { aNotice, pausedWith } from '../storage/a-notice.ts'
import { HOUR, NOON } from '../storage/a-read.ts'
import { outboxOf } from '../storage/an-outbox.ts'
import { BOB, destinationsOf, LATER, LOST, messageOf, MINUTE, noticesOf } from '../storage/notices-of.ts'

const AWAY: Outcome = { status: 'failed', reason: 'The platform was away for hours.' }

/** Cases: how notices are collected and sent. */
export function noticeCases(store: () => Store): void {
  const { states } = outboxOf(store)
  const { tried, paused, tell, sentToAda, tellAt } = noticesOf(store)

  it('gathers what one person has to be told for one cause, for two minutes from the first on', async () => {
    await paused('a')
    await paused('b', NOON + MINUTE)
    expect(await store().dueNotices(LATER - 1)).toEqual([])
    const [notice, ...others] = await store().dueNotices(LATER)
    expect(others).toEqual([])
    expect(notice).toMatchObject({
      to: 'terminal:@team/ada',
      language: 'en',
      cause: { kind: 'paused', refusal: 'channel-gone', reason: 'gone' },
      touched: [
        { subscription: 's-a', title: 'About a', destination: 'terminal:a' },
        { subscription: 's-b', title: 'About b', destination: 'terminal:b' },
      ],
    })
    expect(await tell(LATER)).toBe(1)
    expect(await store().dueNotices(LATER + HOUR)).toEqual([])
    expect(await sentToAda(LATER)).toEqual(['a, b'])
  })

  it('keeps people, kinds and causes apart', async () => {
    const { cause } = aNotice('a')
    await tried(
      'a',
      pausedWith(
        aNotice('a'),
        aNotice('a', { to: BOB }),
        aNotice('a', { cause: { ...cause, kind: 'uncertain' } }),
      ),
    )
    await tried('b', pausedWith(aNotice('b', { cause: { ...cause, refusal: 'archived' } })))
    const due = await store().dueNotices(LATER)
    expect(due.map((notice) => [notice.to, notice.cause.kind, notice.cause.refusal])).toEqual([
      ['terminal:@team/ada', 'paused', 'channel-gone'],
      [BOB, 'paused', 'channel-gone'],
      ['terminal:@team/ada', 'uncertain', 'channel-gone'],
      ['terminal:@team/ada', 'paused', 'archived'],
    ])
    expect(new Set(due.map(({ id }) => id)).size).toBe(4)
  })

  it('gathers with the end of a try, and nothing where that does not stand', async () => {
    expect(await store().settle('none', NOON, pausedWith(aNotice('a')))).toBe(false)
    await store().decide(aDecision({ outboxId: 'waiting', destination: 'terminal:a' }))
    // Ignored: nobody has leased it.
    await store().settle('waiting', NOON, pausedWith(aNotice('a')))
    expect(await store().dueNotices(LATER)).toEqual([])
    await store().claim(aClaim())
    for (let times = 0; times < 2; times++) await store().settle('waiting', NOON, pausedWith(aNotice('a')))
    expect((await store().dueNotices(LATER)).map(destinationsOf)).toEqual([['a']])
  })

  it('takes the message of one of two who compose it, and none that was composed before a change', async () => {
    await paused('a')
    const [early] = await store().dueNotices(LATER)
    if (early === undefined) throw new Error('nothing is due')
    const { id, changes } = early
    await paused('b', LATER)
    const written = { id, changes, at: LATER, message: messageOf(early) }
    expect(await store().tellNotice(written)).toBe(false)
    const [whole] = await store().dueNotices(LATER)
    if (whole === undefined) throw new Error('nothing is due')
    const told = { id, changes: whole.changes, at: LATER, message: messageOf(whole) }
    expect(await Promise.all([store().tellNotice(told), store().tellNotice(told)])).toEqual([true, false])
    expect(await sentToAda(LATER)).toEqual(['a, b'])
  })

  it('puts what joins into the message that still waits', async () => {
    await paused('a')
    await tell(LATER)
    await paused('b', LATER)
    await tell(LATER + 2 * MINUTE)
    const postponed: Outcome = {
      status: 'postponed',
      reason: 'busy',
      retryAt: LATER + HOUR,
    }
    expect(await sentToAda(LATER + 2 * MINUTE, postponed)).toEqual(['a, b'])
    await paused('c', LATER + 3 * MINUTE)
    await tell(LATER + HOUR)
    expect(await sentToAda(LATER + HOUR)).toEqual(['a, b, c'])
    expect(await sentToAda(LATER + 2 * HOUR)).toEqual([])
  })

  it('edits the posted message for what joins within a day, and begins another after it', async () => {
    await paused('a')
    await tell(LATER)
    expect(await sentToAda(LATER)).toEqual(['a'])
    await paused('b', NOON + HOUR)
    expect(await tell(NOON + HOUR)).toBe(0)
    await paused('c', NOON + HOUR + MINUTE)
    await tell(NOON + HOUR + 2 * MINUTE)
    expect(await sentToAda(NOON + HOUR + 2 * MINUTE)).toEqual(['edit: a, b, c'])
    await paused('d', NOON + 24 * HOUR)
    await tell(NOON + 24 * HOUR + 2 * MINUTE)
    expect(await sentToAda(NOON + 24 * HOUR + 2 * MINUTE)).toEqual(['d'])
  })

  it('waits with what joins while the message is on its way', async () => {
    await paused('a')
    await tell(LATER)
    await store().claim(aClaim({ now: LATER }))
    await paused('b', LATER)
    expect(await tell(LATER + 2 * MINUTE)).toBe(0)
    const row = (await store().deliveries(0)).find(({ state }) => state === 'sending')
    await store().settle(row?.outboxId ?? '', LATER + 2 * MINUTE, SENT)
    expect(await tell(LATER + 2 * MINUTE)).toBe(1)
    expect(await sentToAda(LATER + 2 * MINUTE)).toEqual(['edit: a, b'])
  })

  it('tells anew what joined a message that may not have arrived', async () => {
    await paused('a')
    await tell(LATER)
    const [row] = await store().claim(aClaim({ now: LATER }))
    await paused('b', LATER)
    await store().settle(row?.id ?? '', LATER, LOST)
    await tell(LATER + 2 * MINUTE)
    await tell(LATER + 2 * MINUTE)
    expect(await sentToAda(LATER + 2 * MINUTE)).toEqual(['b'])
    await paused('c', LATER + HOUR)
    await tell(LATER + HOUR + 2 * MINUTE)
    expect(await sentToAda(LATER + HOUR + 2 * MINUTE)).toEqual(['edit: b, c'])
  })

  it('tells anew, for a day, what could not go out, and what could not be edited in', async () => {
    await paused('a')
    expect(await tellAt(LATER, AWAY)).toEqual(['a'])
    expect(await tellAt(LATER + HOUR - 1, AWAY)).toEqual([])
    expect(await tellAt(LATER + HOUR, SENT)).toEqual(['a'])
    await paused('b', LATER + HOUR)
    expect(await tellAt(LATER + 2 * HOUR, AWAY)).toEqual(['edit: a, b'])
    expect(await tellAt(LATER + 3 * HOUR, SENT)).toEqual(['edit: a, b'])
    await paused('c', LATER + 3 * HOUR)
    for (let hours = 4; hours < 60; hours++) await tellAt(LATER + hours * HOUR, AWAY)
    expect(await store().dueNotices(LATER + 100 * HOUR)).toEqual([])
  })

  it('writes no notice to whom nothing reaches', async () => {
    await tried('@team/ada', pausedWith())
    await paused('a')
    expect(await tell(LATER)).toBe(1)
    expect(await sentToAda(LATER + HOUR)).toEqual([])
  })

  it('forgets the notices of a workspace, those of a channel that has another id, and old ones', async () => {
    await tried('T1/a', pausedWith(aNotice('T1/a'), aNotice('T1/a', { to: 'terminal:@T1/bob' })))
    await tried('T2/b', pausedWith(aNotice('T2/b')))
    await store().moveChannel({ platform: 'terminal', workspace: 'T2', channel: 'b' }, 'c')
    await store().forgetWorkspace({ platform: 'terminal', workspace: 'T1' })
    await tell(LATER)
    expect(await store().dueNotices(LATER + HOUR)).toEqual([])
    expect(await sentToAda(LATER)).toEqual([])
    expect(Object.values(await states())).toEqual(['failed'])

    await paused('d')
    await tell(LATER)
    await sentToAda(LATER)
    while ((await store().pruneDecided(LATER + HOUR)) > 0);
    await store().resumeDestination('terminal:d')
    await paused('e', LATER)
    await tell(LATER + 2 * MINUTE)
    expect(await sentToAda(LATER + 2 * MINUTE)).toEqual(['e'])
  })

  it('keeps what a platform rejected, newest first, until it is old', async () => {
    const rejected = { status: 'failed', reason: 'Invalid blocks.', refusal: 'rejected' } as const
    const first = await tried('a', rejected)
    const second = await tried('b', { ...rejected, status: 'uncertain' }, NOON + 1)
    await paused('c', NOON + 2)
    expect(await store().rejections(NOON)).toEqual([
      { outboxId: second, destination: 'terminal:b', at: NOON + 1, reason: 'Invalid blocks.' },
      { outboxId: first, destination: 'terminal:a', at: NOON, reason: 'Invalid blocks.' },
    ])
    expect(await store().rejections(NOON + 1)).toHaveLength(1)
    while ((await store().pruneDecided(NOON + 1)) > 0);
    expect(await store().rejections(0)).toHaveLength(1)
    await store().forgetWorkspace({ platform: 'terminal', workspace: 'T1' })
    expect(await store().rejections(0)).toHaveLength(1)
  })
}
