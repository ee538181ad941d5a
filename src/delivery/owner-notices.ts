import type { Outbox } from '../records/ports/outbox.ts'
import { listSubscriptions, resume, resumeAll } from '../chat/action.ts'
import type { LostChannel } from '../chat/chat-platform.ts'
import type { Outcome, Outgoing } from '../records/delivery.ts'
import type { Action, Message } from '../records/message.ts'
import type {
  GatheredNotice,
  NoticeCause,
  OwnerNotice,
  Remedy,
  TouchedSubscription,
} from '../records/notice.ts'
import { joinNames } from '../words/names.ts'
import { say } from '../words/say.ts'

/** The person or channel that gets a notice about a subscription. */
export interface Recipient {
  readonly subscription: string
  /** A destination: the owner's direct channel, or the subscription's own channel. */
  readonly to: string
  /** Title of the subscription. */
  readonly title: string
  /** BCP 47. */
  readonly language: string
}

/** Finds who should be told about a row or its destination. Looks at each call, since people subscribe all day. */
export interface Owners {
  /** One recipient for each owned subscription to this destination. */
  ofDestination(destination: string): Promise<readonly Recipient[]>
  ofSubscription(subscription: string): Promise<Recipient | null>
}

/**
 * Returns the notices for a try that ended badly: a destination was paused, or a message may not have
 * arrived. A failed notice causes none, or two of them would report each other for ever. A rejected message
 * is a bug of ours, so the operator is told instead.
 */
export async function ownerNotices(
  row: Outgoing,
  outcome: Outcome,
  owners: Owners,
): Promise<readonly OwnerNotice[]> {
  if (row.message.kind === 'notice' || outcome.status === 'sent') return []
  const { refusal = null, reason } = outcome
  if (outcome.health?.state === 'paused') return pauseNotices(row.destination, { refusal, reason }, owners)
  const recipient = outcome.status === 'uncertain' ? await owners.ofSubscription(row.subscription) : null
  // `reason` stays empty: what broke the connection helps nobody, and different reasons would split what is
  // one notice.
  return recipient === null
    ? []
    : [noticeFor(recipient, row.destination, { kind: 'uncertain', refusal: null, reason: '' })]
}

/**
 * Returns the notices for the owners of the subscriptions to a paused destination. Owners who can only be
 * reached there are left out.
 */
async function pauseNotices(
  destination: string,
  why: { readonly refusal: Remedy | null; readonly reason: string },
  owners: Owners,
): Promise<readonly OwnerNotice[]> {
  const recipients = await owners.ofDestination(destination)
  return recipients
    .filter(({ to }) => to !== destination)
    .map((recipient) => noticeFor(recipient, destination, { kind: 'paused', ...why }))
}

function noticeFor(
  { subscription, to, title, language }: Recipient,
  destination: string,
  cause: NoticeCause,
): OwnerNotice {
  return { to, language, cause, touched: { subscription, title, destination } }
}

interface LossTools {
  readonly outbox: Pick<Outbox, 'loseDestination'>
  readonly owners: Owners
  /** Whether any subscription posts there. */
  readonly isSubscribed: (destination: string) => boolean
  /** Milliseconds since 1970. */
  readonly at: number
}

/**
 * Pauses a channel that the platform reported as deleted, or the bot as removed from: the same as after a
 * refused delivery. Resolves to false, with nothing done, where nobody subscribes to it or it was paused
 * before.
 */
export async function loseDestination(
  destination: string,
  { code, remedy = code, reason }: LostChannel,
  { outbox, owners, isSubscribed, at }: LossTools,
): Promise<boolean> {
  if (!isSubscribed(destination)) return false
  const notices = await pauseNotices(destination, { refusal: remedy, reason }, owners)
  return outbox.loseDestination(destination, at, { reason, notices })
}

/**
 * Writes the notices due by `now` (ms since 1970) to the outbox: one message for each person and cause, and
 * an edit of it for what came later. After a crash, the next call goes on with what is left.
 */
