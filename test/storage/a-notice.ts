import type { OwnerNotice } from '../../src/records/notice.ts'
import type { Outcome } from '../../src/records/delivery.ts'

/** What the owner of a subscription to `terminal:CHANNEL` has to be told; override what matters. */
export function aNotice(channel: string, own: Partial<OwnerNotice> = {}): OwnerNotice {
  return {
    to: 'terminal:@team/ada',
    language: 'en',
    cause: { kind: 'paused', refusal: 'channel-gone', reason: 'gone' },
    touched: { subscription: `s-${channel}`, title: `About ${channel}`, destination: `terminal:${channel}` },
    ...own,
  }
}

/** A try that paused its destination, and what its owners have to be told. */
export function pausedWith(...notices: readonly OwnerNotice[]): Outcome {
  return {
    status: 'failed',
    reason: 'gone',
    refusal: 'channel-gone',
    health: { state: 'paused', failures: 1, rejections: 0, reason: 'gone' },
    notices,
  }
}
