import { setTimeout as wait } from 'node:timers/promises'
import type { ChatAdapter } from '../../chat/chat-adapter.ts'
import type { Commands } from '../../chat/commands.ts'
import type { Serving } from '../../bot.ts'
import type { LeaderTerm } from '../../records/ports/shared-work.ts'
import { REAL_CLOCK, repeatedly } from '../../schedule/clock.ts'
import { EVENTS_PAUSE_MS, reportAccepted, reportDelivery } from '../report-rounds.ts'
import { startChats } from '../open-chats.ts'
import type { RoleTools, RunningRole } from './role-tools.ts'

/** Concurrent deliveries to one platform; platforms allow some fifty calls a second. */
const DELIVERED_AT_ONCE = 50

const TEND_PAUSE_MS = 3_000
const STAND_BY_MS = 1_000

/**
 * Connects to chat platforms, answers questions, and posts the messages it is handed. Any number of processes
 * may do so for Slack. Discord sends events to every connection of a token, so one process holds it at a
 * time; `onLost` ends a process that lost the connection, which stands by again when restarted.
 */
export function runChats(
  tools: RoleTools,
  options: {
    readonly adapters: readonly ChatAdapter[]
    readonly commands: Commands
    readonly serving: Serving
    /** Runs one round of showing upcoming events in a platform's calendars. */
    readonly showEvents: (adapter: ChatAdapter) => Promise<void>
    readonly onLost: (error: Error) => void
    /** Called with a platform once its adapter has started. */
    readonly onStarted: (platform: string) => void
  },
): RunningRole {
  const { shared, queue, log } = tools
  const { serving, commands } = options
  const stopping = new AbortController()
  const planning: RunningRole[] = []
  const pause = (): Promise<void> =>
    wait(STAND_BY_MS, undefined, { signal: stopping.signal }).catch(() => undefined)

  async function serve(adapter: ChatAdapter): Promise<void> {
    await startChats([adapter], commands)
    options.onStarted(adapter.platform)
    queue.work(`deliver-${adapter.platform}`, DELIVERED_AT_ONCE, async (destination) =>
      reportDelivery(await serving.deliverTo(destination), log),
    )
    if (adapter.events !== undefined)
      planning.push(repeatedly(() => options.showEvents(adapter), EVENTS_PAUSE_MS, REAL_CLOCK))
  }

  async function serveWhileLeader(adapter: ChatAdapter): Promise<void> {
    let term: LeaderTerm | null = null
    while (term === null && !stopping.signal.aborted) {
      term = await shared.acquireRole('discord').catch((error: unknown) => {
        log.warn({ err: error }, 'the office of Discord cannot be asked for; trying again')
        return null
      })
      if (term === null) await pause()
    }
    if (term === null) return
    await serve(adapter)
    while (!stopping.signal.aborted) {
      const reason = term.over()
      if (reason !== null) return options.onLost(reason)
      await pause()
    }
    await adapter.stop()
    await term.release().catch(() => undefined)
  }

  const running = options.adapters.map((adapter) =>
    (adapter.platform === 'discord' ? serveWhileLeader(adapter) : serve(adapter)).catch((error: unknown) =>
      options.onLost(error instanceof Error ? error : new Error(String(error))),
    ),
  )
  async function tend(): Promise<void> {
    try {
      const { accepted, ...report } = await serving.tend()
      reportDelivery(report, log)
      reportAccepted(accepted, log)
    } catch (error) {
      log.error({ err: error }, 'owners could not be told; trying again')
    }
  }
  const tending = repeatedly(tend, TEND_PAUSE_MS, REAL_CLOCK)
  return {
    async stop() {
      stopping.abort()
      await Promise.all([tending, ...planning].map((one) => one.stop()))
      await Promise.all(running)
      await Promise.all(options.adapters.map((adapter) => adapter.stop()))
    },
  }
}
