import type { Command } from '../chat/command.ts'
import type { Trial } from '../records/message.ts'
import type { Subscription } from '../records/subscription.ts'
import { inTheirPlaces } from '../subscriptions/place-quiet.ts'
import { defineCommand } from './define-command.ts'
import { findSubscription } from './find-subscription.ts'
import type { CommandContext } from './command-context.ts'
import { refusal } from './notice.ts'
import { tryAlerts, tryBriefings } from './trial.ts'
import { cardOf } from './describe-subscription.ts'

const WEEK_MS = 7 * 24 * 3_600_000

/** Servings shown; an hourly subscription has 168 in a week. */
const MOST_SHOWN = 14

/** What a subscription would have sent in the last seven days. Sends nothing, changes nothing. */
export function testCommand(newsroom: CommandContext): Command {
  return defineCommand({
    name: 'test',
    options: ['subscription'],
    bare: 'subscription',
    usage: 'test [ID]',
    examples: ['test k4f2', 'test'],
    async run(input, asker) {
      const found = await findSubscription(input.subscription, 'look', newsroom, asker)
      if (found.status === 'mistake') return refusal(asker, found.mistake)
      const [subscription = found.subscription] = await inTheirPlaces(
        [found.subscription],
        newsroom.subscriptions,
      )
      const to = newsroom.now()
      const from = to - WEEK_MS
      const {
        servings: tried,
        capped,
        lookedAt,
      } = await trySubscription(subscription, { from, to }, newsroom)
      const full = tried.filter((serving) => serving.stories.length > 0)
      return {
        kind: 'trial',
        trial: {
          subscription: cardOf(subscription, newsroom, asker),
          from,
          to,
          servings: full.slice(-MOST_SHOWN),
          empty: tried.length - full.length,
          earlier: Math.max(0, full.length - MOST_SHOWN),
          capped,
          lookedAt,
        },
        zone: asker.zone,
        language: asker.language,
      }
    },
  })
}

async function trySubscription(
  subscription: Subscription,
  span: { readonly from: number; readonly to: number },
  newsroom: CommandContext,
): Promise<Pick<Trial, 'servings' | 'capped' | 'lookedAt'>> {
  const { alert } = subscription
  if (alert === null) return { ...(await tryBriefings(subscription, span, newsroom)), capped: null }
  const tried = await tryAlerts({ ...subscription, alert }, span, newsroom)
  return { ...tried, capped: { ...tried.capped, perHour: alert.perHour } }
}
