import { type Asker, MOST_MANAGED } from '../../../src/chat/command.ts'
import type { ManagedChannel } from '../../../src/records/access-key.ts'
import { isDirect } from '../post/place.ts'
import type { SlackSettings } from '../setup/settings.ts'
import type { Channels, Profile, Profiles } from './people.ts'
import type { Surface } from './surface.ts'

/** A person who does something, and where. */
type Person = Pick<Surface, 'workspace' | 'user' | 'channel'> &
  Partial<Pick<Surface, 'userName' | 'userTeam' | 'thread' | 'reading'>>

export type Askers = ReturnType<typeof createAskers>

interface AskerTools {
  readonly settings: Pick<SlackSettings, 'admins' | 'access' | 'subscribers'>
  readonly profiles: Profiles
  readonly channels: Channels
  readonly zone: string
  readonly language: string
}

/**
 * Describes who asks, with what Slack knows about them. A channel is managed by its creator and by the admins
 * and owners of the workspace; if SLACK_ADMINS is set, by the people it lists instead of those admins.
 */
export function createAskers(tools: AskerTools) {
  const { settings, profiles, channels } = tools
  const listed = new Set(settings.admins)
  const isListed = (team: string, user: string) => listed.has(user) || listed.has(`${team}/${user}`)

  function asker(person: Person, profile: Profile, isCreator: boolean): Asker {
    const { workspace, user, userName = null, channel, reading = null } = person
    const thread = person.thread ?? reading
    const { team } = workspace
    const name = profile.name ?? userName
    const direct = `slack:@${team}/${user}`
    const isAdmin = listed.size === 0 ? profile.isAdmin : isListed(team, user)
    const isOutsider = isFromElsewhere(person, profile)
    const writesDirectly = channel === null || isDirect(channel)
    return {
      platform: 'slack',
      workspace: team,
      user,
      ...(name !== null && { name }),
      channel: writesDirectly ? direct : `slack:${team}/${channel}`,
      direct,
      isDirect: writesDirectly,
      ...(thread !== null && { thread }),
      isAdmin,
      managesChannel: isAdmin || (isCreator && !isOutsider),
      subscribers: settings.subscribers,
      isOutsider,
      // All workspaces share the sources, so only people listed in SLACK_ADMINS count as hosts.
      ...(settings.access.kind === 'many' && { isHost: isListed(team, user) }),
      zone: profile.zone ?? tools.zone,
      isZoneGuessed: profile.zone === null,
      language: profile.language ?? tools.language,
      findChannel: (typed) => findChannel(typed, person, { isAdmin, isOutsider }),
      findManaged: () => findManaged(person, { isAdmin, isOutsider }),
    }
  }

  /**
   * Finds a picked channel by its id (`<#C…>`). Names cannot be searched, as the app cannot list what the
   * asker sees.
   */
  async function findChannel(
    typed: string,
    { workspace, user }: Person,
    { isAdmin, isOutsider }: { readonly isAdmin: boolean; readonly isOutsider: boolean },
  ) {
    const id = /^<#([CG][A-Z0-9]+)(?:\|[^>]*)?>$/u.exec(typed)?.[1]
    const found = id === undefined ? null : await channels.of(workspace, id)
    if (id === undefined || found === null) return null
    if (found.isPrivate && !(await channels.holds(workspace, id, user))) return null
    return {
      destination: `slack:${workspace.team}/${id}`,
      name: `#${found.name}`,
      manages: isAdmin || (found.creator === user && !isOutsider),
    }
  }

  /**
   * The channels with the app that the asker created; for an admin all of them, but private ones only as a
   * member.
   */
  async function findManaged(
    { workspace, user }: Person,
    { isAdmin, isOutsider }: { readonly isAdmin: boolean; readonly isOutsider: boolean },
  ): Promise<readonly ManagedChannel[]> {
    const managed: ManagedChannel[] = []
    let looks = 0
    for (const { id, name, creator, isPrivate } of await channels.ofApp(workspace)) {
      if (managed.length >= MOST_MANAGED) break
      if (!isAdmin && (creator !== user || isOutsider)) continue
      if (isPrivate && (++looks > MOST_LOOKS || !(await channels.hasMember(workspace, id, user)))) continue
      managed.push({ destination: `slack:${workspace.team}/${id}`, name: `#${name}` })
    }
    return managed
  }

  return {
    /** Describes a person, asking Slack for what is not in memory. */
    async of(person: Person): Promise<Asker> {
      const { workspace, user, channel } = person
      const [profile, place] = await Promise.all([
        profiles.of(workspace, user),
        channel === null || isDirect(channel) ? null : channels.of(workspace, channel),
      ])
      return asker(person, profile, place?.creator === user)
    },
    /** Describes a person from memory only, for responses that Slack waits for. */
    known: (person: Person): Asker =>
      asker(person, profiles.known(person.workspace.team, person.user), false),
  }
}

/** Most private channels whose members are fetched for one list. */
const MOST_LOOKS = 20

/**
 * Whether the person belongs to another organisation. Workspaces of one organisation share people. If
 * users.info gives no home, the workspace named in the request decides.
 */
function isFromElsewhere({ workspace, userTeam }: Person, { home }: Profile): boolean {
  if (home === null) return (userTeam ?? workspace.team) !== workspace.team
  const isOfOurs = home.organisation !== null && home.organisation === workspace.organisation
  return !isOfOurs && !home.teams.includes(workspace.team)
}
