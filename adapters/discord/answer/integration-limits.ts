import {
  ApplicationCommandPermissionType as Of,
  type Client,
  Events,
  type GuildMember,
  Routes,
} from 'discord.js'
import { z } from 'zod'
import type { ChatLog } from '../../../src/chat/chat-platform.ts'
import { OWN_WORDS } from '../setup/define-commands.ts'

/** A member of a server, and where they ask. */
interface Member {
  readonly member: GuildMember
  /** Administrators are exempt from all limits. */
  readonly isAdministrator: boolean
  /** The channel, and its parent channel if it is a thread. */
  readonly channels: readonly string[]
}

/** Whether a server's settings forbid this member to use a command there. Never throws. */
export type IntegrationLimits = (word: string, who: Member) => Promise<boolean>

const commands = z.array(z.looseObject({ id: z.string(), name: z.string() }))
const overwrite = z.object({ id: z.string(), type: z.enum(Of), permission: z.boolean() })
const limits = z.array(z.looseObject({ id: z.string(), permissions: z.array(overwrite) }))
type Overwrite = z.output<typeof overwrite>

/** How long a server's limits are kept unless it changes them, in milliseconds. */
const KEPT_MS = 600_000

/**
 * Some words are commands of their own so that servers can limit them (server settings, Integrations).
 * Discord enforces these limits only for that command; this check applies them to the same word behind
 * `/news` and in plain sentences. `scope` is the only server with the commands, or null if they are
 * registered globally. If Discord does not answer, only our own permissions apply.
 */
export function createIntegrationLimits(
  client: Client,
  scope: string | null,
  { log, now }: { readonly log: Pick<ChatLog, 'warn'>; readonly now: () => number },
): IntegrationLimits {
  const known = new Map<
    string,
    { readonly at: number; readonly limits: ReadonlyMap<string, readonly Overwrite[]> }
  >()
  let words: Promise<ReadonlyMap<string, string>> | null = null
  client.on(Events.ApplicationCommandPermissionsUpdate, ({ guildId }) => known.delete(guildId))

  const readWords = async (application: string): Promise<ReadonlyMap<string, string>> => {
    const route =
      scope === null
        ? Routes.applicationCommands(application)
        : Routes.applicationGuildCommands(application, scope)
    return new Map(commands.parse(await client.rest.get(route)).map(({ id, name }) => [name, id]))
  }

  const readLimits = async (guild: string): Promise<ReadonlyMap<string, readonly Overwrite[]>> => {
    const application = client.application?.id ?? ''
    const route = Routes.guildApplicationCommandsPermissions(application, guild)
    const all = new Map(limits.parse(await client.rest.get(route)).map((one) => [one.id, one.permissions]))
    if (all.size === 0) return new Map()
    words ??= readWords(application)
    const ids = await words
    return new Map(OWN_WORDS.map((word) => [word, all.get(ids.get(word) ?? '') ?? []]))
  }

  return async (word, who) => {
    const guild = who.member.guild.id
    if (!OWN_WORDS.includes(word) || who.isAdministrator) return false
    try {
      const kept = known.get(guild)
      const fresh = kept !== undefined && now() - kept.at < KEPT_MS ? kept : null
      const { limits: there } = fresh ?? { limits: await readLimits(guild) }
      if (fresh === null) known.set(guild, { at: now(), limits: there })
      return isLimited(there.get(word) ?? [], who)
    } catch (error) {
      words = null
      log.warn({ err: error, guild }, 'Discord does not say how a server limits commands')
      return false
    }
  }
}

/**
 * Applies overwrites in Discord's order: a channel before all channels, a member before roles, one allowing
 * role before denying ones, everyone last.
 * https://docs.discord.com/developers/interactions/application-commands#permissions
 */
function isLimited(overwrites: readonly Overwrite[], { member, channels }: Member): boolean {
  const { id: guild } = member.guild
  const said = (type: Of, ...ids: readonly string[]): boolean | undefined => {
    const those = overwrites.filter((one) => one.type === type && ids.includes(one.id))
    return those.length === 0 ? undefined : those.some(({ permission }) => permission)
  }
  // The id of "all channels" is the server's id minus one.
  const here = said(Of.Channel, ...channels) ?? said(Of.Channel, String(BigInt(guild) - 1n)) ?? true
  const roles = [...member.roles.cache.keys()].filter((role) => role !== guild)
  const them = said(Of.User, member.id) ?? said(Of.Role, ...roles) ?? said(Of.Role, guild) ?? true
  return !here || !them
}
