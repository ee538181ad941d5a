import type { Message } from '../../src/records/message.ts'
import type { Decision } from '../../src/records/decision.ts'
import { NOON } from './a-read.ts'

export const HELLO: Message = { kind: 'notice', level: 'info', text: 'Good morning.', language: 'en' }

let made = 0

/** A decision on one slot of one subscription. */
export function aDecision(overrides: Partial<Decision> = {}): Decision {
  return {
    outboxId: `outbox-${(made += 1)}`,
    subscription: 'morning',
    destination: 'terminal:here',
    slot: '2026-03-10 08:00',
    at: NOON,
    message: HELLO,
    told: [],
    ...overrides,
  }
}
