import { MessageFlags } from 'discord.js'
import type { DiscordPart } from './discord-message.ts'

/** Whatever a text says, nobody is called. https://docs.discord.com/developers/resources/message#allowed-mentions-object */
const NOBODY: NonNullable<DiscordPart['allowed_mentions']> = { parse: [] }

/** A message of content and embeds; what is empty is left away. */
export function embedPart(
  content: string,
  embeds: NonNullable<DiscordPart['embeds']>,
  components: NonNullable<DiscordPart['components']> = [],
): DiscordPart {
  return {
    ...(content === '' ? {} : { content }),
    ...(embeds.length === 0 ? {} : { embeds }),
    ...(components.length === 0 ? {} : { components }),
    allowed_mentions: NOBODY,
  }
}

/** A message of components. */
export function componentPart(components: NonNullable<DiscordPart['components']>): DiscordPart {
  return { components, flags: MessageFlags.IsComponentsV2, allowed_mentions: NOBODY }
}
