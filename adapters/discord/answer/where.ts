import { InteractionContextType, type BaseInteraction } from 'discord.js'

/** The direct messages with the bot. */
export const isWithBot = ({ context }: BaseInteraction): boolean => context === InteractionContextType.BotDM

/** Where somebody brought the bot along as their own app: on a server that it is no member of, or among friends. */
export const isOutside = (interaction: BaseInteraction): boolean =>
  !isWithBot(interaction) && !interaction.inCachedGuild()
