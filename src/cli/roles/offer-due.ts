import { subscriptionFromConfig } from '../../subscriptions/subscription-from-config.ts'
import { REAL_CLOCK, repeatedly } from '../../schedule/clock.ts'
import type { RoleTools, RunningRole } from './role-tools.ts'

/**
 * Pause between searches for due messages, in milliseconds. Short enough to observe a short `Retry-After`.
 */
const LOOK_MS = 3_000

/**
 * With at least `CROWD` due destinations, one that was offered is not offered again within `AGAIN_MS`
 * milliseconds, although it stays due until a process leases it.
 */
const CROWD = 1_000
const AGAIN_MS = 30_000

/**
 * Finds destinations with due messages in the outbox and offers them to the processes that speak with their
 * platforms. Any number of processes may run this.
 */
export function offerDue({ settings, shared, carrier, log, now }: RoleTools): RunningRole {
  const urgent = settings.briefings
    .map(subscriptionFromConfig)
    .flatMap(({ id, kind }) => (kind === 'alert' ? [id] : []))
  /** When each destination was last offered, in milliseconds of the monotonic clock. */
  const offered = new Map<string, number>()

  async function look(): Promise<void> {
    try {
      const at = performance.now()
      const all = await shared.dueDestinations(now(), urgent)
      for (const [destination, since] of offered)
        if (all.length < CROWD || at - since > AGAIN_MS) offered.delete(destination)
      const due = all.filter(({ destination }) => !offered.has(destination))
      const platforms = Map.groupBy(due, ({ destination }) => destination.split(':')[0] ?? '')
      for (const [platform, own] of platforms) {
        const loads = own.map(({ destination, isUrgent }) => ({ key: destination, isUrgent }))
        if (await carrier.offer(`deliver-${platform}`, loads))
          for (const { destination } of own) offered.set(destination, at)
      }
      if (due.length > 0) carrier.nudge()
    } catch (error) {
      log.warn({ err: error }, 'the messages that are due are not known; looking again')
    }
  }
  const looking = repeatedly(look, LOOK_MS, REAL_CLOCK)
  shared.onWake('decided', () => void look())
  return { stop: () => looking.stop() }
}
