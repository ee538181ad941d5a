import { describe, expect, it } from 'vitest'
import { ownerNotices } from '../../src/delivery/owner-notices.ts'
import type { Outcome } from '../../src/records/delivery.ts'
import { aBriefing } from '../fakes/briefings.ts'

const ada = { subscription: 's', to: 'slack:@T1/U1', title: 'Syria', language: 'en' }
const owners = {
  ofDestination: async () => [ada, { ...ada, subscription: 't', title: 'Iran' }],
  ofSubscription: async () => ada,
}

const noticesFor = (destination: string, outcome: Outcome, kind: 'briefing' | 'notice' = 'briefing') =>
  ownerNotices(
    {
      id: 'row',
      subscription: 's',
      destination,
      message:
        kind === 'briefing'
          ? { kind, briefing: aBriefing() }
          : { kind, level: 'warning', text: '', language: 'en' },
      slot: '',
      contentHash: 'l',
      edits: null,
      threadRoot: null,
      attempts: 1,
      createdAt: 0,
      parts: [],
      failures: 0,
      rejections: 0,
    },
    outcome,
    owners,
  )

const lost: Outcome = { status: 'uncertain', reason: 'The line broke.' }
const health = { state: 'paused', failures: 1, rejections: 0, reason: 'gone' } as const
const refused: Outcome = { status: 'failed', reason: 'gone', refusal: 'archived', health }

describe('ownerNotices', () => {
  it('tells each owner of each subscription to a channel that is paused, and why', async () => {
    const cause = { kind: 'paused', refusal: 'archived', reason: 'gone' }
    expect(await noticesFor('slack:T1/C1', refused)).toMatchObject([
      { to: 'slack:@T1/U1', cause, touched: { title: 'Syria', destination: 'slack:T1/C1' } },
      { to: 'slack:@T1/U1', cause, touched: { title: 'Iran', destination: 'slack:T1/C1' } },
    ])
  })

  it('tells the owner of what may not have arrived, whatever broke, as one cause', async () => {
    const [notice, ...others] = await noticesFor('slack:T1/C1', lost)
    expect(others).toEqual([])
    expect(notice?.cause).toEqual({ kind: 'uncertain', refusal: null, reason: '' })
    const [other] = await noticesFor('slack:T1/C2', { ...lost, reason: 'No answer in time.' })
    expect(other?.cause).toEqual(notice?.cause)
  })

  it('says of a doubtful message whose channel is paused only that the channel is', async () => {
    const notices = await noticesFor('slack:T1/C1', { ...lost, refusal: 'archived', health })
    expect(new Set(notices.map(({ cause }) => cause.kind))).toEqual(new Set(['paused']))
  })

  it('tells nobody in the very place that nothing reaches', async () => {
    expect(await noticesFor('slack:@T1/U1', refused)).toEqual([])
  })

  it.each([
    ['a rejected message, which they cannot mend', { ...refused, refusal: 'rejected', health: null }],
    ['a message that comes again in the next briefing', { status: 'failed', reason: 'Too late.' }],
  ] as const)('tells owners nothing of %s', async (_, outcome) => {
    expect(await noticesFor('slack:T1/C1', outcome)).toEqual([])
  })

  it('tells nobody about a notice', async () => {
    for (const outcome of [lost, refused])
      expect(await noticesFor('slack:T1/C1', outcome, 'notice')).toEqual([])
  })
})
