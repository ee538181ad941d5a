import { resumeAll } from '../chat/action.ts'
import type { Command } from '../chat/command.ts'
import { maySee } from './asker.ts'
import { inTheirPlaces } from '../subscriptions/place-quiet.ts'
import { defineCommand } from './define-command.ts'
import { cardOf, withReach } from './describe-subscription.ts'
import { visibleSubscriptions } from './find-subscription.ts'
import type { CommandContext } from './command-context.ts'
import { warning } from './notice.ts'

/** What speaks here and what the asker follows elsewhere; for admins, with `all`, everything in the workspace. */
export function subscriptionsCommand(newsroom: CommandContext): Command {
  return defineCommand({
    name: 'subscriptions',
    options: ['scope'],
    usage: 'subscriptions [all]',
    examples: ['subscriptions'],
    async run({ all }, asker) {
      if (all === true && !asker.isAdmin) return warning(asker, 'permission.admin')
      const visible =
        all === true
          ? (await newsroom.subscriptions.subscriptions()).filter((subscription) =>
              maySee(subscription, asker),
            )
          : await visibleSubscriptions(newsroom, asker)
      const health = await newsroom.subscriptions.destinations()
      const placed = await inTheirPlaces(visible, newsroom.subscriptions)
      const cards = placed.map((subscription) =>
        withReach(cardOf(subscription, newsroom, asker), subscription, health, asker),
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
