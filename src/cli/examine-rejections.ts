import type { Rejection } from '../records/delivery.ts'
import type { Store } from '../records/ports/store.ts'

/** Messages that platforms rejected lately for how they are drawn. */
export interface RejectionFindings {
  readonly days: number
  readonly count: number
  /** Null where there are none. */
  readonly last: Rejection | null
}

/** Long enough to be seen by who looks once a week. */
const DAYS = 7
const DAY_MS = 24 * 3_600_000

/** `now` in milliseconds since 1970. */
export async function examineRejections(
  store: Pick<Store, 'rejections'>,
  now: number,
): Promise<RejectionFindings> {
  const rejections = await store.rejections(now - DAYS * DAY_MS)
  return { days: DAYS, count: rejections.length, last: rejections[0] ?? null }
}

/** "2 messages in the last 7 days; the last on 2026-03-10 08:00 UTC to slack:T1/C1 (k4f2 2026-03-10 08:00): Invalid blocks. …". */
export function sayRejections({ days, count, last }: RejectionFindings): string {
  if (last === null) return `none in the last ${days} days`
  const { at, destination, outboxId, reason } = last
  const time = `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
  return [
    `${count} ${count === 1 ? 'message' : 'messages'} in the last ${days} days`,
    `the last on ${time} to ${destination} (${outboxId}): ${reason}`,
    'a fault of Dragoman: report it with these words and the line of the log',
  ].join('; ')
}
