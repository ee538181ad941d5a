import { inItsPlace, quietOfPlace, quietPlaces } from '../subscriptions/place-quiet.ts'
import type { Preferences } from '../records/preferences.ts'
import type { Subscription } from '../records/subscription.ts'

/** Subscriptions as their places let them speak: what is told of them, and not what is kept. */
export async function inTheirPlaces(
  subscriptions: readonly Subscription[],
  shelf: { preferences(of: string): Promise<Preferences | null> },
): Promise<readonly Subscription[]> {
  const places = new Set(subscriptions.flatMap(quietPlaces))
  const found = await Promise.all(
    [...places].map(async (place) => {
      const preferences = await shelf.preferences(place)
      const quiet = preferences === null ? null : quietOfPlace(preferences)
      return quiet === null ? [] : [[place, quiet] as const]
    }),
  )
  const quiet = new Map(found.flat())
  return subscriptions.map((subscription) => inItsPlace(subscription, quiet))
}
