import type { ChatAdapter } from '../chat/chat-adapter.ts'
import type { BriefingArchive, BriefingSettings } from '../briefings/composition.ts'
import { PLANNED_AHEAD_MS, planEvents } from '../briefings/plan-events.ts'
import type { Findings } from '../records/ports/findings.ts'
import type { Subscription } from '../records/subscription.ts'

/** Events that are read at most: a month of what two hundred sources announce. */
const MOST_FOUND = 4_000

const DAY_MS = 24 * 3_600_000
const NOTHING_MUTED: ReadonlySet<string> = new Set()

export interface EventTools {
  readonly store: Findings & Pick<BriefingArchive, 'muted'>
  readonly settings: BriefingSettings
  readonly adapters: readonly ChatAdapter[]
  readonly subscriptions: () => Promise<readonly Subscription[]>
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly noteFault: (workspace: string, error: unknown) => void
}

/** What one round changed in the calendars of workspaces. */
export interface EventRound {
  made: number
  changed: number
  ended: number
}

/**
 * Shows coming events in the calendars of the workspaces that want them: those that the subscriptions in the
 * workspace ask for. A failing workspace does not hold up the others.
 */
export async function showEvents(tools: EventTools): Promise<EventRound> {
  const { store, settings, adapters, now } = tools
  const round: EventRound = { made: 0, changed: 0, ended: 0 }
  for (const { platform, events } of adapters) {
    const workspaces = [...((await events?.workspaces()) ?? [])]
    if (events === undefined || workspaces.length === 0) continue
    const at = now()
    const from = at - DAY_MS
    const kept = await store.findings({
      kinds: ['coming'],
      from,
      // Far enough to include dates that an event may have been put off to.
      to: at + 3 * PLANNED_AHEAD_MS,
      most: MOST_FOUND,
    })
    const muted = await store.muted()
    const active = (await tools.subscriptions()).filter(
      // A followed story asks for no other events.
      ({ state, kind }) => state === 'active' && kind !== 'follow',
    )
    for (const [workspace, isWished] of workspaces) {
      const own = active.filter(({ to }) => isWished && to.startsWith(`${platform}:${workspace}/`))
      const planned = planEvents(kept, own, settings, (to) => muted.get(to) ?? NOTHING_MUTED, at)
      try {
        const shown = await events.show(workspace, planned)
        for (const what of ['made', 'changed', 'ended'] as const) round[what] += shown[what]
      } catch (error) {
        tools.noteFault(workspace, error)
      }
    }
  }
  return round
}
