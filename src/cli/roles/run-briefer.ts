import type { ChatAdapter } from '../../chat/chat-adapter.ts'
import { LOCAL } from '../../chat/local.ts'
import { createServing } from '../../bot.ts'
import { REAL_CLOCK, everyMinute } from '../../schedule/clock.ts'
import type { BriefingSettings } from '../../briefings/composition.ts'
import { decideAndReport, reportDelivery } from '../report-rounds.ts'
import type { RoleTools, RunningRole } from './role-tools.ts'

/**
 * Decides due briefings and writes them to the outbox; prints those for the terminal. Any number of processes
 * may run this, as a slot is decided once.
 */
export async function runBriefer(
  tools: RoleTools,
  options: {
    readonly terminal: ChatAdapter
    readonly briefings: BriefingSettings
    readonly platforms: readonly string[]
  },
): Promise<RunningRole> {
  const { settings, store, shared, queue, log, monitoring, now, isStopping } = tools
  const serving = createServing({
    store,
    requests: settings.briefings,
    subscriptions: (filter) => store.subscriptions(filter),
    settings: options.briefings,
    adapters: [options.terminal],
    otherPlatforms: options.platforms,
    now,
    ...(monitoring.metrics !== null && { noteSettled: monitoring.metrics.settled }),
    isStopping,
  })
  // Somebody starts the bot at this terminal, so a closed output of the last run no longer counts.
  await store.resumeDestination(LOCAL)
  queue.work(`deliver-${LOCAL}`, 1, async (destination) =>
    reportDelivery(await serving.deliverTo(destination), log),
  )
  const deciding = everyMinute(async () => {
    await decideAndReport(serving, log, monitoring.round)
    await shared.wake('decided').catch(() => undefined)
  }, REAL_CLOCK)
  return { stop: () => deciding.stop() }
}
