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

/**
 * Registers the commands where they are not what was registered last: Discord allows 200 new ones a day. Where they stood before and shall not any
 * more they are taken away, or people would see each twice. Says whether it asked for anything.
 */
export async function registerCommands(
  { application, guild, commands }: Registration,
  rest: REST,
  memory: Pick<ChatMemory, 'recallAll' | 'remember' | 'forget'>,
): Promise<'registered' | 'unchanged'> {
  const scope = guild ?? EVERYWHERE
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([application, commands]))
    .digest('base64url')
  const before = await memory.recallAll({ platform: 'discord', kind: 'commands' })
  for (const other of before.keys())
    if (other !== scope) {
      await unregister(application, other, rest)
      await memory.forget({ platform: 'discord', kind: 'commands', id: other })
    }
  if (before.get(scope) === fingerprint) return 'unchanged'
  await put(application, scope, commands, rest)
  await memory.remember({ platform: 'discord', kind: 'commands', id: scope }, fingerprint)
  return 'registered'
}

/** A server that the bot left has lost its commands with it. */
async function unregister(application: string, scope: string, rest: REST): Promise<void> {
  try {
    await put(application, scope, [], rest)
  } catch (error) {
    if (!isRefusal(error, Codes.MissingAccess, Codes.UnknownGuild)) throw error
  }
}

async function put(
  application: string,
  scope: string,
  body: RESTPutAPIApplicationCommandsJSONBody,
  rest: REST,
): Promise<void> {
  const route =
    scope === EVERYWHERE
      ? Routes.applicationCommands(application)
      : Routes.applicationGuildCommands(application, scope)
  await rest.put(route, { body })
}
