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
import type { SubscriptionFilter } from './records/ports/subscriptions.ts'
import type { BriefingRequest, Subscription } from './records/subscription.ts'
import { createDecider, type DecisionReport } from './schedule/create-decider.ts'
import { applyDueStates } from './schedule/apply-due-states.ts'
import { type Tidied, type TidyOptions, tidyStore } from './storage/tidy-store.ts'
import { subscriptionFromConfig } from './subscriptions/subscription-from-config.ts'
import { withPlaceQuietHours } from './subscriptions/place-quiet.ts'

/**
 * Articles are stored a while after they were seen, so each look reaches back a little before the last one.
 */
const STORAGE_LAG_MS = 3_600_000

/** How far back the first look after a start reaches, to find what changed while the bot was down. */
const CATCH_UP_MS = 7 * 24 * 3_600_000

/** How often to look for what another process sent late, since no process announces it. */
const LATE_ELSEWHERE_MS = 10 * 60_000

export interface BotTools extends ServingTools {
  readonly desk: Pick<ReadingDesk, 'readDue'>
}

export interface ServingTools {
  readonly store: Store
  /** Subscriptions of the settings. */
  readonly requests: readonly BriefingRequest[]
  /** Subscriptions that people made. Asked anew whenever they are needed, since people add more. */
  readonly subscriptions?: Store['subscriptions']
  readonly settings: BriefingSettings
  readonly adapters: readonly ChatAdapter[]
  /** Platforms served by other processes that share the store; absent where this process is alone. */
  readonly otherPlatforms?: readonly Platform[]
  /** Milliseconds since 1970: the real clock, or the moved one of the demo and the tests. */
  readonly now: () => number
  /** Random number from 0 to 1 that spreads retries. */
  readonly random?: () => number
  readonly noteSettled?: SenderTools['noteSettled']
  /** True once the bot was asked to stop: it then starts no further call to a platform. */
  readonly isStopping?: () => boolean
}

interface SendingReport extends DeliveryReport {
  /** Accounts whose token had been refused and is now accepted again. */
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

/** What a bot does for subscribers, in whichever process the feeds are read. */
export function createServing(tools: ServingTools) {
  const { store, now, random = Math.random, isStopping = () => false } = tools
  const configured = tools.requests.map(subscriptionFromConfig)
  let correctedUntil = now() - CATCH_UP_MS
  let postponedAt = Number.NEGATIVE_INFINITY
  let isSentLate = false
  let lookedForLateAt = Number.NEGATIVE_INFINITY

  const { otherPlatforms = [] } = tools
  const platforms = new Set([...tools.adapters.map(({ platform }) => platform), ...otherPlatforms])
  /**
   * Leaves out alerts that no account can send: they would be decided anew every minute. Briefings stay, and
   * say once a day which token is missing.
   */
  const canBeTold = ({ kind, to }: Subscription): boolean =>
    kind !== 'alert' || platforms.has(to.split(':')[0] ?? '')

  const decider = createDecider(store, tools.settings)
  const owners = ownersAmong(standing, tools.settings)
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
    owners: async () =>
      (await standing()).flatMap((one) =>
        one.owner === null ? [] : [{ ...toRecipient(one, tools.settings), destination: one.to }],
      ),
    now,
    random,
  })

  /** Those of the settings, and of the others those that the filter asks for. */
  async function standing(filter?: SubscriptionFilter): Promise<readonly Subscription[]> {
    return [...configured, ...((await tools.subscriptions?.(filter)) ?? [])]
  }

  async function withQuietHours(): Promise<readonly Subscription[]> {
    const asked = await standing()
    const quiet = await store.quietHours()
    return quiet.size === 0 ? asked : asked.map((subscription) => withPlaceQuietHours(subscription, quiet))
  }

  /** Decides what is due: briefings, alerts, corrections of what was posted. */
  async function decide(): Promise<ServingReport> {
    const at = now()
    await applyDueStates((await tools.subscriptions?.()) ?? [], store, at)
    const decided = await decider.decide((await withQuietHours()).filter(canBeTold), at)
    // Messages sent late were composed earlier: outlets may have edited the articles meanwhile.
    const isLate = isSentLate || (otherPlatforms.length > 0 && at - lookedForLateAt > LATE_ELSEWHERE_MS)
    const unseenSince = isLate ? Math.min(correctedUntil, at - GIVE_UP_MS) : correctedUntil
    isSentLate = false
    if (isLate) lookedForLateAt = at
    const corrected = await correctPosts(store, unseenSince - STORAGE_LAG_MS, at)
    correctedUntil = at
    return { ...decided, corrected }
  }

  /**
   * For a process that delivers only when it is told that something is due: stores how its tries ended where
   * the store did not take that, writes notices to owners and tries refused tokens again.
   */
  async function tend(): Promise<SendingReport> {
    await tellOwners(store, now())
    const [report, accepted] = await Promise.all([sender.settleAgain(), watch.resume()])
    return { ...report, accepted }
  }

  /** Sends what is decided and not yet sent, and the notices to owners. */
  async function deliver(): Promise<SendingReport> {
    await tellOwners(store, now())
    // Platforms are served in parallel, so that one that does not answer delays no other.
    const [report, accepted] = await Promise.all([sender.deliver(), watch.resume()])
    if (report.postponed.length > 0) postponedAt = now()
    isSentLate ||= report.sent.length > 0 && now() - postponedAt < GIVE_UP_MS
    return { ...report, accepted }
  }

  return {
    decide,
    deliver,
    /**
     * Delivers what is due for one destination, for a process that is told which destination has something.
     */
    deliverTo: (destination: string): Promise<DeliveryReport> => sender.deliverTo(destination),
    tend,
    /**
     * Handles an adapter's `loseDestination`. Returns false, and does nothing, where nobody subscribes to the
     * destination or it was already paused.
     */
    async loseDestination(destination: string, lost: LostChannel): Promise<boolean> {
      const there = await standing({ to: destination })
      const isSubscribed = (to: string) => there.some((subscription) => subscription.to === to)
      return loseDestination(destination, lost, { outbox: store, owners, isSubscribed, at: now() })
    },
    /** Deletes what nothing refers to any more. Meant to run once a day. */
    tidy: (options: TidyOptions): Promise<Tidied> => tidyStore(store, now(), options),
    /** Decides and delivers. */
    async serve(): Promise<ServingReport & SendingReport> {
      const decided = await decide()
      return { ...decided, ...(await deliver()) }
    },
  }
}

/**
 * The destination for a notice: the owner's direct channel (`platform:workspace/user`), or the channel itself
 * without an owner.
 */
function toRecipient(subscription: Subscription, settings: BriefingSettings): Recipient {
  const { id, owner, to, language } = subscription
  const title = titleOf(subscription, settings, language)
  return { subscription: id, to: owner === null ? to : owner.replace(':', ':@'), title, language }
}

function ownersAmong(
  standing: (filter: SubscriptionFilter) => Promise<readonly Subscription[]>,
  settings: BriefingSettings,
): Owners {
  return {
    ofDestination: async (to) => {
      const there = (await standing({ to })).filter((one) => one.to === to && one.owner !== null)
      return there.map((one) => toRecipient(one, settings))
    },
    ofSubscription: async (id) => {
      const found = (await standing({ id })).find((one) => one.id === id)
      return found === undefined ? null : toRecipient(found, settings)
    },
  }
}
