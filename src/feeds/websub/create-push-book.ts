import { LRUCache } from 'lru-cache'
import type { Push } from '../../records/feed-state.ts'

export type PushBook = ReturnType<typeof createPushBook>

/** A hub asks within minutes or never; what ended long before so many others is forgotten. */
const MAX_ENDED = 500

/** Our subscriptions at hubs by source, as they stand now: hubs come back while sources are read, so the store lags behind. */
export function createPushBook() {
  const pushes = new Map<string, Push>()
  const sources = new Map<string, string>()
  const ended = new LRUCache<string, Push>({ max: MAX_ENDED })

  function take(sourceId: string): Push | null {
    const push = pushes.get(sourceId) ?? null
    pushes.delete(sourceId)
    if (push) sources.delete(tokenOf(push))
    return push
  }

  return {
    of: (sourceId: string): Push | null => pushes.get(sourceId) ?? null,
    set(sourceId: string, push: Push): void {
      take(sourceId)
      pushes.set(sourceId, push)
      sources.set(tokenOf(push), sourceId)
    },
    /** Ends one; returns what it was, so that the hub can be told. */
    end(sourceId: string): Push | null {
      const push = take(sourceId)
      if (push) ended.set(tokenOf(push), push)
      return push
    },
    /** Whose callback this is. The last part of its address is enough: a proxy may change what stands before. */
    find(token: string): { readonly sourceId: string; readonly push: Push } | null {
      const sourceId = sources.get(token)
      const push = sourceId === undefined ? undefined : pushes.get(sourceId)
      return sourceId === undefined || push === undefined ? null : { sourceId, push }
    },
    /** One that ended and whose hub will ask whether that is so. */
    findEnded: (token: string): Push | null => ended.get(token) ?? null,
  }
}

const tokenOf = ({ callback }: Push): string => callback.slice(callback.lastIndexOf('/') + 1)
