import type { Store } from '../records/ports/store.ts'

/**
 * Wraps a store so that standing subscriptions are read once and then only after a change: they are asked for
 * every minute and change rarely. Only for the single process that changes them, and only around the whole
 * store: one thread of it does not see what another thread writes.
 */
export function cacheSubscriptions(store: Store): Store {
  let standing: ReturnType<Store['subscriptions']> | null = null
  async function changing<T>(change: Promise<T>): Promise<T> {
    standing = null
    try {
      return await change
    } finally {
      standing = null
    }
  }
  return {
    ...store,
    subscriptions(filter) {
      if (filter !== undefined) return store.subscriptions(filter)
      const reading = (standing ??= store.subscriptions())
      reading.catch(() => (standing = null))
      return reading
    },
    addSubscription: (subscription) => changing(store.addSubscription(subscription)),
    keepSubscription: (subscription) => changing(store.keepSubscription(subscription)),
    changeSubscription: (before, after) => changing(store.changeSubscription(before, after)),
    pauseSubscriptionsOf: (place, at) => changing(store.pauseSubscriptionsOf(place, at)),
    moveChannel: (place, to) => changing(store.moveChannel(place, to)),
    leaveWorkspace: (place, at) => changing(store.leaveWorkspace(place, at)),
    returnToWorkspace: (place, installedAt, at) => changing(store.returnToWorkspace(place, installedAt, at)),
    forgetWorkspace: (place) => changing(store.forgetWorkspace(place)),
    forgetLeftWorkspace: (before) => changing(store.forgetLeftWorkspace(before)),
  }
}
