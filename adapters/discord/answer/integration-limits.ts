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

/** Somebody on a server, and where they ask. */
interface Member {
  readonly member: GuildMember
  /** No limit holds for an administrator. */
  readonly isAdministrator: boolean
  /** The channel, and the one that it is a thread of. */
  readonly channels: readonly string[]
}

/** Whether a server has limited a word so that it may not be given there by them. Never throws. */
export type IntegrationLimits = (word: string, who: Member) => Promise<boolean>

const commands = z.array(z.looseObject({ id: z.string(), name: z.string() }))
const overwrite = z.object({ id: z.string(), type: z.enum(Of), permission: z.boolean() })
const limits = z.array(z.looseObject({ id: z.string(), permissions: z.array(overwrite) }))
type Overwrite = z.output<typeof overwrite>

/** What a server says is asked once and kept until it says something else, at most so long, in milliseconds. */
const KEPT_MS = 600_000

/**
 * Some words are commands of their own so that servers can limit them (server settings, Integrations). Discord holds these limits where the command itself is
 * given; here they hold for the same word behind `/news` and in plain sentences, too. `scope`: the only server that has the commands, null where they are
 * registered for all. Where Discord does not say, our own rights decide alone.
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
 * As Discord reads them: a channel before all channels, a person before roles, one role that allows before those that do not, everybody last.
 * https://docs.discord.com/developers/interactions/application-commands#permissions
 */
function isLimited(overwrites: readonly Overwrite[], { member, channels }: Member): boolean {
  const { id: guild } = member.guild
  const said = (type: Of, ...ids: readonly string[]): boolean | undefined => {
    const those = overwrites.filter((one) => one.type === type && ids.includes(one.id))
    return those.length === 0 ? undefined : those.some(({ permission }) => permission)
  }
  // The id of “all channels” is that of the server, less one.
  const here = said(Of.Channel, ...channels) ?? said(Of.Channel, String(BigInt(guild) - 1n)) ?? true
  const roles = [...member.roles.cache.keys()].filter((role) => role !== guild)
  const them = said(Of.User, member.id) ?? said(Of.Role, ...roles) ?? said(Of.Role, guild) ?? true
  return !here || !them
}
