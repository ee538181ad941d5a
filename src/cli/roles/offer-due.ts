import { subscriptionFromConfig } from '../../subscriptions/subscription-from-config.ts'
import { REAL_CLOCK, repeatedly } from '../../schedule/clock.ts'
import type { RoleTools, RunningRole } from './role-tools.ts'

/**
 * Pause between searches for due messages, in milliseconds. Short enough to observe a short `Retry-After`.
 */
const POLL_MS = 3_000

/**
 * With at least `MANY_DESTINATIONS` due destinations, one that was offered is not offered again within
 * `OFFER_AGAIN_MS` milliseconds, although it stays due until a process leases it.
 */
const MANY_DESTINATIONS = 1_000
const OFFER_AGAIN_MS = 30_000

/**
 * Finds destinations with due messages in the outbox and offers them to the processes that speak with their
 * platforms. Any number of processes may run this.
 */
export function offerDue({ settings, shared, queue, log, now }: RoleTools): RunningRole {
  const urgent = settings.briefings
    .map(subscriptionFromConfig)
    .flatMap(({ id, kind }) => (kind === 'alert' ? [id] : []))
  /** When each destination was last offered, in milliseconds of the monotonic clock. */
  const offered = new Map<string, number>()

  async function poll(): Promise<void> {
    try {
      const at = performance.now()
      const all = await shared.dueDestinations(now(), urgent)
      for (const [destination, since] of offered)
        if (all.length < MANY_DESTINATIONS || at - since > OFFER_AGAIN_MS) offered.delete(destination)
      const due = all.filter(({ destination }) => !offered.has(destination))
      const platforms = Map.groupBy(due, ({ destination }) => destination.split(':')[0] ?? '')
      for (const [platform, own] of platforms) {
        const jobs = own.map(({ destination, isUrgent }) => ({ key: destination, isUrgent }))
        if (await queue.offer(`deliver-${platform}`, jobs))
          for (const { destination } of own) offered.set(destination, at)
      }
      if (due.length > 0) queue.nudge()
    } catch (error) {
      log.warn({ err: error }, 'the messages that are due are not known; looking again')
    }
  }
  const looking = repeatedly(poll, POLL_MS, REAL_CLOCK)
  shared.onWake('decided', () => void poll())
  return { stop: () => looking.stop() }
}
