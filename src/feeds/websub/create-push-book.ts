import { LRUCache } from 'lru-cache'
import type { Push } from '../../records/feed-state.ts'

export type PushBook = ReturnType<typeof createPushBook>

/** A hub asks within minutes or never, so ended subscriptions are forgotten after this many later ones. */
const MAX_ENDED = 500

/**
 * Our current subscriptions at hubs by source. Hubs call back while sources are being read, when the store
 * lags behind.
 */
export function createPushBook() {
  const pushes = new Map<string, Push>()
  const ended = new LRUCache<string, Push>({ max: MAX_ENDED })

  return {
    of: (sourceId: string): Push | null => pushes.get(sourceId) ?? null,
    set: (sourceId: string, push: Push): void => void pushes.set(sourceId, push),
    /** Ends a subscription but remembers it, so that the hub's verification can be answered. */
    end(sourceId: string, push: Push): void {
      pushes.delete(sourceId)
      ended.set(tokenOf(push), push)
    },
    /**
     * Returns the subscription of a callback, or null. The last part of its path is enough: a proxy may
     * change what comes before.
     */
    find(token: string): { readonly sourceId: string; readonly push: Push } | null {
      const [sourceId, push] = pushes.entries().find(([, one]) => tokenOf(one) === token) ?? []
      return sourceId === undefined || push === undefined ? null : { sourceId, push }
    },
    /** Returns an ended subscription, which its hub will ask us to confirm, or null. */
    findEnded: (token: string): Push | null => ended.get(token) ?? null,
  }
}

const tokenOf = ({ callback }: Push): string => callback.slice(callback.lastIndexOf('/') + 1)
