import type { webApi } from '@slack/bolt'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { ChatLog } from '../../../src/chat/chat-platform.ts'
import type { Workspace } from '../transport/workspaces.ts'

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
const answer = z.object({
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
const FRESH_MS = 30 * 60_000

export interface Profiles {
  /** Asks Slack where it does not know. Somebody it cannot tell of has no rights beyond anyone’s. */
  of(workspace: Workspace, user: string): Promise<Profile>
  /** Without asking. */
  known(team: string, user: string): Profile
}

export function createProfiles(log: ChatLog): Profiles {
  const cache = new LRUCache<string, Profile, webApi.WebClient>({
    max: PEOPLE,
    ttl: FRESH_MS,
    fetchMethod: async (id, _stale, { context }) => {
      const [team = '', user = ''] = id.split('/')
      return toProfile(team, await context.users.info({ user, include_locale: true }))
    },
  })
  return {
    async of({ team, client }, user) {
      try {
        return (await cache.fetch(`${team}/${user}`, { context: client })) ?? UNKNOWN
      } catch (error) {
        log.warn({ workspace: team, err: error }, 'users.info failed')
        return UNKNOWN
      }
    },
    known: (team, user) => cache.get(`${team}/${user}`) ?? UNKNOWN,
  }
}

function toProfile(team: string, given: unknown): Profile {
  const { user } = answer.parse(given)
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
