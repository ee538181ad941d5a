import type { NoticeCause, OwnerNotice, Remedy } from '../records/notice.ts'
import type { Outcome, Outgoing } from '../records/delivery.ts'

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
export function pauseNotices(
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
