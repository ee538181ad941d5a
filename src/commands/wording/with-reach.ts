import type { Asker } from '../../chat/command.ts'
import type { SubscriptionCard } from '../../records/message.ts'
import type { Subscription } from '../../records/subscription.ts'
import { mayResume } from '../rights.ts'

/** How destinations fare that messages do not reach; the others are absent. `since` in milliseconds since 1970. */
export type Health = ReadonlyMap<
  string,
  { readonly state: 'active' | 'degraded' | 'paused'; readonly since: number }
>

/** Since when nothing is sent to where a subscription speaks, because messages did not arrive there; null where all is well. */
export function unreachableSince({ to }: Pick<Subscription, 'to'>, health: Health): number | null {
  const { state, since } = health.get(to) ?? WELL
  return state === 'paused' ? since : null
}

const WELL = { state: 'active', since: 0 } as const

/** The card as it is while nothing reaches the place: it promises no time, and says whether whoever asks may try again. */
export function withReach(
  card: SubscriptionCard,
  subscription: Subscription,
  health: Health,
  asker: Asker,
): SubscriptionCard {
  const since = unreachableSince(subscription, health)
  if (since === null) return card
  const resumable = mayResume(subscription, asker) ? { resumable: true as const } : {}
  return { ...card, nextAt: null, unreachableSince: since, ...resumable }
}
