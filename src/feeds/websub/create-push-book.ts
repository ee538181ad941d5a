import { LRUCache } from 'lru-cache'
import type { Push } from '../../records/feed-state.ts'

export type PushBook = ReturnType<typeof createPushBook>

/** A hub asks within minutes or never; what ended long before so many others is forgotten. */
const MAX_ENDED = 500

/** Our subscriptions at hubs by source, as they stand now: hubs come back while sources are read, so the store lags behind. */
export function createPushBook() {
  const pushes = new Map<string, Push>()
  const ended = new LRUCache<string, Push>({ max: MAX_ENDED })

  return {
    of: (sourceId: string): Push | null => pushes.get(sourceId) ?? null,
    set: (sourceId: string, push: Push): void => void pushes.set(sourceId, push),
    /** Ends one, so that the hub can be told. */
    end(sourceId: string, push: Push): void {
      pushes.delete(sourceId)
      ended.set(tokenOf(push), push)
    },
    /** Whose callback this is. The last part of its address is enough: a proxy may change what stands before. */
    find(token: string): { readonly sourceId: string; readonly push: Push } | null {
      const [sourceId, push] = pushes.entries().find(([, one]) => tokenOf(one) === token) ?? []
      return sourceId === undefined || push === undefined ? null : { sourceId, push }
    },
    /** One that ended and whose hub will ask whether that is so. */
    findEnded: (token: string): Push | null => ended.get(token) ?? null,
  }
}

const tokenOf = ({ callback }: Push): string => callback.slice(callback.lastIndexOf('/') + 1)
