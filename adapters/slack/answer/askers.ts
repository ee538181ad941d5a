import { type Asker, MOST_MANAGED } from '../../../src/chat/command.ts'
import type { ManagedChannel } from '../../../src/records/access-key.ts'
import { isDirect } from '../post/place.ts'
import type { SlackSettings } from '../setup/settings.ts'
import type { Channels, Profile, Profiles } from './people.ts'
import type { Surface } from './surface.ts'

/** Somebody who does something. */
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
 * Who asks, with what Slack knows of them. A channel is managed by who made it and by the admins and owners of the workspace, or those that SLACK_ADMINS
 * names in their place.
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
      // Sources are read for all workspaces.
      ...(settings.access.kind === 'many' && { isHost: isListed(team, user) }),
      zone: profile.zone ?? tools.zone,
      isZoneGuessed: profile.zone === null,
      language: profile.language ?? tools.language,
      findChannel: (typed) => findChannel(typed, person, { isAdmin, isOutsider }),
      findManaged: () => findManaged(person, { isAdmin, isOutsider }),
    }
  }

  /** Only by its id, as Slack writes a channel that was picked: the app cannot list what the asker sees. */
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

  /** Of the channels that the app is in: those that they made; for admins all, private ones only where they are members. */
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
    /** Asks Slack for what it does not know of them. */
    async of(person: Person): Promise<Asker> {
      const { workspace, user, channel } = person
      const [profile, place] = await Promise.all([
        profiles.of(workspace, user),
        channel === null || isDirect(channel) ? null : channels.of(workspace, channel),
      ])
      return asker(person, profile, place?.creator === user)
    },
    /** From memory alone, for answers that Slack waits for. */
    known: (person: Person): Asker =>
      asker(person, profiles.known(person.workspace.team, person.user), false),
  }
}

/** Private channels whose members are asked for, for one list. */
const MOST_LOOKS = 20

/** Workspaces of one organisation share people; where users.info tells nothing, what came with the request counts. */
function isFromElsewhere({ workspace, userTeam }: Person, { home }: Profile): boolean {
  if (home === null) return (userTeam ?? workspace.team) !== workspace.team
  const isOfOurs = home.organisation !== null && home.organisation === workspace.organisation
  return !isOfOurs && !home.teams.includes(workspace.team)
}
