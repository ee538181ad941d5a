import type { BriefingSettings } from './briefings/composition.ts'
import { titleOf } from './briefings/titles.ts'
import type { ChatAdapter } from './chat/chat-adapter.ts'
import type { LostChannel } from './chat/chat-platform.ts'
import { correctPosts } from './delivery/correct-posts.ts'
import { GIVE_UP_MS } from './delivery/judge-failure.ts'
import { loseDestination, type Owners, type Recipient, tellOwners } from './delivery/owner-notices.ts'
import { createAccountWatch } from './delivery/create-account-watch.ts'
import { createSender, type DeliveryReport, type SenderTools } from './delivery/create-sender.ts'
import type { ReadingDesk, RoundReport } from './reading-desk.ts'
import type { Platform } from './records/platform.ts'
import type { Store } from './records/ports/store.ts'
import type { BriefingRequest, Subscription } from './records/subscription.ts'
import { createDecider, type DecisionReport } from './schedule/create-decider.ts'
import { turnStates } from './schedule/turn-states.ts'
import { type Tidied, type TidyOptions, tidyStore } from './storage/tidy-store.ts'
import { fromRequest } from './subscriptions/from-request.ts'
import { inItsPlace } from './subscriptions/place-quiet.ts'

/** An article is kept some time after it was seen: what changed shortly before the last look may have come after it. */
const LATE_MS = 3_600_000

/** After a start, what changed while the bot was away is looked at again. */
const CATCH_UP_MS = 7 * 24 * 3_600_000

/** Nobody says what another process sent late: it is looked for so often. */
const LATE_ELSEWHERE_MS = 10 * 60_000

export interface BotTools extends ServingTools {
  readonly desk: Pick<ReadingDesk, 'readDue'>
}

export interface ServingTools {
  readonly store: Store
  /** Those of the settings. */
  readonly requests: readonly BriefingRequest[]
  /** Those that people made. Asked at every tick, since people make more. */
  readonly subscriptions?: () => Promise<readonly Subscription[]>
  readonly settings: BriefingSettings
  readonly adapters: readonly ChatAdapter[]
  /** Platforms that other processes on the store speak with; absent where this one is alone. */
  readonly elsewhere?: readonly Platform[]
  /** Milliseconds since 1970: the real clock, or the moved one of the demo and the tests. */
  readonly now: () => number
  /** From 0 to 1; spreads repeats. */
  readonly random?: () => number
  readonly noteSettled?: SenderTools['noteSettled']
  /** True from when the bot is asked to stop: then it begins no further call to a platform. */
  readonly isStopping?: () => boolean
}

interface SendingReport extends DeliveryReport {
  /** Accounts whose token was refused and is accepted again. */
  readonly accepted: readonly string[]
}

interface ServingReport extends DecisionReport {
  /** Outbox ids of posted messages that are edited because an outlet corrected itself. */
  readonly corrected: readonly string[]
}

export type Serving = ReturnType<typeof createServing>
export type Bot = ReturnType<typeof createBot>

/** The bot between two ticks of the clock. All methods may be called at any time and any number of times. */
export function createBot(tools: BotTools) {
  return {
    ...createServing(tools),
    /** Reads the sources that are due. */
    read: (): Promise<RoundReport> => tools.desk.readDue(),
  }
}

