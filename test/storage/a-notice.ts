import type { OwnerNotice } from '../../src/records/notice.ts'
import type { Outcome } from '../../src/records/delivery.ts'

/** A notice to the owner of a subscription to `terminal:CHANNEL`. */
export function aNotice(channel: string, own: Partial<OwnerNotice> = {}): OwnerNotice {
  return {
    to: 'terminal:@team/ada',
    language: 'en',
    cause: { kind: 'paused', refusal: 'channel-gone', reason: 'gone' },
    touched: { subscription: `s-${channel}`, title: `About ${channel}`, destination: `terminal:${channel}` },
    ...own,
  }
}

/** The outcome of a try that paused its destination, with notices to the owners. */
export function pausedWith(...notices: readonly OwnerNotice[]): Outcome {
  return {
    status: 'failed',
    reason: 'gone',
    refusal: 'channel-gone',
    health: { state: 'paused', failures: 1, rejections: 0, reason: 'gone' },
    notices,
  }
}
