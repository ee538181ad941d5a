import type { Receipt } from '../../src/records/platform.ts'
import type { Claim, Outcome } from '../../src/records/delivery.ts'
import { NOON } from './a-read.ts'

export const RECEIPT: Receipt = { platform: 'terminal', channel: 'here', messageIds: ['1'] }
export const SENT: Outcome = { status: 'sent', receipt: RECEIPT, health: null }
export const FAILED: Outcome = { status: 'failed', reason: 'channel is gone' }

/** Claims everything due at noon. */
export function aClaim(own: Partial<Claim> = {}): Claim {
  return { now: NOON, leaseMs: 60_000, limit: 100, except: [], ...own }
}