export async function tellOwners(
  notices: Pick<Outbox, 'dueNotices' | 'tellNotice'>,
  now: number,
): Promise<void> {
  for (const notice of await notices.dueNotices(now)) {
    const { id, changes } = notice
    await notices.tellNotice({ id, changes, at: now, message: noticeMessage(notice) })
  }
}

/** Nobody reads more lines in one message; it says how many more channels there are. */
const MOST_CHANNELS = 10

/** Titles named for one channel. */
const MOST_TITLES = 3

/**
 * Writes a notice to an owner: what happened, which channels and subscriptions it touches, and what to do.
 * Null where it touches none any more.
 */
export function noticeMessage({ cause, touched, language }: GatheredNotice): Message | null {
  const channels = [...Map.groupBy(touched, ({ destination }) => destination)]
  const [first] = touched
  if (first === undefined) return null
  const isPaused = cause.kind === 'paused'
  const lines = isPaused
    ? pausedLines(cause, channels, language)
    : uncertainLines(touched, channels, language)
  return {
    kind: 'notice',
    level: 'warning',
    text: lines.join('\n'),
    channels: channels.slice(0, MOST_CHANNELS).map(([destination]) => destination),
    language,
    actions: isPaused ? pausedActions(first, channels) : [],
  }
}

type Channels = readonly (readonly [string, readonly TouchedSubscription[]])[]

function pausedLines(
  { refusal, reason: words }: GatheredNotice['cause'],
  channels: Channels,
  language: string,
): readonly string[] {
  const reason = refusal === null ? words : say(`refusal.${refusal}`, language)
  const [[channel, subscriptions] = ['', []], ...others] = channels
  const [first] = subscriptions
  if (first !== undefined && others.length === 0)
    return [
      say('delivery.paused', language, { channel, reason }),
      say('delivery.waiting', language, {
        count: subscriptions.length,
        titles: titlesOf(subscriptions, language),
      }),
      say('delivery.resume', language, { id: first.subscription }),
    ]
  return [
    say('delivery.pausedMany', language, { count: channels.length, reason }),
    ...channelLines(channels, language),
    say('delivery.resumeAll', language),
  ]
}

function pausedActions({ subscription }: TouchedSubscription, channels: Channels): readonly Action[] {
  if (channels.length === 1) return [resume(subscription)]
  return channels.length > MOST_CHANNELS ? [resumeAll, listSubscriptions] : [resumeAll]
}

function uncertainLines(
  touched: readonly TouchedSubscription[],
  channels: Channels,
  language: string,
): readonly string[] {
  const [only, second] = touched
  if (only !== undefined && second === undefined) {
    const { title, destination: channel } = only
    return [
      isDirect(channel)
        ? say('delivery.uncertainDirect', language, { title })
        : say('delivery.uncertain', language, { title, channel }),
      say('delivery.again', language),
    ]
  }
  return [
    say('delivery.uncertainMany', language, { count: touched.length }),
    ...channelLines(channels, language),
    say('delivery.again', language),
  ]
}

function channelLines(channels: Channels, language: string): readonly string[] {
  const left = channels.length - MOST_CHANNELS
  return [
    ...channels.slice(0, MOST_CHANNELS).map(([destination, subscriptions]) => {
      const label = isDirect(destination) ? say('subscription.direct', language) : destination
      return `• ${say('list.fact', language, { label, text: titlesOf(subscriptions, language) })}`
    }),
    ...(left > 0 ? [say('delivery.moreChannels', language, { count: left })] : []),
  ]
}

function titlesOf(subscriptions: readonly TouchedSubscription[], language: string): string {
  const left = subscriptions.length - MOST_TITLES
  const named = subscriptions
    .slice(0, MOST_TITLES)
    .map(({ title }) => say('list.quoted', language, { text: title }))
  const all = left > 0 ? [...named, say('delivery.moreTitles', language, { count: left })] : named
  return joinNames(all, language).join('')
}

const isDirect = (destination: string): boolean => destination.includes(':@')
