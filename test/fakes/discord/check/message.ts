import { MessageFlags } from 'discord.js'
import type { DiscordPart } from '../../../../adapters/discord/draw/draft.ts'
import { CONTENT } from '../../../../adapters/discord/limits.ts'
import { checkComponents } from './components.ts'
import { checkEmbeds } from './embeds.ts'
import { tooLong } from './rules.ts'

/**
 * Lists every rule of Discord that a message breaks, in words; empty if Discord would accept it. These are
 * the limits of the published schema and the rules that it leaves out:
 * https://docs.discord.com/developers/resources/message#create-message
 */
export function checkMessage(part: DiscordPart): readonly string[] {
  const { content = '', embeds = [], components = [], flags = 0 } = part
  const isV2 = (flags & MessageFlags.IsComponentsV2) !== 0
  return [
    ...(part.allowed_mentions?.parse?.length === 0
      ? []
      : ['allowed_mentions must be { parse: [] }: a text could call everyone']),
    ...(part.allowed_mentions?.roles ?? [])
      .filter((role) => !JSON.stringify([content, components]).includes(`<@&${role}>`))
      .map((role) => `the role ${role} may be called and is not`),
    ...(content.trim() === '' && embeds.length === 0 && components.length === 0
      ? ['the message is empty']
      : []),
    ...tooLong('content', content, CONTENT),
    ...(isV2 && (part.content !== undefined || part.embeds !== undefined)
      ? ['a message with IS_COMPONENTS_V2 has no content and no embeds']
      : []),
    ...checkEmbeds(embeds),
    ...checkComponents(components, isV2),
  ]
}
