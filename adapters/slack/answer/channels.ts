import type { webApi } from '@slack/bolt'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { ChatLog } from '../../../src/chat/chat-platform.ts'
import { refusalOf } from '../errors.ts'
import type { Workspace } from '../transport/workspaces.ts'

/** What Slack tells of a channel that the app sees. */
interface Channel {
  readonly name: string
  /** Id of who made it. */
  readonly creator: string | null
  readonly isPrivate: boolean
}

/** https://docs.slack.dev/reference/methods/conversations.info */
const answer = z.object({
  channel: z.object({
    name: z.string().optional(),
    creator: z.string().optional(),
    is_private: z.boolean().optional(),
  }),
})

const members = z.object({
  members: z.array(z.string()),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
})

const CHANNELS = 5_000
const FRESH_MS = 10 * 60_000
/** Members of a private channel that are looked through, by the thousand. */
const PAGES = 5

export interface Channels {
  /** Null where the app does not see it: private, or gone. */
  of(workspace: Workspace, channel: string): Promise<Channel | null>
  /** Whether somebody is in a channel; false where the app does not see it. */
  holds(workspace: Workspace, channel: string, user: string): Promise<boolean>
  /** It was renamed, closed or opened. */
  forget(team: string, channel: string): void
}

export function createChannels(log: ChatLog): Channels {
  const cache = new LRUCache<string, Channel, webApi.WebClient>({
    max: CHANNELS,
    ttl: FRESH_MS,
    fetchMethod: async (id, _stale, { context }) => {
      const { channel } = answer.parse(await context.conversations.info({ channel: id.split('/')[1] ?? '' }))
      return {
        name: channel.name ?? '',
        creator: channel.creator ?? null,
        isPrivate: channel.is_private ?? false,
      }
    },
  })
  return {
    async of({ team, client }, channel) {
      try {
        return (await cache.fetch(`${team}/${channel}`, { context: client })) ?? null
      } catch (error) {
        const refusal = refusalOf(error)
        if (refusal !== 'channel_not_found')
          log.warn({ workspace: team, err: error }, 'conversations.info failed')
        return null
      }
    },
    async holds({ client }, channel, user) {
      let cursor = ''
      for (let page = 0; page < PAGES; page += 1) {
        const found = members.parse(
          await client.conversations.members({ channel, limit: 1000, ...(cursor !== '' && { cursor }) }),
        )
        if (found.members.includes(user)) return true
        cursor = found.response_metadata?.next_cursor ?? ''
        if (cursor === '') return false
      }
      return false
    },
    forget: (team, channel) => void cache.delete(`${team}/${channel}`),
  }
}
