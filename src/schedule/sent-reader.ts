import { gather } from '../briefings/gather.ts'
import type { SentBySubscription } from '../records/decision.ts'
import type { Outbox } from '../records/ports/outbox.ts'

/** Returns what a subscription told since an instant (ms since 1970), oldest first. */
export type SentReader = (subscription: string, since: number) => Promise<readonly SentBySubscription[]>

const SUBSCRIPTIONS_TOGETHER = 50

/** Creates a reader that batches its queries: a thousand alerts are examined within one minute. */
export function createSentReader(book: Pick<Outbox, 'toldBySubscription'>): SentReader {
  const ask = gather(async (asked: readonly { readonly id: string; readonly since: number }[]) => {
    const bySince = Map.groupBy(asked, ({ since }) => since)
    const answers = await Promise.all(
      Array.from(bySince, async ([since, own]) => {
        const ids = new Set(own.map(({ id }) => id))
        return [since, await book.toldBySubscription([...ids], since)] as const
      }),
    )
    const told = new Map(answers)
    return ({ id, since }: (typeof asked)[number]) => told.get(since)?.get(id) ?? []
  }, SUBSCRIPTIONS_TOGETHER)
  return (id, since) => ask({ id, since })
}
