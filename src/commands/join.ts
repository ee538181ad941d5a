import type { Command } from '../chat/command.ts'
import { mergeSubscriptions } from '../subscriptions/merge-subscriptions.ts'
import { inItsPlace } from '../subscriptions/place-quiet.ts'
import { retryOnConflict } from './change-state.ts'
import type { CommandContext } from './command-context.ts'
import { defineCommand } from './define-command.ts'
import { cardOf, tellCard } from './describe-subscription.ts'
import { findSubscription, tellNotFound } from './find-subscription.ts'
import { changeActions } from './subscribe.ts'
import { keepChange } from './undo.ts'
import { info } from './notice.ts'

/**
 * `join`: merges two subscriptions that tell the same in one place. The first continues at the times of both,
 * and the other ends. One undo takes back both.
 */
export function joinCommand(context: CommandContext): Command {
  return defineCommand({
    name: 'join',
    isForButtons: true,
    options: ['subscription', 'of'],
    required: ['subscription', 'of'],
    positionalOption: 'subscription',
    answer: 'public',
    usage: 'join {id} of:{id}',
    examples: ['join k4f2 of:m7d3'],
    run: (input, asker) =>
      retryOnConflict(async () => {
        const { subscriptions } = context
        const kept = await findSubscription(input, 'change', context, asker)
        if (kept.status === 'mistake') return tellNotFound(kept, 'join', input, asker)
        const named = { ...input, subscription: input.of ?? '' }
        const other = await findSubscription(named, 'change', context, asker)
        if (other.status === 'mistake') return tellNotFound(other, 'join', named, asker)
        const after = mergeSubscriptions(kept.subscription, other.subscription)
        if (after === null) return info(asker, 'subscription.apart')
        const ended = { ...other.subscription, state: 'ended' } as const
        // The other ends first, because the merged one may count as its twin.
        if (!(await subscriptions.changeSubscription(other.subscription, ended))) return null
        if (!(await subscriptions.changeSubscription(kept.subscription, after))) return null
        const changes = [
          { kind: 'subscription', before: kept.subscription, after },
          { kind: 'subscription', before: other.subscription, after: ended },
        ] as const
        const undo = await keepChange(changes, context, asker)
        const card = cardOf(await inItsPlace(after, subscriptions), context, asker)
        return tellCard('changed', card, asker, { actions: [...changeActions(after.id), undo] })
      }),
  })
}
