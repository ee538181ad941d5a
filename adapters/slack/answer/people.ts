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

interface ListedChannel extends Channel {
  readonly id: string
}

/** https://docs.slack.dev/reference/methods/conversations.info */
const channelTold = z.object({
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

/** https://docs.slack.dev/reference/methods/users.conversations */
const channelsTold = z.object({
  channels: z.array(
    z.object({
      id: z.string(),
      name: z.string().optional(),
      creator: z.string().optional(),
      is_private: z.boolean().optional(),
    }),
  ),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
})

const WORKSPACES = 1_000
const CHANNELS = 5_000
const CHANNEL_FRESH_MS = 10 * 60_000
/** Answers to one question that are looked through: members by the thousand, channels by two hundred. */
const PAGES = 5

export type Channels = ReturnType<typeof createChannels>

export function createChannels(log: ChatLog) {
  const cache = new LRUCache<string, Channel, webApi.WebClient>({
    max: CHANNELS,
    ttl: CHANNEL_FRESH_MS,
    fetchMethod: async (id, _stale, { context }) => {
      const { channel } = channelTold.parse(
        await context.conversations.info({ channel: id.split('/')[1] ?? '' }),
      )
      return {
        name: channel.name ?? '',
        creator: channel.creator ?? null,
        isPrivate: channel.is_private ?? false,
      }
    },
  })
  const lists = new LRUCache<string, readonly ListedChannel[], webApi.WebClient>({
    max: WORKSPACES,
    ttl: CHANNEL_FRESH_MS,
    fetchMethod: async (_team, _stale, { context }) => listChannels(context),
  })

  return {
    /** Null where the app does not see it: private, or gone. */
    async of({ team, client }: Workspace, channel: string): Promise<Channel | null> {
      const found = cache.fetch(`${team}/${channel}`, { context: client }).catch((error: unknown) => {
        if (refusalOf(error) !== 'channel_not_found')
          log.warn({ workspace: team, err: error }, 'conversations.info failed')
      })
      return (await found) ?? null
    },
    /** As `holds`; false where Slack does not answer. */
    hasMember: (workspace: Workspace, channel: string, user: string): Promise<boolean> =>
      holds(workspace, channel, user).catch((error: unknown) => {
        log.warn({ workspace: workspace.team, err: error }, 'conversations.members failed')
        return false
      }),
    /** The channels that the app is in; none where Slack does not answer. */
    async ofApp({ team, client }: Workspace): Promise<readonly ListedChannel[]> {
      const found = lists.fetch(team, { context: client }).catch((error: unknown) => {
        log.warn({ workspace: team, err: error }, 'users.conversations failed')
      })
      return (await found) ?? []
    },
    holds,
    /** It was renamed, closed or opened; or the app was let in or put out. */
    forget(team: string, channel: string): void {
      cache.delete(`${team}/${channel}`)
      lists.delete(team)
    },
  }
}

/** Whether somebody is in a channel; false where the app does not see it. */
async function holds({ client }: Workspace, channel: string, user: string): Promise<boolean> {
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
}

/** All channels that the app is in, page by page. */
async function listChannels(client: webApi.WebClient): Promise<readonly ListedChannel[]> {
  const listed: ListedChannel[] = []
  let cursor = ''
  for (let page = 0; page < PAGES; page += 1) {
    const found = channelsTold.parse(
      await client.users.conversations({
        types: 'public_channel,private_channel',
        exclude_archived: true,
        limit: 200,
        ...(cursor !== '' && { cursor }),
      }),
    )
    listed.push(
      ...found.channels.map(({ id, name = '', creator = null, is_private: isPrivate = false }) => ({
        id,
        name,
        creator,
        isPrivate,
      })),
    )
    cursor = found.response_metadata?.next_cursor ?? ''
    if (cursor === '') break
  }
  return listed
}

/** What Slack tells of a person. */
export interface Profile {
  /** As Slack shows them; null where it does not tell. */
  readonly name: string | null
  /** IANA; null where they have not said. */
  readonly zone: string | null
  /** BCP 47. */
  readonly language: string | null
  /** An admin or owner of this workspace; somebody from another one, who shares a channel, never is. */
  readonly isAdmin: boolean
  /** Their workspaces, and the organisation of these; null where Slack does not say. */
  readonly home: { readonly teams: readonly string[]; readonly organisation: string | null } | null
}

/** https://docs.slack.dev/reference/methods/users.info, with `include_locale`. */
const personTold = z.object({
  user: z.object({
    team_id: z.string().optional(),
    real_name: z.string().nullish(),
    profile: z.object({ display_name: z.string().nullish() }).nullish(),
    tz: z.string().nullish(),
    locale: z.string().nullish(),
    is_admin: z.boolean().optional(),
    is_owner: z.boolean().optional(),
    is_primary_owner: z.boolean().optional(),
    deleted: z.boolean().optional(),
    enterprise_user: z
      .object({ enterprise_id: z.string().optional(), teams: z.array(z.string()).optional() })
      .optional(),
  }),
})

const UNKNOWN: Profile = { name: null, zone: null, language: null, isAdmin: false, home: null }

const PEOPLE = 5_000
const PERSON_FRESH_MS = 30 * 60_000

export type Profiles = ReturnType<typeof createProfiles>

export function createProfiles(log: ChatLog) {
  const cache = new LRUCache<string, Profile, webApi.WebClient>({
    max: PEOPLE,
    ttl: PERSON_FRESH_MS,
    fetchMethod: async (id, _stale, { context }) => {
      const [team = '', user = ''] = id.split('/')
      return toProfile(team, await context.users.info({ user, include_locale: true }))
    },
  })
  return {
    /** Asks Slack where it does not know. Somebody it cannot tell of has no rights beyond anyone’s. */
    async of({ team, client }: Workspace, user: string): Promise<Profile> {
      const found = cache
        .fetch(`${team}/${user}`, { context: client })
        .catch((error: unknown) => log.warn({ workspace: team, err: error }, 'users.info failed'))
      return (await found) ?? UNKNOWN
    },
    /** Without asking. */
    known: (team: string, user: string): Profile => cache.get(`${team}/${user}`) ?? UNKNOWN,
  }
}

function toProfile(team: string, given: unknown): Profile {
  const { user } = personTold.parse(given)
  const { team_id: own, enterprise_user: ofOrganisation } = user
  const teams = [...(own === undefined ? [] : [own]), ...(ofOrganisation?.teams ?? [])]
  const isOurs = own === undefined || teams.includes(team)
  const rules = user.is_admin === true || user.is_owner === true || user.is_primary_owner === true
  return {
    // Who has chosen no other name has an empty one.
    name: user.profile?.display_name || user.real_name || null,
    zone: user.tz ?? null,
    language: user.locale ?? null,
    isAdmin: isOurs && rules && user.deleted !== true,
    home: teams.length === 0 ? null : { teams, organisation: ofOrganisation?.enterprise_id ?? null },
  }
}
