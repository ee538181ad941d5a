import { expect, it } from 'vitest'
import type { Store } from '../../src/records/ports/store.ts'
import { FAILED, SENT, aClaim } from '../storage/a-claim.ts'
import { aCorrection } from '../storage/a-correction.ts'
import { HELLO, aDecision } from '../storage/a-decision.ts'
import { aNotice, pausedWith } from '../storage/a-notice.ts'
import { HOUR, NOON } from '../storage/a-read.ts'
import { outboxOf } from '../storage/an-outbox.ts'

export function destinationCases(store: () => Store): void {
  const { claimed, states } = outboxOf(store)

  it('keeps how a destination fares until a message arrives there', async () => {
    await store().decide(aDecision({ outboxId: 'o' }))
    expect(await store().destinations()).toEqual(new Map())
    await store().claim(aClaim())
    await store().settle('o', NOON, {
      status: 'postponed',
      reason: '503',
      retryAt: NOON,
      health: { state: 'degraded', failures: 3, rejections: 1, reason: '503' },
    })
    expect(await store().destinations()).toEqual(
      new Map([
        ['terminal:here', { state: 'degraded', failures: 3, rejections: 1, since: NOON, reason: '503' }],
      ]),
    )
    expect(await store().claim(aClaim())).toMatchObject([{ failures: 3, rejections: 1 }])
    await store().settle('o', NOON, SENT)
    expect(await store().destinations()).toEqual(new Map())
  })

  it('pauses a destination with all that waits for it, tells its owner once, and goes on when told to', async () => {
    for (const id of ['1', '2']) await store().decide(aDecision({ outboxId: id, slot: id }))
    await store().claim(aClaim())
    await store().settle('1', NOON, pausedWith(aNotice('here'), aNotice('here')))
    expect(await states()).toEqual({ 1: 'failed', 2: 'failed' })
    expect(await store().dueNotices(NOON + HOUR)).toMatchObject([
      { touched: [{ destination: 'terminal:here' }] },
    ])
    // Composed for a subscription that was paused meanwhile: on resuming it would be old news.
    const late = aDecision({ outboxId: '3', slot: '3' })
    expect(await store().decide(late)).toBe(false)
    expect(await claimed()).toEqual([])
    expect(await store().resumeDestination('terminal:here')).toBe(true)
    expect(await store().resumeDestination('terminal:here')).toBe(false)
    expect(await claimed()).toEqual([])
    expect(await store().decide(late)).toBe(true)
    expect(await claimed()).toEqual(['3'])
  })

  it('pauses a destination that is lost before a message found out, with all that waits for it', async () => {
    await store().decide(aDecision({ outboxId: 'waiting' }))
    await store().loseDestination('terminal:here', NOON, { reason: 'gone', notices: [] })
    expect(await store().destinations()).toEqual(
      new Map([
        ['terminal:here', { state: 'paused', failures: 0, rejections: 0, since: NOON, reason: 'gone' }],
      ]),
    )
    expect(await states()).toEqual({ waiting: 'failed' })
    expect(await claimed()).toEqual([])
    expect(await store().decide(aDecision({ outboxId: 'later', slot: 'later' }))).toBe(false)
    await store().loseDestination('terminal:here', NOON + HOUR, { reason: 'gone again', notices: [] })
    expect((await store().destinations()).get('terminal:here')).toMatchObject({ since: NOON, reason: 'gone' })
    expect(await store().resumeDestination('terminal:here')).toBe(true)
  })

  it('ends what was under way to a destination that was lost meanwhile, so that it does not wait for ever', async () => {
    await store().decide(aDecision({ outboxId: 'under way' }))
    await store().claim(aClaim())
    await store().loseDestination('terminal:here', NOON, { reason: 'gone', notices: [] })
    expect(await states()).toEqual({ 'under way': 'sending' })
    const health = { state: 'active', failures: 1, rejections: 0, reason: '503' } as const
    await store().settle('under way', NOON, { status: 'postponed', reason: '503', retryAt: NOON + 1, health })
    expect(await store().deliveries(0)).toMatchObject([{ state: 'failed', reason: 'gone' }])
    expect(await store().waiting(NOON + HOUR)).toMatchObject({ rows: 0, dead: 1 })
    expect((await store().destinations()).get('terminal:here')).toMatchObject({ state: 'paused' })
  })

  it('sends no notice and no edit that was written for a paused destination, however late that is resumed', async () => {
    for (const [outboxId, destination] of [
      ['posted', 'terminal:here'],
      ['other', 'terminal:there'],
    ] as const)
      await store().decide(aDecision({ outboxId, slot: outboxId, destination }))
    await store().claim(aClaim())
    await store().settle('posted', NOON, {
      ...SENT,
      health: { state: 'paused', failures: 1, rejections: 0, reason: 'gone' },
    })
    await store().settle('other', NOON, pausedWith(aNotice('there', { to: 'terminal:here' })))
    const [notice] = await store().dueNotices(NOON + HOUR)
    if (notice === undefined) throw new Error('nothing is due')
    await store().tellNotice({ id: notice.id, changes: notice.changes, at: NOON + HOUR, message: HELLO })
    await store().correct(aCorrection())
    expect(await states()).toMatchObject({ [notice.id]: 'failed', 'posted edit 1': 'failed' })
    await store().resumeDestination('terminal:here')
    expect(await claimed({ now: NOON + HOUR })).toEqual([])
    expect(await store().pruneDecided(NOON + 2 * HOUR)).toBe(4)
  })

  it('sends nothing on a resume that was left waiting, as when a channel got the name of a paused one', async () => {
    await store().decide(aDecision({ outboxId: 'refused', slot: '1', destination: 'slack:T1/new' }))
    await store().claim(aClaim())
    await store().settle('refused', NOON, {
      ...FAILED,
      health: { state: 'paused', failures: 1, rejections: 0, reason: 'gone' },
    })
    await store().decide(aDecision({ outboxId: 'waiting', slot: '2', destination: 'slack:T1/old' }))
    await store().moveChannel({ platform: 'slack', workspace: 'T1', channel: 'old' }, 'new')
    expect(await claimed()).toEqual([])
    await store().resumeDestination('slack:T1/new')
    expect(await claimed({ now: NOON + HOUR })).toEqual([])
    expect(await states()).toMatchObject({ waiting: 'failed' })
  })
}
