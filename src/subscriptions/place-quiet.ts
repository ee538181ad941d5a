import type { Subscriptions } from '../records/ports/subscriptions.ts'
import type { Preferences } from '../records/preferences.ts'
import type { Quiet, Subscription } from '../records/subscription.ts'

/**
 * Whose preferences say when a subscription that has no quiet hours of its own is silent, the first that has some: the channel's; in direct messages those of the
 * person as they are known there, then as they are known where they ordered it.
 */
function quietPlaces({ to, owner }: Pick<Subscription, 'to' | 'owner'>): readonly string[] {
  if (!to.includes(':@')) return [to]
  return [...new Set([to.replace(':@', ':'), ...(owner === null ? [] : [owner])])]
}

/** The quiet hours of a place, with the zone that they are meant in where it is known. */
export function quietOfPlace({ quiet, zone }: Preferences): Quiet | null {
  return quiet === null || zone === null ? quiet : { zone, ...quiet }
}

/** A subscription as its place lets it speak. `quiet` holds the quiet hours of places and people, as `Preferences` are kept. */
export function inItsPlace<One extends Pick<Subscription, 'to' | 'owner' | 'quiet'>>(
  subscription: One,
  quiet: ReadonlyMap<string, Quiet>,
): One {
  if (subscription.quiet !== null) return subscription
  const hours = quietPlaces(subscription)
    .map((place) => quiet.get(place))
    .find((found) => found !== undefined)
  return hours === undefined ? subscription : { ...subscription, quiet: hours }
}

/** Subscriptions as their places let them speak: what is told of them, and not what is kept. */
export async function inTheirPlaces(
  subscriptions: readonly Subscription[],
  store: Pick<Subscriptions, 'quietHours'>,
): Promise<readonly Subscription[]> {
  const quiet = await store.quietHours([...new Set(subscriptions.flatMap(quietPlaces))])
  return subscriptions.map((subscription) => inItsPlace(subscription, quiet))
}
