import type { LostChannel } from '../chat/chat-platform.ts'
import type { LostDestination } from '../records/notice.ts'
import { pauseNotices, type Owners } from './owner-notices.ts'

interface LossTools {
  readonly outbox: {
    loseDestination(destination: string, at: number, lost: LostDestination): Promise<boolean>
  }
  readonly owners: Owners
  /** Whether anything speaks there. */
  readonly isSubscribed: (destination: string) => boolean
  /** Milliseconds since 1970. */
  readonly at: number
}

/**
 * What follows when a platform says that a channel was deleted or the bot removed: the same as from a delivery that was refused. False, and nothing
 * done, where nobody subscribes to it or it was paused before.
 */
export async function loseDestination(
  destination: string,
  { code, remedy = code, reason }: LostChannel,
  { outbox, owners, isSubscribed, at }: LossTools,
): Promise<boolean> {
  if (!isSubscribed(destination)) return false
  const notices = pauseNotices(destination, { refusal: remedy, reason }, owners)
  return outbox.loseDestination(destination, at, { reason, notices })
}
