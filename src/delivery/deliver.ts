import type { ChatAdapter, Receipt } from '../chat/chat-adapter.ts'
import { DeliveryError } from '../chat/delivery-error.ts'
import type { Message } from '../chat/message.ts'

/** A decided message that still has to go out. */
export interface Outgoing {
  readonly id: string
  readonly destination: string
  readonly message: Message
  readonly state: 'pending' | 'sending'
  readonly attempts: number
}

/** The few things delivery asks of the store. Times are milliseconds since 1970. */
export interface Outbox {
  unsent(now: number): Promise<readonly Outgoing[]>
  markSending(outboxId: string, at: number): Promise<void>
  markSent(outboxId: string, at: number, receipt: Receipt): Promise<void>
  markFailed(
    outboxId: string,
    failure: { readonly at: number; readonly reason: string; readonly retryAt: number | null },
  ): Promise<void>
  markUncertain(outboxId: string, at: number, reason: string): Promise<void>
}

export interface DeliveryReport {
  readonly sent: readonly string[]
  /** Failed now and will be tried again. */
  readonly postponed: readonly Fault[]
  /** Will not be tried again: a person must look. */
  readonly failed: readonly Fault[]
  /** The process ended while the call was in flight: it may or may not have arrived, so it is flagged and not repeated. */
  readonly uncertain: readonly string[]
}

interface Fault {
  readonly id: string
  readonly destination: string
  readonly reason: string
}

/** Waits between tries of one message; after the last the message has failed. */
const RETRY_MINUTES = [1, 5, 15, 60] as const

/**
 * Sends what is decided and not sent. A row is marked `sending` before the call and `sent` after it, so that a crash
 * in between is seen: such a row is flagged as uncertain rather than sent twice.
 */
export async function deliver(
  outbox: Outbox,
  adapterFor: (destination: string) => { readonly adapter: ChatAdapter; readonly channel: string } | null,
  now: () => number,
): Promise<DeliveryReport> {
  const report = {
    sent: [] as string[],
    postponed: [] as Fault[],
    failed: [] as Fault[],
    uncertain: [] as string[],
  }
  for (const row of await outbox.unsent(now())) {
    if (row.state === 'sending') {
      await outbox.markUncertain(row.id, now(), 'the bot ended while this was being sent')
      report.uncertain.push(row.id)
      continue
    }
    const target = adapterFor(row.destination)
    if (target === null) {
      const reason = `no platform for '${row.destination}': set its token or change 'to' in config/briefings.yaml`
      await outbox.markFailed(row.id, { at: now(), reason, retryAt: null })
      report.failed.push({ id: row.id, destination: row.destination, reason })
      continue
    }
    await outbox.markSending(row.id, now())
    try {
      const receipt = await target.adapter.post(target.channel, row.message)
      await outbox.markSent(row.id, now(), receipt)
      report.sent.push(row.id)
    } catch (error) {
      const { reason, waitMs } = judge(error, row.attempts)
      const retryAt = waitMs === null ? null : now() + waitMs
      await outbox.markFailed(row.id, { at: now(), reason, retryAt })
      ;(retryAt === null ? report.failed : report.postponed).push({
        id: row.id,
        destination: row.destination,
        reason,
      })
    }
  }
  return report
}

function judge(error: unknown, attempts: number): { reason: string; waitMs: number | null } {
  const reason = error instanceof Error ? error.message : String(error)
  if (!(error instanceof DeliveryError)) return { reason, waitMs: null }
  if (error.code === 'rate-limited') return { reason, waitMs: error.retryAfterMs ?? 60_000 }
  const minutes = error.code === 'unavailable' ? RETRY_MINUTES[attempts] : undefined
  return { reason, waitMs: minutes === undefined ? null : minutes * 60_000 }
}
