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

/** Whom a notice about a subscription goes to. */
export interface Recipient {
  readonly subscription: string
  /** A destination: the owner's direct channel, or the subscription's own channel. */
  readonly to: string
  /** Title of the subscription. */
  readonly title: string
  /** BCP 47. */
  readonly language: string
}

/** Who wants to know about a row or its destination. */
export interface Owners {
  /** One for each subscription to this destination that somebody owns. */
  ofDestination(destination: string): readonly Recipient[]
  ofSubscription(subscription: string): Recipient | null
}

/**
 * What people have to be told when a try ends badly: that a destination was paused, or that a message may not have arrived. Nobody is told about
 * a notice, or two of them would talk about each other for ever. A message that was rejected is a fault of ours, and the operator is told.
 */
export function ownerNotices(row: Outgoing, outcome: Outcome, owners: Owners): readonly OwnerNotice[] {
  if (row.message.kind === 'notice' || outcome.status === 'sent') return []
  const { refusal = null, reason } = outcome
  if (outcome.health?.state === 'paused') return pauseNotices(row.destination, { refusal, reason }, owners)
  const recipient = outcome.status === 'uncertain' ? owners.ofSubscription(row.subscription) : null
  // What broke the connection helps nobody, and would part what ended together.
  return recipient === null
    ? []
    : [noticeFor(recipient, row.destination, { kind: 'uncertain', refusal: null, reason: '' })]
}

/** What the owners of the subscriptions to a destination have to be told when it is paused. Who reads there alone cannot be told. */
function pauseNotices(
  destination: string,
  why: { readonly refusal: Remedy | null; readonly reason: string },
  owners: Owners,
): readonly OwnerNotice[] {
  return owners
    .ofDestination(destination)
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

/**
 * Writes to the outbox what owners have to be told by `now` (milliseconds since 1970): one message for one person and cause, an edit of it for what
 * came later. Called again after a crash it goes on with what is left.
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

/** More lines in one message are not read; it says how many are left. */
const MOST_CHANNELS = 10

/** Titles named for one channel. */
const MOST_TITLES = 3

/** What an owner reads: what happened, which channels and subscriptions it touches, and what to do. Null where it touches none any more. */
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
