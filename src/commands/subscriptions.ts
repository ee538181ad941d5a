import { actionsOn, resumeAll } from '../chat/action.ts'
import type { CommandInput } from '../chat/command-input.ts'
import type { Asker, Command } from '../chat/command.ts'
import type { Message } from '../records/message.ts'
import { maySee } from './asker.ts'
import { inItsPlace, resolvePlaceQuietHours } from '../subscriptions/place-quiet.ts'
import { defineCommand } from './define-command.ts'
import { cardOf, tellCard, withReach } from './describe-subscription.ts'
import { findSubscription, tellNotFound, visibleSubscriptions } from './find-subscription.ts'
import type { CommandContext } from './command-context.ts'
import { warning } from './notice.ts'
import { newsNow } from './subscribe.ts'

/**
 * `subscriptions`: what posts here and what the asker follows elsewhere; for admins, with `all`, everything
 * in the workspace. One that is named is shown with what it would tell now.
 */
export function subscriptionsCommand(context: CommandContext): Command {
  return defineCommand({
    name: 'subscriptions',
    options: ['subscription', 'scope'],
    usage: 'subscriptions [id:{id} {or} all]',
    examples: ['subscriptions', 'subscriptions id:k4f2'],
    async run(input, asker) {
      const isAll = input.all === true
      if (input.subscription !== undefined) return showOne(input, context, asker)
      if (isAll && !asker.isAdmin) return warning(asker, 'permission.admin')
      const visible = isAll
        ? (await context.subscriptions.subscriptions()).filter((subscription) => maySee(subscription, asker))
        : await visibleSubscriptions(context, asker)
      const health = await context.subscriptions.destinations()
      const placed = await resolvePlaceQuietHours(visible, context.subscriptions)
      const cards = placed.map((subscription) =>
        withReach(cardOf(subscription, context, asker), subscription, health, asker),
      )
      return {
        kind: 'subscriptions',
        subscriptions: cards,
        actions: cards.filter(({ resumable }) => resumable === true).length > 1 ? [resumeAll] : [],
        zone: asker.zone,
        language: asker.language,
      }
    },
  })
}

/** Shows one subscription and the news of its last period, none of which counts as told. */
async function showOne(input: CommandInput, context: CommandContext, asker: Asker): Promise<Message> {
  const found = await findSubscription(input, 'look', context, asker)
  if (found.status === 'mistake') return tellNotFound(found, 'subscriptions', input, asker)
  const health = await context.subscriptions.destinations()
  const placed = await inItsPlace(found.subscription, context.subscriptions)
  const card = withReach(cardOf(placed, context, asker), placed, health, asker)
  const { briefing } = await newsNow(placed, context)
  const actions = actionsOn(card).filter(({ label }) => label !== 'action.open')
  return tellCard('shown', card, asker, { first: briefing, actions })
}
