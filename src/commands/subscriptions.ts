import type { Command } from '../chat/command.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './define-command.ts'
import { visibleSubscriptions } from './find-subscription.ts'
import type { NewsroomView } from './newsroom-view.ts'
import { notice } from './notice.ts'
import { maySee } from './rights.ts'
import { cardOf } from './wording/card-of.ts'

/** What speaks here and what the asker follows elsewhere; for admins, with `all`, everything in the workspace. */
export function subscriptionsCommand(newsroom: NewsroomView): Command {
  return defineCommand({
    name: 'subscriptions',
    options: ['scope'],
    help: 'command.subscriptions',
    usage: 'subscriptions [all]',
    examples: ['subscriptions'],
    async run({ all }, asker) {
      if (all && !asker.isAdmin) return notice('warning', say('permission.admin', asker.language), asker)
      const visible = all
        ? (await newsroom.subscriptions.subscriptions()).filter((subscription) => maySee(subscription, asker))
        : await visibleSubscriptions(newsroom, asker)
      const health = await newsroom.subscriptions.destinations()
      return {
        kind: 'subscriptions',
        subscriptions: visible.map((subscription) => {
          const { state, since } = health.get(subscription.to) ?? WELL
          const card = cardOf(subscription, newsroom, asker)
          return state === 'paused' ? { ...card, nextAt: null, unreachableSince: since } : card
        }),
        actions: [],
        zone: asker.zone,
        language: asker.language,
      }
    },
  })
}

const WELL = { state: 'active', since: 0 } as const
