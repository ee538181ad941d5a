import type { webApi } from '@slack/bolt'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { ChatLog } from '../../../src/chat/chat-platform.ts'
import { refusalOf } from '../errors.ts'
import type { Workspace } from '../transport/workspaces.ts'

/**
 * What Slack reveals about a channel the app can see. `creator` is an id.
 * https://docs.slack.dev/reference/objects/conversation-object
 */
const channelSchema = z
  .object({
    id: z.string(),
    name: z.string().optional(),
    creator: z.string().optional(),
    is_private: z.boolean().optional(),
  })
  .transform(({ id, name = '', creator = null, is_private: isPrivate = false }) => ({
    id,
    name,
    creator,
    isPrivate,
  }))
type Channel = z.output<typeof channelSchema>

const infoSchema = z.object({ channel: channelSchema })
const membersSchema = z.object({ members: z.array(z.string()) })
const channelsSchema = z.object({ channels: z.array(channelSchema) })

const MOST_WORKSPACES = 1_000
const MOST_CHANNELS = 5_000
const CHANNEL_FRESH_MS = 10 * 60_000
/** Most pages fetched for one question: a thousand members, or two hundred channels, on each. */
const MOST_PAGES = 5

export type Channels = ReturnType<typeof createChannels>

export function createChannels(log: ChatLog) {
  const cache = new LRUCache<string, Channel, webApi.WebClient>({
    max: MOST_CHANNELS,
    ttl: CHANNEL_FRESH_MS,
    fetchMethod: async (id, _stale, { context }) =>
      infoSchema.parse(await context.conversations.info({ channel: id.split('/')[1] ?? '' })).channel,
  })
  const lists = new LRUCache<string, readonly Channel[], webApi.WebClient>({
    max: MOST_WORKSPACES,
    ttl: CHANNEL_FRESH_MS,
    fetchMethod: async (_team, _stale, { context }) => listChannels(context),
  })

  return {
    /** A channel by id; null if the app cannot see it, because it is private or gone. */
    async of({ team, client }: Workspace, channel: string): Promise<Channel | null> {
      const found = cache.fetch(`${team}/${channel}`, { context: client }).catch((error: unknown) => {
        if (refusalOf(error) !== 'channel_not_found')
          log.warn({ workspace: team, err: error }, 'conversations.info failed')
      })
      return (await found) ?? null
    },
    /** Like `holds`, but false if Slack does not answer. */
    hasMember: async (workspace: Workspace, channel: string, user: string): Promise<boolean> =>
      (await isMember(workspace, channel, user).catch(warnOf('conversations.members', workspace, log))) ??
      false,
    /** The channels the app is in; empty if Slack does not answer. */
    ofApp: async (workspace: Workspace): Promise<readonly Channel[]> =>
      (await lists
        .fetch(workspace.team, { context: workspace.client })
        .catch(warnOf('users.conversations', workspace, log))) ?? [],
    holds: isMember,
    /** Forgets a channel that was renamed, closed or opened, or that the app joined or left. */
    forget(team: string, channel: string): void {
      cache.delete(`${team}/${channel}`)
      lists.delete(team)
    },
  }
}

/** Returns a function that logs why Slack did not answer. */
const warnOf =
  (method: string, { team }: Workspace, log: ChatLog) =>
  (error: unknown): void =>
    log.warn({ workspace: team, err: error }, `${method} failed`)

/** Whether a person is a member of a channel; false if not among the first pages. */
async function isMember({ client }: Workspace, channel: string, user: string): Promise<boolean> {
  for await (const page of pagesOf(client, 'conversations.members', { channel, limit: 1000 }))
    if (membersSchema.parse(page).members.includes(user)) return true
  return false
}

/** Lists the channels the app is in. */
async function listChannels(client: webApi.WebClient): Promise<readonly Channel[]> {
  const types = 'public_channel,private_channel'
  const pages = pagesOf(client, 'users.conversations', { types, exclude_archived: true, limit: 200 })
  return (await Array.fromAsync(pages, (page) => channelsSchema.parse(page).channels)).flat()
}

/** Returns the first pages of a list. */
async function* pagesOf(client: webApi.WebClient, method: string, options: Record<string, unknown>) {
  let pages = 0
  for await (const page of client.paginate(method, options)) {
    yield page
    pages += 1
    if (pages === MOST_PAGES) return
  }
}

/** What Slack reveals about a person. */
export interface Profile {
  /** Name as shown in Slack; null if unknown. */
  readonly name: string | null
  /** IANA; null if they have set none. */
  readonly zone: string | null
  /** BCP 47. */
  readonly language: string | null
  /** Admin or owner of this workspace. Never true for somebody from another workspace in a shared channel. */
  readonly isAdmin: boolean
  /** Their workspaces and the organisation of these; null if Slack does not say. */
  readonly home: { readonly teams: readonly string[]; readonly organisation: string | null } | null
}

/** https://docs.slack.dev/reference/methods/users.info, with `include_locale`. */
const personSchema = z.object({
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

const UNKNOWN_PROFILE: Profile = { name: null, zone: null, language: null, isAdmin: false, home: null }

const MOST_PEOPLE = 5_000
const PERSON_FRESH_MS = 30 * 60_000

export type Profiles = ReturnType<typeof createProfiles>

export function createProfiles(log: ChatLog) {
  const cache = new LRUCache<string, Profile, webApi.WebClient>({
    max: MOST_PEOPLE,
    ttl: PERSON_FRESH_MS,
    fetchMethod: async (id, _stale, { context }) => {
      const [team = '', user = ''] = id.split('/')
      return toProfile(team, await context.users.info({ user, include_locale: true }))
    },
  })
  return {
    /**
     * Returns a profile, asking Slack if it is not in memory. A person Slack does not describe gets no
     * special rights.
     */
    of: async (workspace: Workspace, user: string): Promise<Profile> =>
      (await cache
        .fetch(`${workspace.team}/${user}`, { context: workspace.client })
        .catch(warnOf('users.info', workspace, log))) ?? UNKNOWN_PROFILE,
    /** Returns the remembered profile without asking Slack. */
    known: (team: string, user: string): Profile => cache.get(`${team}/${user}`) ?? UNKNOWN_PROFILE,
  }
}

function toProfile(team: string, given: unknown): Profile {
  const { user } = personSchema.parse(given)
  const { team_id: ownTeam, enterprise_user: ofOrganisation } = user
  const teams = [...(ownTeam === undefined ? [] : [ownTeam]), ...(ofOrganisation?.teams ?? [])]
  const isOurs = ownTeam === undefined || teams.includes(team)
  const rules = user.is_admin === true || user.is_owner === true || user.is_primary_owner === true
  return {
    // A person who has not chosen a display name has an empty one.
    name: user.profile?.display_name || user.real_name || null,
    zone: user.tz ?? null,
    language: user.locale ?? null,
    isAdmin: isOurs && rules && user.deleted !== true,
    home: teams.length === 0 ? null : { teams, organisation: ofOrganisation?.enterprise_id ?? null },
  }
}
