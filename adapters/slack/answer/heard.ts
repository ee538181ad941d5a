import { LRUCache } from 'lru-cache'
import type { ChatLog } from '../../../src/chat/chat-platform.ts'
import type { ChatMemory } from '../../../src/records/ports/chat-memory.ts'

/** Ids that are known without asking the store. */
const RECENT = 5_000

/** True the first time something comes in; Slack delivers some things twice, and a request can be played again. */
export type IsNew = (id: string) => Promise<boolean>

export function createIsNew(memory: ChatMemory, now: () => number, log: ChatLog): IsNew {
  const recent = new LRUCache<string, true>({ max: RECENT })
  return async (id) => {
    if (recent.has(id)) return false
    recent.set(id, true)
    try {
      return await memory.hear('slack', id, now())
    } catch (error) {
      // Better an answer twice than none while the store is not well.
      log.error({ err: error }, 'the store does not remember what came from Slack')
      return true
    }
  }
}
