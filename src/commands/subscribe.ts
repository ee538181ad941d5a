import type { Composed } from '../briefings/composition.ts'
import { openEditionFor } from '../briefings/compose-briefing.ts'
import { countIndependent } from '../briefings/story-facts.ts'
import { titleOf } from '../briefings/titles.ts'
import { listSubscriptions } from '../chat/action.ts'
import type { Asker, Command } from '../chat/command.ts'
import type { Action, Message } from '../records/message.ts'
import type { Addition, Subscription } from '../records/subscription.ts'
import { periodOf } from '../subscriptions/days.ts'
import { MOST_PER_CHANNEL, MOST_PER_OWNER } from '../subscriptions/limits.ts'
import { mergeSubscriptions } from '../subscriptions/merge-subscriptions.ts'
import { newId } from '../subscriptions/new-id.ts'
import { quietUntil } from '../subscriptions/timetable.ts'
import { filterOf } from '../subscriptions/news-filter.ts'
import { askerFor, mayChange, placeNamed, preferencesAt } from './asker.ts'
import type { CommandContext } from './command-context.ts'
import { inItsPlace } from '../subscriptions/place-quiet.ts'
import { defineCommand } from './define-command.ts'
import { FILTER_OPTIONS, type OptionName } from './options.ts'
import { cardOf, tellCard } from './describe-subscription.ts'
import { makeSubscription } from './make-subscription.ts'
import { info, refusal, warning } from './notice.ts'
import { keepChange } from './undo.ts'

/** What a subscription is made of. */
export const SUBSCRIPTION_OPTIONS: readonly OptionName[] = [
  ...(['what', 'when', 'at', 'ends', 'zone', 'to'] as const),
  ...FILTER_OPTIONS,
  ...(['without', 'quiet', 'length', 'speak', 'reads', 'model', 'pictures', 'outlets', 'title'] as const),
]

/**
 * `subscribe`: follows something at local times, every hour or as an alert, here or in a direct message. The
 * first briefing comes with the answer.
 */
export function subscribeCommand(context: CommandContext, random: () => number): Command {
  return defineCommand({
    name: 'subscribe',
    options: SUBSCRIPTION_OPTIONS,
    positionalOption: 'what',
    answer: 'public',
    usage:
      'subscribe {what} [daily, weekdays, weekends, monday…, hourly, alert] [at 07:30] [in {zone} {or} {city}] [to me, #channel]',
    examples: [
      'subscribe syria weekdays at 07:30 Europe/Istanbul',
      'subscribe to conflict in sudan daily at 8 and 18:00 in khartoum to me',
      'subscribe keywords:"grain AND (corridor OR deal)" alert',
    ],
    async run(input, asker) {
      const { subscriptions, settings } = context
      const place = await placeNamed(input.to ?? 'here', asker)
      if (place.status === 'mistake') return refusal(asker, place.mistake)
      const to = place.destination
      const made = makeSubscription(input, {
        asker: askerFor(to, asker),
        to,
        preferences: await preferencesAt(to, asker, subscriptions),
        now: context.now(),
        id: newId(random),
      })
      if (made.status === 'mistakes') return refusal(asker, ...made.mistakes)
      const { subscription, addition } = await addUnderFreeId(made.subscription, context, random)
      if (addition.status === 'channel-full')
        return warning(asker, 'subscribe.channelFull', { most: MOST_PER_CHANNEL })
      if (addition.status === 'owner-full')
        return warning(asker, 'subscribe.ownerFull', { most: MOST_PER_OWNER })
      // Whoever asks for news there wants it to arrive; if it still cannot, they are told again.
      await subscriptions.resumeDestination(to)
      if (addition.status === 'twin') {
        const { twin } = addition
        return { ...tellTwin(twin, settings, asker), actions: changeActions(twin.id) }
      }
      const placed = await inItsPlace(subscription, subscriptions)
      const beside = await besideIn(subscription, context, asker)
      return tellCard('made', cardOf(placed, context, asker, place.channel), asker, {
        ...(beside !== null && { beside: cardOf(beside, context, asker) }),
        ...(await firstBriefing(placed, context, asker)),
        actions: [
          ...(beside === null ? [] : oneOf(beside, subscription)),
          ...changeActions(subscription.id),
          await keepChange([{ kind: 'subscription', before: null, after: subscription }], context, asker),
        ],
      })
    },
  })
}

