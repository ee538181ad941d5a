import { MOST_PER_CHANNEL, MOST_PER_OWNER } from './limits.ts'
import type { Addition, Subscription } from '../records/subscription.ts'
import { tellTheSame } from './tell-the-same.ts'

/** Whether a new subscription may be kept beside those that stand in its place and those of its owner. */
export function judgeAddition(
  subscription: Subscription,
  there: readonly Subscription[],
  own: readonly Subscription[],
): Exclude<Addition, { readonly status: 'taken' }> {
  const twin = there.find((other) => tellTheSame(other, subscription))
  if (twin !== undefined) return { status: 'twin', twin }
  if (there.length >= MOST_PER_CHANNEL) return { status: 'channel-full' }
  return { status: own.length >= MOST_PER_OWNER ? 'owner-full' : 'kept' }
}
