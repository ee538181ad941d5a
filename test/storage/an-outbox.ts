import type { Claim } from '../../src/records/delivery.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { aClaim } from './a-claim.ts'

/** What a case asks of an outbox again and again. */
export function outboxOf(store: () => Store) {
  return {
    /** Ids of what is to go out now. */
    claimed: async (own: Partial<Claim> = {}): Promise<readonly string[]> =>
      (await store().claim(aClaim(own))).map(({ id }) => id),
    /** States by id. */
    states: async (): Promise<Readonly<Record<string, string>>> =>
      Object.fromEntries((await store().deliveries(0)).map(({ outboxId, state }) => [outboxId, state])),
  }
}
