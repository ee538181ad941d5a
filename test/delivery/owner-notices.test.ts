import { describe, expect, it } from 'vitest'
import { ownerNotices } from '../../src/delivery/owner-notices.ts'
import { aBriefing } from '../fakes/briefings.ts'

const recipient = { subscription: 's', to: 'slack:@T1/U1', title: 'Syria', language: 'en' }
const owners = { ofDestination: () => [recipient], ofSubscription: () => recipient }

const noticesFor = (destination: string) =>
  ownerNotices(
    {
      id: 'row',
      subscription: 's',
      destination,
      message: { kind: 'briefing', briefing: aBriefing() },
      edits: null,
      attempts: 1,
      createdAt: 0,
      parts: [],
      failures: 0,
      rejections: 0,
    },
    { status: 'uncertain', reason: 'The line broke.' },
    owners,
    0,
  ).map(({ message }) => message)

describe('ownerNotices', () => {
  it('names the channel, so that a platform can show its name', () => {
    expect(noticesFor('slack:T1/C1')).toMatchObject([
      { channel: 'slack:T1/C1', text: expect.stringContaining('on its way to slack:T1/C1,') },
    ])
  })

  it('speaks to who reads alone of themselves', () => {
    expect(noticesFor('slack:@T1/U1')).toMatchObject([
      { text: expect.stringContaining('on its way to you,') },
    ])
  })
})
