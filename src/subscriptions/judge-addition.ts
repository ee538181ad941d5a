import type { Subscriptions } from '../records/ports/subscriptions.ts'
import type { Addition, Subscription } from '../records/subscription.ts'
import {
  lengthOf,
  MOST_FOLLOWED,
  MOST_FOLLOWED_PER_OWNER,
  MOST_PER_CHANNEL,
  MOST_PER_OWNER,
} from './limits.ts'
import { filterOf } from './news-filter.ts'
import { readsOf } from './reads-of.ts'
import { resolvePlaceQuietHours } from './place-quiet.ts'

/** The subscriptions in the store, as one transaction sees them. */
export type Standing = Pick<Subscriptions, 'subscriptions' | 'quietHours'>

type Judged = Exclude<Addition, { readonly status: 'taken' }>

/** Judges whether a new subscription may be kept, given those in its place and those of its owner. */
export async function judgeAddition(subscription: Subscription, standing: Standing): Promise<Judged> {
  const { to, owner } = subscription
  const there = await standing.subscriptions({ to })
  const own = owner === null ? [] : await standing.subscriptions({ owner })
  const judged = await judgeBeside(subscription, there, standing)
  const most = subscription.kind === 'follow' ? MOST_FOLLOWED_PER_OWNER : MOST_PER_OWNER
  const isFull =
    judged.status === 'kept' && own.filter((other) => sharesLimit(other, subscription)).length >= most
  return isFull ? { status: 'owner-full' } : judged
}

/**
 * Judges whether a subscription may become what somebody changed it to: it must not equal another one, and a
 * new place must have room for it.
 */
export async function judgeChange(
  before: Subscription,
  after: Subscription,
  standing: Standing,
): Promise<Judged> {
  // An ended subscription no longer takes up room in its place.
  if (before.state === 'ended' && after.state !== 'ended') return judgeAddition(after, standing)
  if (tellTheSame(before, after)) return { status: 'kept' }
  const others = (await standing.subscriptions({ to: after.to })).filter(({ id }) => id !== after.id)
  const judged = await judgeBeside(after, others, standing)
  return judged.status === 'channel-full' && after.to === before.to ? { status: 'kept' } : judged
}

/**
 * Compares quiet hours as they apply in the place: hours set there equal the same hours set in a
 * subscription.
 */
async function judgeBeside(
  subscription: Subscription,
  there: readonly Subscription[],
  standing: Standing,
): Promise<Judged> {
  const [placed = subscription, ...others] = await resolvePlaceQuietHours([subscription, ...there], standing)
  const twin = others.find((other) => tellTheSame(other, placed))
  if (twin !== undefined) return { status: 'twin', twin }
  const most = subscription.kind === 'follow' ? MOST_FOLLOWED : MOST_PER_CHANNEL
  const isFull = there.filter((other) => sharesLimit(other, subscription)).length >= most
  return { status: isFull ? 'channel-full' : 'kept' }
}

/** Followed stories have limits of their own, so they take no room from other subscriptions. */
const sharesLimit = (one: Subscription, other: Subscription): boolean =>
  (one.kind === 'follow') === (other.kind === 'follow')

/**
 * Returns whether two subscriptions tell the same to the same place at the same times. Both are given as
 * their place lets them post (`resolvePlaceQuietHours`).
 */
export function tellTheSame(one: Subscription, other: Subscription): boolean {
  return key(one) === key(other)
}

function key(subscription: Subscription): string {
  const { to, kind, story, hours, at, days, zone, language, quiet, alert, endsAt } = subscription
  if (kind === 'follow') return JSON.stringify([to, kind, story])
  return JSON.stringify([
    to,
    kind,
    hours,
    at,
    days,
    zone,
    language,
    readsOf(subscription),
    quiet === null || quiet === 'off' ? null : [quiet.from, quiet.to, quiet.zone ?? zone],
    alert,
    endsAt,
    lengthOf(subscription),
    subscription.model ?? false,
    subscription.pictures ?? false,
    filterOf(subscription),
  ])
}
