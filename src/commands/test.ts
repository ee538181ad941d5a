import type { Command } from '../chat/command.ts'
import { inItsPlace } from '../subscriptions/place-quiet.ts'
import { defineCommand } from './define-command.ts'
import { findSubscription, tellNotFound } from './find-subscription.ts'
import { tellFollowed } from './follow.ts'
import type { CommandContext } from './command-context.ts'
import { tryAlerts, tryBriefings } from './trial.ts'
import { cardOf } from './describe-subscription.ts'

const WEEK_MS = 7 * 24 * 3_600_000

/** Servings shown; an hourly subscription has 168 in a week. */
const MOST_SHOWN = 14

/**
 * `test`: shows what a subscription would have sent in the last seven days. Sends nothing, changes nothing.
 */
export function testCommand(context: CommandContext): Command {
  return defineCommand({
    name: 'test',
    options: ['subscription'],
    positionalOption: 'subscription',
    usage: 'test [{id}]',
    examples: ['test k4f2', 'test'],
    async run(input, asker) {
      const found = await findSubscription(input, 'look', context, asker)
      if (found.status === 'mistake') return tellNotFound(found, 'test', input, asker)
      const subscription = await inItsPlace(found.subscription, context.subscriptions)
      if (subscription.kind === 'follow') return tellFollowed(subscription, context, asker)
      const to = context.now()
      const from = to - WEEK_MS
      const { alert } = subscription
      const { servings, ...tried } =
        alert === null
          ? await tryBriefings(subscription, { from, to }, context)
          : await tryAlerts({ ...subscription, alert }, { from, to }, context)
      const full = servings.filter(({ stories }) => stories.length > 0)
      return {
        kind: 'trial',
        trial: {
          subscription: cardOf(subscription, context, asker),
          from,
          to,
          servings: full.slice(-MOST_SHOWN),
          empty: servings.length - full.length,
          earlier: Math.max(0, full.length - MOST_SHOWN),
          ...tried,
        },
        zone: asker.zone,
        language: asker.language,
      }
    },
  })
}
