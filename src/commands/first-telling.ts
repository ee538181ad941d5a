import { openEditionFor } from '../briefings/compose-briefing.ts'
import type { Composed } from '../briefings/composed.ts'
import { countIndependent } from '../briefings/weigh-story.ts'
import { listSubscriptions } from '../chat/action.ts'
import type { Message } from '../records/message.ts'
import type { Subscription } from '../records/subscription.ts'
import { periodOf } from '../subscriptions/days.ts'
import { quietUntil } from '../subscriptions/timetable.ts'
import type { Asker } from '../chat/command.ts'
import type { NewsroomView } from './newsroom-view.ts'

type FirstTelling = Pick<Extract<Message, { readonly kind: 'subscription' }>, 'first' | 'instead'>

/**
 * What a subscription that was just made tells at once: the last day, or the last week for a weekly one, and for others the shortest time between two of their days; of an alert what
 * passed its threshold. It stands in the answer, or is sent to where the subscription speaks. Either way it is remembered
 * as told, so that the first one by the clock brings only what moved.
 */
export async function firstTelling(
  subscription: Subscription,
  newsroom: NewsroomView,
  asker: Asker,
): Promise<FirstTelling> {
  const isHere = subscription.to === asker.channel
  const now = newsroom.now()
  // Whoever asks is awake; others are not woken.
  if (!isHere && quietUntil(subscription, now) !== null) return { first: null }
  const { briefing, told } = await compose(subscription, newsroom, now)
  if (subscription.kind === 'alert' && briefing.sections.length === 0)
    return { first: null, instead: 'nothing-yet' }
  if (isHere) {
    await newsroom.subscriptions.keepAnswered(subscription.to, `first ${subscription.id}`, told)
    return { first: briefing }
  }
  const isWritten = await newsroom.subscriptions.decide({
    outboxId: `${subscription.id} first`,
    subscription: subscription.id,
    destination: subscription.to,
    slot: 'first',
    at: now,
    message: { kind: 'briefing', briefing, actions: [listSubscriptions] },
    told,
  })
  // Nothing is written for a channel that refused us: its next briefing tells it.
  return isWritten ? { first: null, instead: 'sent-there' } : { first: null }
}

async function compose(
  subscription: Subscription,
  { archive, settings }: NewsroomView,
  now: number,
): Promise<Composed> {
  const from = now - periodOf(subscription.days)
  const edition = await openEditionFor(subscription, { from, now }, archive, settings)
  const told = await archive.told(subscription.to)
  const period = { from, onlyMoved: false }
  const { alert } = subscription
  if (alert === null) return edition.compose(subscription, period, told)
  const found = await edition.match(subscription, from, told)
  const reached = found.filter(({ match }) => countIndependent(match.story.reports) >= alert.outlets)
  const among = new Set(reached.map(({ match }) => match.story.id))
  return edition.compose(subscription, { ...period, among }, told)
}
