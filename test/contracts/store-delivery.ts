import { expect, it } from 'vitest'
import type { Decision } from '../../src/records/decision.ts'
import type { Outcome } from '../../src/records/delivery.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { FAILED, RECEIPT, SENT, aClaim } from '../storage/a-claim.ts'
import { HELLO, aDecision } from '../storage/a-decision.ts'
import { HOUR, NOON } from '../storage/a-read.ts'
import { outboxOf } from '../storage/an-outbox.ts'
import { aTold } from '../storage/a-told.ts'

const sentAs = (id: string): Outcome => ({
  status: 'sent',
  receipt: { ...RECEIPT, messageIds: [id] },
  health: null,
})

/** Cases: what happens to a decided message. */
export function deliveryCases(store: () => Store): void {
  const { claimed, states } = outboxOf(store)

  it('sends what is told apart under the first of it that arrived in the same place', async () => {
    const under = async (outboxId: string, own: Partial<Decision> = { inThread: true }) => {
      await store().decide(aDecision({ outboxId, slot: outboxId, ...own }))
      const [row] = await store().claim(aClaim())
      return row?.threadRoot ?? null
    }
    expect(await under('lost')).toBeNull()
    await store().settle('lost', NOON, FAILED)
    expect(await under('first')).toBeNull()
    await store().settle('first', NOON, sentAs('m1'))
    expect(await under('second')).toMatchObject({ messageIds: ['m1'] })
    await store().settle('second', NOON, sentAs('m2'))
    expect(await under('third')).toMatchObject({ messageIds: ['m1'] })
    await store().settle('third', NOON, sentAs('m3'))
    expect(await under('plain', {})).toBeNull()
    await store().settle('plain', NOON, SENT)
    expect(await under('elsewhere', { inThread: true, destination: 'terminal:there' })).toBeNull()
    await store().settle('elsewhere', NOON, SENT)
    expect(await under('other', { inThread: true, subscription: 'evening' })).toBeNull()
  })

  it('counts what failed for good as decided but not as told', async () => {
    await store().decide(aDecision({ outboxId: 'a', slot: '1', at: NOON, told: [aTold('s')] }))
    await store().decide(aDecision({ outboxId: 'b', slot: '2', at: NOON + 1, told: [aTold('t')] }))
    await store().claim(aClaim({ now: NOON + 1 }))
    await store().settle('a', NOON + 2, SENT)
    await store().claim(aClaim({ now: NOON + 2 }))
    await store().settle('b', NOON + 3, FAILED)
    expect((await store().ledgers(['morning'], 0)).get('morning')).toMatchObject({
      lastAt: NOON + 1,
      toldUntil: NOON,
    })
    expect([...(await store().told('terminal:here')).keys()]).toEqual(['s'])
    expect([
      ...((await store().toldStates(['terminal:here'], 0)).get('terminal:here')?.keys() ?? []),
    ]).toEqual(['s'])
  })

  it('carries a message from pending over sending to sent', async () => {
    await store().decide(aDecision({ outboxId: 'o' }))
    expect(await store().claim(aClaim())).toEqual([
      {
        id: 'o',
        subscription: 'morning',
        destination: 'terminal:here',
        slot: '2026-03-10 08:00',
        message: HELLO,
        contentHash: expect.any(String),
        edits: null,
        threadRoot: null,
        attempts: 1,
        createdAt: NOON,
        parts: [],
        failures: 0,
        rejections: 0,
      },
    ])
    expect(await states()).toEqual({ o: 'sending' })
    expect(await claimed()).toEqual([])
    await store().settle('o', NOON + 1, SENT)
    expect(await claimed({ now: NOON + HOUR })).toEqual([])
    expect(await store().counts()).toMatchObject({ sent: 1 })
  })

  it('offers the oldest of each destination, and the next once that is gone', async () => {
    for (const [id, destination] of [
      ['a1', 'terminal:a'],
      ['a2', 'terminal:a'],
      ['b1', 'terminal:b'],
    ] as const)
      await store().decide(aDecision({ outboxId: id, slot: id, destination }))
    expect(await claimed({ limit: 1 })).toEqual(['a1'])
    for (const except of ['terminal:b', 'terminal']) expect(await claimed({ except: [except] })).toEqual([])
    expect(await claimed()).toEqual(['b1'])
    await store().settle('a1', NOON, SENT)
    expect(await claimed()).toEqual(['a2'])
  })

  it('tries again when it is time, and holds back what comes after in that channel', async () => {
    await store().decide(aDecision({ outboxId: 'first', slot: '1' }))
    await store().decide(aDecision({ outboxId: 'second', slot: '2' }))
    await store().claim(aClaim())
    await store().settle('first', NOON, {
      status: 'postponed',
      reason: 'busy',
      retryAt: NOON + HOUR,
    })
    expect(await claimed({ now: NOON + HOUR - 1 })).toEqual([])
    expect(await store().claim(aClaim({ now: NOON + HOUR }))).toMatchObject([
      { id: 'first', attempts: 2, parts: [] },
    ])
  })

  it('offers again as it was what a process had only leased, once the lease is over', async () => {
    await store().decide(aDecision({ outboxId: 'o' }))
    await store().claim(aClaim())
    expect(await claimed({ now: NOON + 59_999 })).toEqual([])
    expect(await store().claim(aClaim({ now: NOON + 60_000 }))).toMatchObject([{ id: 'o', parts: [] }])
  })

  it('offers what is known of the parts with every later try', async () => {
    await store().decide(aDecision({ outboxId: 'o' }))
    await store().claim(aClaim())
    const parts = [
      { number: 0, state: 'arrived', id: 'C1/1.1', tells: ['s'] },
      { number: 1, state: 'doubtful', since: NOON, tells: [] },
    ] as const
    expect(await store().keepParts('o', parts)).toBe(true)
    await store().settle('o', NOON, { status: 'postponed', reason: 'lost', retryAt: NOON + 1 })
    expect(await store().claim(aClaim({ now: NOON + 1 }))).toMatchObject([{ id: 'o', parts }])
  })

  it('keeps no parts of a row that nobody leased, or that was settled meanwhile', async () => {
    await store().decide(aDecision({ outboxId: 'o' }))
    expect(await store().keepParts('o', [])).toBe(false)
    await store().claim(aClaim())
    await store().settle('o', NOON, SENT)
    expect(await store().keepParts('o', [])).toBe(false)
    expect(await store().keepParts('none', [])).toBe(false)
  })

  it('gives the messages of rows by their ids', async () => {
    await store().decide(aDecision({ outboxId: 'o' }))
    expect(await store().messages(['o', 'none'])).toEqual(new Map([['o', HELLO]]))
  })

  it('takes for untold what may not have arrived, but for the parts that surely did', async () => {
    const told = [aTold('whole'), aTold('half'), aTold('doubtful'), aTold('never')]
    await store().decide(aDecision({ outboxId: 'o', told }))
    await store().claim(aClaim())
    await store().keepParts('o', [
      { number: 0, state: 'arrived', id: '1', tells: ['whole', 'half'] },
      { number: 1, state: 'doubtful', since: NOON, tells: ['half', 'doubtful'] },
    ])
    await store().settle('o', NOON, { status: 'uncertain', reason: 'lost' })
    expect([...(await store().told('terminal:here')).keys()]).toEqual(['whole'])
    expect(await store().undeliveredVersions(['terminal:here', 'terminal:there'], 0)).toEqual(
      new Map([['terminal:here', new Set(['half@1', 'doubtful@1', 'never@1'])]]),
    )
    expect(await store().undeliveredVersions(['terminal:here'], NOON + 1)).toEqual(new Map())
    expect((await store().ledgers(['morning'], 0)).get('morning')).toMatchObject({ toldUntil: null })
  })

  it('takes a message of which some parts arrived, and no more could, for told so far', async () => {
    await store().decide(aDecision({ outboxId: 'o', told: [aTold('s'), aTold('t')] }))
    await store().claim(aClaim())
    await store().keepParts('o', [{ number: 0, state: 'arrived', id: '1', tells: ['s'] }])
    await store().settle('o', NOON, FAILED)
    expect([...(await store().told('terminal:here')).keys()]).toEqual(['s'])
  })

  it('offers nothing of an account whose token was refused, until it is accepted again', async () => {
    for (const [id, destination] of [
      ['a', 'slack:T1/C1'],
      ['b', 'slack:@T1/U1'],
      ['c', 'slack:T12/C1'],
      ['d', 'discord:G/C'],
    ] as const)
      await store().decide(aDecision({ outboxId: id, slot: id, destination }))
    await store().claim(aClaim({ limit: 1 }))
    const refused = { account: 'slack:T1', reason: 'token_revoked' }
    await store().settle('a', NOON, { status: 'postponed', reason: 'x', retryAt: NOON, refused })
    expect([...(await store().refusedAccounts())]).toEqual([
      ['slack:T1', { since: NOON, reason: 'token_revoked' }],
    ])
    expect(await claimed()).toEqual(['c', 'd'])
    expect(await store().acceptAccount('slack:T1', NOON, [])).toBe(true)
    expect(await store().acceptAccount('slack:T1', NOON, [])).toBe(false)
    expect(await claimed()).toEqual(['a', 'b'])
  })

  it('forgets with a workspace that its token was refused', async () => {
    await store().decide(aDecision({ outboxId: 'a', slot: 'a', destination: 'slack:T1/C1' }))
    await store().claim(aClaim())
    const refused = { account: 'slack:T1', reason: 'token_revoked' }
    await store().settle('a', NOON, { status: 'postponed', reason: 'x', retryAt: NOON, refused })
    await store().forgetWorkspace({ platform: 'slack', workspace: 'T1' })
    expect([...(await store().refusedAccounts())]).toEqual([])
  })

  it('offers nothing of a platform whose only token was refused', async () => {
    for (const destination of ['discord:G/C', 'discord:@U/U', 'discordant:C'])
      await store().decide(aDecision({ outboxId: destination, slot: destination, destination }))
    await store().claim(aClaim({ limit: 1 }))
    const refused = { account: 'discord', reason: '401' }
    await store().settle('discord:G/C', NOON, { status: 'postponed', reason: 'x', retryAt: NOON, refused })
    expect(await claimed()).toEqual(['discordant:C'])
  })

  it('gives up for good on a failure, and goes on behind it', async () => {
    await store().decide(aDecision({ outboxId: 'first', slot: '1' }))
    await store().decide(aDecision({ outboxId: 'second', slot: '2' }))
    await store().claim(aClaim())
    await store().settle('first', NOON, FAILED)
    expect(await claimed()).toEqual(['second'])
  })

  it('never offers again what may have arrived', async () => {
    await store().decide(aDecision({ outboxId: 'o' }))
    await store().claim(aClaim())
    await store().settle('o', NOON, { status: 'uncertain', reason: 'connection lost after sending' })
    expect(await claimed({ now: NOON + HOUR })).toEqual([])
    expect(await states()).toEqual({ o: 'uncertain' })
    expect(await store().counts()).toMatchObject({ sent: 0 })
  })

  it('leaves a row to the one who leased it last, except that what arrived has arrived', async () => {
    await store().decide(aDecision({ outboxId: 'o' }))
    // Ignored: nobody has leased it.
    await store().settle('o', NOON, FAILED)
    expect(await states()).toEqual({ o: 'pending' })
    await store().settle('o', NOON, SENT)
    expect(await states()).toEqual({ o: 'sent' })
    expect(await store().settle('none', NOON, SENT)).toBe(false)
  })

  it('says how much waits, since when, and how much nobody tries again', async () => {
    expect(await store().waiting(NOON)).toEqual({ rows: 0, due: 0, oldestDueAt: null, dead: 0 })
    for (const slot of ['1', '2', '3'])
      await store().decide(aDecision({ outboxId: slot, slot, destination: `terminal:${slot}` }))
    await store().claim(aClaim({ limit: 1 }))
    await store().settle('1', NOON, { status: 'postponed', reason: 'x', retryAt: NOON + HOUR })
    await store().claim(aClaim({ limit: 1 }))
    await store().settle('2', NOON, FAILED)
    expect(await store().waiting(NOON)).toEqual({ rows: 2, due: 1, oldestDueAt: NOON, dead: 1 })
    expect(await store().waiting(NOON + 4 * 24 * HOUR)).toMatchObject({ rows: 2, due: 2, dead: 0 })
  })

  it('offers again what failed or is in doubt when a person says so, without the parts that arrived', async () => {
    await store().decide(aDecision({ outboxId: 'o', told: [aTold('s'), aTold('t')] }))
    expect(await store().sendAgain('o', NOON, 0)).toBe('not-failed')
    await store().claim(aClaim())
    const arrived = { number: 0, state: 'arrived', id: '1', tells: ['s'] } as const
    await store().keepParts('o', [arrived, { number: 1, state: 'doubtful', since: NOON, tells: ['t'] }])
    await store().settle('o', NOON, { status: 'uncertain', reason: 'lost' })
    expect(await store().sendAgain('o', NOON, NOON + 1)).toBe('too-old')
    expect(await store().sendAgain('none', NOON, 0)).toBe('unknown')
    expect(await store().sendAgain('o', NOON + HOUR, NOON)).toBe('waits')
    expect(await store().claim(aClaim({ now: NOON }))).toEqual([])
    const again = await store().claim(aClaim({ now: NOON + HOUR }))
    expect(again.map(({ id, parts }) => ({ id, parts }))).toEqual([{ id: 'o', parts: [arrived] }])
    await store().settle('o', NOON + HOUR, SENT)
    expect([...(await store().told('terminal:here')).keys()]).toEqual(['s', 't'])
  })

  it('offers only what is due for the destinations that are named', async () => {
    for (const destination of ['slack:T1/C1', 'slack:T1/C2', 'discord:G/C'])
      await store().decide(aDecision({ outboxId: destination, slot: destination, destination }))
    const rows = await store().claim(aClaim({ only: ['discord:G/C', 'slack:T1/C2', 'slack:none'] }))
    expect(rows.map(({ id }) => id)).toEqual(['slack:T1/C2', 'discord:G/C'])
    expect(await claimed({ only: [] })).toEqual([])
    expect(await claimed()).toEqual(['slack:T1/C1'])
  })
}
