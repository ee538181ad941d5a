import { Routes, type REST } from 'discord.js'
import type { ChatMemory } from '../../../src/records/ports/chat-memory.ts'
import { idOf } from './posted.ts'

/** The channel of direct messages to a person, asked once and remembered: opening many in a short time is punished. */
export async function openDirect(
  user: string,
  rest: REST,
  memory: Pick<ChatMemory, 'recall' | 'remember'>,
): Promise<string> {
  const name = { platform: 'discord', kind: 'direct', id: user } as const
  const known = await memory.recall(name)
  if (known !== null) return known
  const channel = idOf(await rest.post(Routes.userChannels(), { body: { recipient_id: user } }))
  await memory.remember(name, channel)
  return channel
}
