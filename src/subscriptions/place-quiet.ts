import type { Subscriptions } from '../records/ports/subscriptions.ts'
import type { Preferences } from '../records/preferences.ts'
import type { Quiet, Subscription } from '../records/subscription.ts'

/**
 * Places whose quiet hours apply to a subscription that has none of its own; the first that has some counts.
 * That is the channel. For direct messages it is the person as known there, then as known where they ordered
 * it.
 */
function quietPlaces({ to, owner }: Pick<Subscription, 'to' | 'owner'>): readonly string[] {
  if (!to.includes(':@')) return [to]
  return [...new Set([to.replace(':@', ':'), ...(owner === null ? [] : [owner])])]
}

/** Returns the quiet hours of a place, with the zone they are meant in where it is known. */
export function quietOfPlace({ quiet, zone }: Preferences): Quiet | null {
  return quiet === null || zone === null ? quiet : { zone, ...quiet }
}

/**
 * Returns a subscription with the quiet hours that apply to it in its place. `quiet` holds the quiet hours of
 * places and people, keyed as `Preferences` are stored.
 */
export function withPlaceQuietHours<One extends Pick<Subscription, 'to' | 'owner' | 'quiet'>>(
  subscription: One,
  quiet: ReadonlyMap<string, Quiet>,
): One {
  if (subscription.quiet !== null) return subscription
  const hours = quietPlaces(subscription)
    .map((place) => quiet.get(place))
    .find((found) => found !== undefined)
  return hours === undefined ? subscription : { ...subscription, quiet: hours }
}

/**
 * Returns subscriptions with the quiet hours that apply in their places. For display and comparison; this is
 * not what is stored.
 */
export async function resolvePlaceQuietHours(
  subscriptions: readonly Subscription[],
  store: Pick<Subscriptions, 'quietHours'>,
): Promise<readonly Subscription[]> {
  const quiet = await store.quietHours([...new Set(subscriptions.flatMap(quietPlaces))])
  return subscriptions.map((subscription) => withPlaceQuietHours(subscription, quiet))
}

/** Does the same for one subscription. */
export async function inItsPlace(
  subscription: Subscription,
  store: Pick<Subscriptions, 'quietHours'>,
): Promise<Subscription> {
  const [placed = subscription] = await resolvePlaceQuietHours([subscription], store)
  return placed
}
