import { resume } from '../chat/action.ts'
import type { CommandInput } from '../chat/command-input.ts'
import type { Asker, Command } from '../chat/command.ts'
import type { Message } from '../records/message.ts'
import type { Subscription } from '../records/subscription.ts'
import { MOST_PER_CHANNEL } from '../subscriptions/limits.ts'
import { judgeChange } from '../subscriptions/judge-addition.ts'
import { filterOf } from '../subscriptions/news-filter.ts'
import { ownerOf, placeNamed } from './asker.ts'
import { retryOnConflict } from './change-state.ts'
import { inItsPlace } from '../subscriptions/place-quiet.ts'
import { defineCommand } from './define-command.ts'
import { cardOf, tellCard, withReach } from './describe-subscription.ts'
import { findSubscription, tellNotFound } from './find-subscription.ts'
import { editSubscription } from './make-subscription.ts'
import type { CommandContext } from './command-context.ts'
import { refusal, warning } from './notice.ts'
import { keepChange } from './undo.ts'
import { changeActions, SUBSCRIPTION_OPTIONS, tellTwin } from './subscribe.ts'

/** `edit`: changes what is named in a subscription; the rest stays. */
export function editCommand(context: CommandContext): Command {
  return defineCommand({
    name: 'edit',
    options: ['subscription', ...SUBSCRIPTION_OPTIONS],
    positionalOption: 'subscription',
    usage: 'edit {id} [what, when, at, zone, quiet, length, …]',
    examples: ['edit k4f2 at 9:00', 'edit k4f2 turkey weekdays', 'edit k4f2 quiet 22:00-07:00'],
    run: (input, asker) => retryOnConflict(() => change(input, asker, context)),
  })
}

/** Returns the answer; null where somebody else changed or ended the subscription meanwhile. */
async function change(input: CommandInput, asker: Asker, context: CommandContext): Promise<Message | null> {
  const found = await findSubscription(input, 'change', context, asker)
  if (found.status === 'mistake') return tellNotFound(found, 'edit', input, asker)
  const before = found.subscription
  if (before.kind === 'follow') return warning(asker, 'follow.noEdit', { id: before.id })
  if (input.to === 'me' && before.owner !== ownerOf(asker))
    return warning(asker, 'edit.notToYou', { id: before.id })
  const place = input.to === undefined ? null : await placeNamed(input.to, asker)
  if (place?.status === 'mistake') return refusal(asker, place.mistake)
  const to = place?.destination ?? before.to
  const edited = editSubscription(before, input, to)
  if (edited.status === 'mistakes') return refusal(asker, ...edited.mistakes)
  const subscription =
    timesOf(before) === timesOf(edited.subscription)
      ? edited.subscription
      : { ...edited.subscription, changedAt: context.now() }
  const judged = await judgeChange(before, subscription, context.subscriptions)
  if (judged.status === 'twin') return tellTwin(judged.twin, context.settings, asker)
  if (judged.status !== 'kept') return warning(asker, 'subscribe.channelFull', { most: MOST_PER_CHANNEL })
  if (!(await context.subscriptions.changeSubscription(before, subscription))) return null
  if (subscription.to !== before.to) await context.subscriptions.resumeDestination(subscription.to)
  const placed = await inItsPlace(subscription, context.subscriptions)
  const health = await context.subscriptions.destinations()
  const card = withReach(cardOf(placed, context, asker, place?.channel), placed, health, asker)
  const undo = await keepChange([{ kind: 'subscription', before, after: subscription }], context, asker)
  const actions = [...changeActions(subscription.id), undo]
  return tellCard('changed', card, asker, {
    actions: card.resumable === true ? [resume(subscription.id), ...actions] : actions,
  })
}

/**
 * What decides when a subscription starts anew. An alert has no times, but a new filter makes it begin with
 * what moves from now on.
 */
const timesOf = (subscription: Subscription): string => {
  const { kind, at, days, zone, alert } = subscription
  return JSON.stringify(kind === 'alert' ? [kind, filterOf(subscription), alert] : [kind, at, days, zone])
}
