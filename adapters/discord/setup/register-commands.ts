import { createHash } from 'node:crypto'
import {
  RESTJSONErrorCodes as Codes,
  Routes,
  type REST,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js'
import type { ChatMemory } from '../../../src/records/ports/chat-memory.ts'
import { isRefusal } from '../errors.ts'

/**
 * Which commands to register, and where: globally (`guild` is null), or on one server, where changes apply at
 * once.
 */
interface Registration {
  readonly application: string
  readonly guild: string | null
  readonly commands: RESTPutAPIApplicationCommandsJSONBody
}

const EVERYWHERE = 'everywhere'

/** Key of the remembered fingerprint. */
const nameOf = (scope: string) => ({ platform: 'discord', kind: 'commands', id: scope }) as const

/**
 * Registers the commands if they differ from those registered last, because Discord allows 200 new ones a
 * day. Removes them from earlier scopes, where people would otherwise see each command twice.
 */
export async function registerCommands(
  { application, guild, commands }: Registration,
  rest: REST,
  memory: Pick<ChatMemory, 'recallAll' | 'remember' | 'forget'>,
): Promise<'registered' | 'unchanged'> {
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([application, commands]))
    .digest('base64url')
  const put = (scope: string, body: Registration['commands']) => {
    const route =
      scope === EVERYWHERE
        ? Routes.applicationCommands(application)
        : Routes.applicationGuildCommands(application, scope)
    return rest.put(route, { body })
  }
  const scope = guild ?? EVERYWHERE
  const before = await memory.recallAll({ platform: 'discord', kind: 'commands' })
  for (const other of before.keys())
    if (other !== scope) {
      await put(other, []).catch((error: unknown) => {
        // When the bot left a server, its commands there were deleted too.
        if (!isRefusal(error, Codes.MissingAccess, Codes.UnknownGuild)) throw error
      })
      await memory.forget(nameOf(other))
    }
  if (before.get(scope) === fingerprint) return 'unchanged'
  await put(scope, commands)
  await memory.remember(nameOf(scope), fingerprint)
  return 'registered'
}
