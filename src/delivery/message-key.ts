import { hash } from 'node:crypto'

/**
 * A nonce on Discord takes 25 characters; three are left for the number of a part. 132 bits do not collide by
 * chance.
 */
const LENGTH = 22

/** Returns the key of an outbox row, the same in every process that tries to send it. */
export function messageKey(outboxId: string): string {
  return hash('sha256', outboxId, 'base64url').slice(0, LENGTH)
}
