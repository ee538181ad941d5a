import type { webApi } from '@slack/bolt'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { toDeliveryError } from '../errors.ts'
import type { Workspace } from '../transport/workspaces.ts'

/** https://docs.slack.dev/reference/methods/conversations.open */
const opened = z.object({ channel: z.object({ id: z.string() }) })

const PEOPLE = 10_000
const FRESH_MS = 24 * 3_600_000

/** The channel in which only this person reads what we write. @throws DeliveryError */
export type FindDirect = (workspace: Workspace, user: string) => Promise<string>

export function createFindDirect(): FindDirect {
  const cache = new LRUCache<string, string, webApi.WebClient>({
    max: PEOPLE,
    ttl: FRESH_MS,
    fetchMethod: async (id, _stale, { context }) =>
      opened.parse(await context.conversations.open({ users: id.slice(id.indexOf('/') + 1) })).channel.id,
  })
  return async ({ team, client }, user) => {
    try {
      return await cache.forceFetch(`${team}/${user}`, { context: client })
    } catch (error) {
      throw toDeliveryError(error)
    }
  }
}
