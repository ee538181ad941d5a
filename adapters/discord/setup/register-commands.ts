import { createHash } from 'node:crypto'
import {
  RESTJSONErrorCodes as Codes,
  Routes,
  type REST,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js'
import type { ChatMemory } from '../../../src/records/ports/chat-memory.ts'
import { isRefusal } from '../errors.ts'

/** Where commands are registered: for everybody, or on one server, where they change at once. */
interface Registration {
  readonly application: string
  readonly guild: string | null
  readonly commands: RESTPutAPIApplicationCommandsJSONBody
}

const EVERYWHERE = 'everywhere'

/** What is remembered of what was registered there. */
const nameOf = (scope: string) => ({ platform: 'discord', kind: 'commands', id: scope }) as const

/**
 * Registers the commands where they are not what was registered last: Discord allows 200 new ones a day. Where they stood before and shall not any
 * more they are taken away, or people would see each twice. Says whether it asked for anything.
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
        // A server that the bot left has lost its commands with it.
        if (!isRefusal(error, Codes.MissingAccess, Codes.UnknownGuild)) throw error
      })
      await memory.forget(nameOf(other))
    }
  if (before.get(scope) === fingerprint) return 'unchanged'
  await put(scope, commands)
  await memory.remember(nameOf(scope), fingerprint)
  return 'registered'
}
