import { selectionKey } from '../briefings/match-stories.ts'
import type { Subscription } from '../records/subscription.ts'

interface OfSubscription {
  readonly subscription: Subscription
}

/**
 * Splits subscriptions into rounds with at most one of each destination, since the second of a channel must
 * know what the first has told.
 */
export function inRounds<One extends OfSubscription>(due: readonly One[]): readonly (readonly One[])[] {
  const rounds: One[][] = []
  const counts = new Map<string, number>()
  for (const one of due) {
    const nth = counts.get(one.subscription.to) ?? 0
    counts.set(one.subscription.to, nth + 1)
    const round = (rounds[nth] ??= [])
    round.push(one)
  }
  return rounds
}

/** Puts subscriptions that ask for the same next to each other, so that their message is written once. */
export const groupAlike = <One extends OfSubscription>(due: readonly One[]): readonly One[] =>
  [
    ...Map.groupBy(due, ({ subscription }) =>
      [subscription.language, subscription.zone, selectionKey(subscription)].join(' '),
    ).values(),
  ].flat()
