import type { AutocompleteInteraction } from 'discord.js'
import type { Asker } from '../../../src/chat/command.ts'
import type { Commands } from '../../../src/chat/commands.ts'
import { shorten } from '../../../src/text/shorten.ts'
import { CHOICE_TEXT, COMMAND_CHOICES } from '../limits.ts'
import { suggestChannels } from './find-channel.ts'
import { readFocused } from './read-request.ts'

export interface Choice {
  readonly name: string
  readonly value: string
}

/** Values for the option that is being typed, with the channels of the server where a place is asked for. */
export async function suggestValues(
  interaction: AutocompleteInteraction,
  commands: Commands,
  asker: Asker,
): Promise<readonly Choice[]> {
  const focused = readFocused(interaction.options.data, commands)
  if (focused === null) return []
  const { command, option, typed } = focused
  const values = await commands.suggest(command, option, typed, asker)
  const isPlace = command.options.find(({ name }) => name === option)?.kind === 'destination'
  const channels =
    isPlace && interaction.inCachedGuild()
      ? suggestChannels(typed, interaction.guild, interaction.member).map(({ id, name }) => ({
          name: `#${name}`,
          value: `<#${id}>`,
        }))
      : []
  return [...values.map(({ label, value }) => ({ name: shorten(label, CHOICE_TEXT), value })), ...channels]
    .filter(({ name, value }) => name !== '' && value.length <= CHOICE_TEXT)
    .slice(0, COMMAND_CHOICES)
}
