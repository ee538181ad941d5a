import type { Correction } from '../../src/records/decision.ts'
import { HELLO } from './a-decision.ts'
import { NOON } from './a-read.ts'

/** The first edit of the message `posted`, for version 2 of article `a`. */
export function aCorrection(own: Partial<Correction> = {}): Correction {
  return {
    outboxId: 'posted',
    edits: 0,
    subscription: 'morning',
    destination: 'terminal:here',
    at: NOON,
    corrected: [{ articleId: 'a', version: 2 }],
    message: HELLO,
    ...own,
  }
}
