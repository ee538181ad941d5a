import { MessageCreateRequestSchema } from 'discord-api-spec/zod'
import { checkMessage } from '../../fakes/discord/check/message.ts'
import type { DiscordMessage, DiscordPart } from '../../../adapters/discord/draw/draft.ts'

/** Returns all bodies of a message, those of the thread last. */
export function partsOf({ main, thread }: DiscordMessage): readonly DiscordPart[] {
  return [...main, ...(thread?.parts ?? [])]
}

/** Lists what our rules and the schema of Discord's specification find wrong with a body. */
export function faultsOf(part: DiscordPart): readonly string[] {
  const parsed = MessageCreateRequestSchema.safeParse(part)
  return [...checkMessage(part), ...(parsed.success ? [] : [parsed.error?.message ?? 'refused'])]
}