/** What a bot does for those who subscribe, wherever the news is read. */
export function createServing(tools: ServingTools) {
  const { store, now, random = Math.random, isStopping = () => false } = tools
  const fixed = tools.requests.map(fromRequest)
  let known: readonly Subscription[] | null = null
  let correctedUntil = now() - CATCH_UP_MS
  let postponedAt = Number.NEGATIVE_INFINITY
  let isSentLate = false
  let lookedForLateAt = Number.NEGATIVE_INFINITY

  const { elsewhere = [] } = tools
  const platforms = new Set([...tools.adapters.map(({ platform }) => platform), ...elsewhere])
  /** An alert that nobody can send would be decided anew every minute. A briefing says once a day which token is missing. */
  const canBeTold = ({ kind, to }: Subscription): boolean =>
    kind !== 'alert' || platforms.has(to.split(':')[0] ?? '')

  const decider = createDecider(store, tools.settings)
  const owners = ownersAmong(() => known ?? fixed, tools.settings)
  const sender = createSender({
    outbox: store,
    adapters: tools.adapters,
    owners,
    now,
    random,
    noteSettled: tools.noteSettled,
    isStopping,
  })

  const watch = createAccountWatch({
    store,
    adapters: tools.adapters,
    owners: () =>
      (known ?? fixed).flatMap((one) =>
        one.owner === null ? [] : [{ ...toRecipient(one, tools.settings), destination: one.to }],
      ),
    now,
    random,
  })

  async function askWhoSubscribes(): Promise<readonly Subscription[]> {
    const asked = [...fixed, ...((await tools.subscriptions?.()) ?? [])]
    const quiet = await store.quietHours()
    known = quiet.size === 0 ? asked : asked.map((subscription) => inItsPlace(subscription, quiet))
    return known
  }

  /** Decides what is due: briefings, alerts, corrections of what was posted. */
  async function decide(): Promise<ServingReport> {
    const at = now()
    await turnStates((await tools.subscriptions?.()) ?? [], store, at)
    const decided = await decider.decide((await askWhoSubscribes()).filter(canBeTold), at)
    // What was sent late was composed before: outlets may have changed it while it waited.
    const isLate = isSentLate || (elsewhere.length > 0 && at - lookedForLateAt > LATE_ELSEWHERE_MS)
    const unseenSince = isLate ? Math.min(correctedUntil, at - GIVE_UP_MS) : correctedUntil
    isSentLate = false
    if (isLate) lookedForLateAt = at
    const corrected = await correctPosts(store, unseenSince - LATE_MS, at)
    correctedUntil = at
    return { ...decided, corrected }
  }

  /** Writes what owners have to be told, and asks whether refused tokens are accepted again; gives the accounts of which they are. */
  async function tend(): Promise<readonly string[]> {
    // What was left from the last run may have to be told to owners before anything is decided in this one.
    if (known === null) await askWhoSubscribes()
    await tellOwners(store, now())
    return watch.resume()
  }

  /** Sends what is decided and not yet sent, and what owners have to be told. */
  async function deliver(): Promise<SendingReport> {
    if (known === null) await askWhoSubscribes()
    await tellOwners(store, now())
    // One platform that does not answer holds up no other.
    const [report, accepted] = await Promise.all([sender.deliver(), watch.resume()])
    if (report.postponed.length > 0) postponedAt = now()
    isSentLate ||= report.sent.length > 0 && now() - postponedAt < GIVE_UP_MS
    return { ...report, accepted }
  }

  return {
    decide,
    deliver,
    /** What is due for one destination: for whoever is told where something is. */
    deliverTo: (destination: string): Promise<DeliveryReport> => sender.deliverTo(destination),
    tend,
    /** What an adapter's `loseDestination` asks for. False, and nothing done, where nobody subscribes to it or it was paused before. */
    async loseDestination(destination: string, lost: LostChannel): Promise<boolean> {
      const standing = await askWhoSubscribes()
      const isSubscribed = (to: string) => standing.some((subscription) => subscription.to === to)
      return loseDestination(destination, lost, { outbox: store, owners, isSubscribed, at: now() })
    },
    /** Forgets what nothing asks for any more. Meant for once a day. */
    tidy: (options: TidyOptions): Promise<Tidied> => tidyStore(store, now(), options),
    /** Decides and delivers. */
    async serve(): Promise<ServingReport & SendingReport> {
      const decided = await decide()
      return { ...decided, ...(await deliver()) }
    },
  }
}

/** `platform:workspace/user` becomes the direct channel of that person; without an owner the channel itself is told. */
function toRecipient(subscription: Subscription, settings: BriefingSettings): Recipient {
  const { id, owner, to, language } = subscription
  const title = titleOf(subscription, settings, language)
  return { subscription: id, to: owner === null ? to : owner.replace(':', ':@'), title, language }
}

function ownersAmong(subscriptions: () => readonly Subscription[], settings: BriefingSettings): Owners {
  return {
    ofDestination: (destination) => {
      const there = subscriptions().filter(({ to, owner }) => to === destination && owner !== null)
      return there.map((one) => toRecipient(one, settings))
    },
    ofSubscription: (id) => {
      const found = subscriptions().find((one) => one.id === id)
      return found === undefined ? null : toRecipient(found, settings)
    },
  }
}
