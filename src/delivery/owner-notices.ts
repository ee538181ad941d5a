import { say } from '../words/say.ts'
import { pauseNoticesOf, type Outcome, type Outgoing, type OwnerNotice } from './outbox.ts'

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
  /** One for each person with a subscription to this destination. */
  ofDestination(destination: string): readonly Recipient[]
  ofSubscription(subscription: string): Recipient | null
}

/**
 * What people are told when a try ends badly: that a destination was paused and how to resume it, or that a message may not have arrived.
 * Nobody is told about a notice, or two of them would talk about each other for ever.
 */
export function ownerNotices(
  row: Outgoing,
  outcome: Outcome,
  owners: Owners,
  at: number,
): readonly OwnerNotice[] {
  if (row.message.kind === 'notice') return []
  const notices: OwnerNotice[] = []
  const isDirect = row.destination.includes(':@')
  const add = (kind: 'paused' | 'uncertain' | 'uncertainDirect', recipient: Recipient): void => {
    const { subscription, to, title, language } = recipient
    const { refusal } = outcome
    const detail = 'reason' in outcome ? outcome.reason : ''
    const reason = refusal === undefined ? detail : say(`refusal.${refusal}`, language)
    const text = say(`delivery.${kind}`, language, { title, channel: row.destination, reason })
    const id = kind === 'paused' ? `${pauseNoticesOf(row.destination)}${at} ${to}` : `uncertain ${row.id}`
    notices.push({
      outboxId: id,
      subscription,
      to,
      message: { kind: 'notice', level: 'warning', text, channel: row.destination, language },
    })
  }
  if (outcome.status === 'uncertain') {
    const recipient = owners.ofSubscription(row.subscription)
    if (recipient !== null) add(isDirect ? 'uncertainDirect' : 'uncertain', recipient)
  }
  if (outcome.health?.state === 'paused')
    for (const recipient of owners.ofDestination(row.destination))
      if (recipient.to !== row.destination) add('paused', recipient)
  return notices
}