/**
 * Buttons to merge two subscriptions at the times of both, where that is possible, or to end the older one.
 */
const oneOf = (beside: Subscription, made: Subscription): readonly Action[] => [
  ...(mergeSubscriptions(beside, made) === null
    ? []
    : [{ label: 'action.join', command: `join ${beside.id} of:${made.id}` } as const]),
  { label: 'action.endOther', command: `unsubscribe ${beside.id}` },
]

/**
 * Returns another subscription that tells the same in the same place and that the asker may end; null where
 * there is none.
 */
async function besideIn(
  { id, to, ...own }: Subscription,
  { subscriptions }: CommandContext,
  asker: Asker,
): Promise<Subscription | null> {
  const filter = JSON.stringify(filterOf(own))
  const there = await subscriptions.subscriptions({ to })
  const same = there.find((one) => one.id !== id && JSON.stringify(filterOf(one)) === filter)
  return same !== undefined && mayChange(same, asker) ? same : null
}

/** Answers that something is followed already. */
export const tellTwin = (twin: Subscription, settings: CommandContext['settings'], asker: Asker): Message =>
  info(asker, 'subscribe.twin', { id: twin.id, title: titleOf(twin, settings, asker.language) })

/** The next steps with a subscription that was just made or changed. */
export const changeActions = (id: string): readonly Action[] => [
  { label: 'action.test', command: `test ${id}` },
  { label: 'action.unsubscribe', command: `unsubscribe ${id}` },
]

/** Adds a subscription under an id that was never used: what was told is remembered under the id for ever. */
export async function addUnderFreeId(
  made: Subscription,
  { subscriptions, settings }: CommandContext,
  random: () => number,
): Promise<{ subscription: Subscription; addition: Exclude<Addition, { readonly status: 'taken' }> }> {
  for (let subscription = made; ; subscription = { ...made, id: newId(random) }) {
    if (settings.briefings.some(({ id }) => id === subscription.id)) continue
    const addition = await subscriptions.addSubscription(subscription)
    if (addition.status !== 'taken') return { subscription, addition }
  }
}

/**
 * Returns what a new subscription tells at once: the last day; for others the shortest time between two of
 * their days, so the last week for a weekly one; for an alert, what passed its threshold. It is part of the
 * answer, or is sent to where the subscription posts. Either way it counts as told, so the first scheduled
 * briefing brings only what moved.
 */
export async function firstBriefing(
  subscription: Subscription,
  context: CommandContext,
  asker: Asker,
): Promise<Pick<Extract<Message, { readonly kind: 'subscription' }>, 'first' | 'instead'>> {
  const { id, to, alert, state } = subscription
  const now = context.now()
  if (state === 'paused') return { first: null }
  // The asker is awake; others must not be woken.
  if (to !== asker.channel && quietUntil(subscription, now) !== null) return { first: null }
  const { briefing, booked } = await newsNow(subscription, context)
  if (alert !== null && briefing.sections.length === 0) return { first: null, instead: 'nothing-yet' }
  if (to === asker.channel) {
    await context.subscriptions.keepAnswered(to, `first ${id}`, booked)
    return { first: briefing }
  }
  const isWritten = await context.subscriptions.decide({
    outboxId: `${id} first`,
    subscription: id,
    destination: to,
    slot: 'first',
    at: now,
    message: { kind: 'briefing', briefing, actions: [listSubscriptions] },
    told: booked,
  })
  // Nothing is sent to a channel that refused us; its next briefing tells the news.
  return isWritten ? { first: null, instead: 'sent-there' } : { first: null }
}

/**
 * Composes the news of a subscription's last period; for an alert, what passed its threshold in that time.
 */
export async function newsNow(subscription: Subscription, context: CommandContext): Promise<Composed> {
  const { archive, settings } = context
  const now = context.now()
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
