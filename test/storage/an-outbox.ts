import type { Claim } from '../../src/records/delivery.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { aClaim } from './a-claim.ts'

/** Frequent queries of an outbox. */
export function outboxOf(store: () => Store) {
  return {
    /** Claims what is due and returns its ids. */
    claimed: async (own: Partial<Claim> = {}): Promise<readonly string[]> =>
      (await store().claim(aClaim(own))).map(({ id }) => id),
    /** States by id. */
    states: async (): Promise<Readonly<Record<string, string>>> =>
      Object.fromEntries((await store().deliveries(0)).map(({ outboxId, state }) => [outboxId, state])),
  }
}
