import { composeBriefing, type BriefingSettings } from './briefings/compose-briefing.ts'
import type { ChatAdapter } from './chat/chat-adapter.ts'
import { deliver, type DeliveryReport } from './delivery/deliver.ts'
import type { NewsDesk, RoundReport } from './news-desk.ts'
import { dueSlot } from './schedule/due-slot.ts'
import type { Store } from './storage/store.ts'
import type { BriefingRequest } from './subscriptions/briefing-request.ts'

const HOUR_MS = 3_600_000

/** A first briefing tells the last day; after a long silence, at most the last week. */
const FIRST_PERIOD_MS = 24 * HOUR_MS
const LONGEST_PERIOD_MS = 7 * 24 * HOUR_MS

export interface BotTools {
  readonly desk: NewsDesk
  readonly store: Store
  readonly requests: readonly BriefingRequest[]
  readonly settings: BriefingSettings
  readonly adapters: readonly ChatAdapter[]
  /** Milliseconds since 1970: the real clock, or the moved one of the demo and the tests. */
  readonly now: () => number
}

/** The bot between two ticks of the clock. Both methods may be called at any time and any number of times. */
export interface Bot {
  /** Reads the sources that are due. */
  read(): Promise<RoundReport>
  /** Decides the briefings that are due and sends what is decided and not yet sent. */
  serve(): Promise<DeliveryReport>
}

export function createBot(tools: BotTools): Bot {
  const { desk, store, now } = tools

  async function decideDue(request: BriefingRequest): Promise<void> {
    const at = now()
    const lookBack = new Date(at - 10 * 24 * HOUR_MS).toISOString().slice(0, 10)
    const slot = dueSlot(request, at, await store.servedSlots(request.id, lookBack))
    if (slot === null) return
    const last = await store.lastDecidedAt(request.id)
    const from = Math.max(last ?? at - FIRST_PERIOD_MS, at - LONGEST_PERIOD_MS)
    const { briefing, told } = await composeBriefing(
      request,
      { from, now: at, onlyMoved: true },
      store,
      tools.settings,
    )
    await store.decide({
      outboxId: `${request.id} ${slot.slot}`,
      subscription: request.id,
      destination: request.to,
      slot: slot.slot,
      at,
      message: { kind: 'briefing', briefing },
      told,
    })
  }

  return {
    read: () => desk.readDue(),
    async serve() {
      for (const request of tools.requests) await decideDue(request)
      return deliver(store, (destination) => findAdapter(tools.adapters, destination), now)
    },
  }
}

/** `terminal`, or `platform:channel`. */
function findAdapter(
  adapters: readonly ChatAdapter[],
  destination: string,
): { adapter: ChatAdapter; channel: string } | null {
  const [platform = '', ...rest] = destination.split(':')
  const adapter = adapters.find((other) => other.platform === platform)
  return adapter === undefined ? null : { adapter, channel: rest.join(':') || platform }
}
