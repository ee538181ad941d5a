import { MessageFlags, type RESTPostAPIChannelMessageJSONBody } from 'discord.js'
import type { Reader } from '../../../src/chat/wording/reader.ts'
import type { DrawnPicture } from '../../../src/pictures/open-pictures.ts'
import type { Action } from '../../../src/records/message.ts'
import type { MarkedLine } from '../text/write.ts'

/** A piece of a message that stays together where it fits. */
export interface Piece {
  readonly lines: readonly MarkedLine[]
  /** The bar at its side, where it has one of its own. */
  readonly colour?: number
  /** Something to press beside it. */
  readonly beside?: Action
  /** Things to press below it. */
  readonly below?: readonly Action[]
  /** What stands in the menus at the end of the message. */
  readonly choices?: readonly Choice[]
  /** Above its lines. */
  readonly picture?: DrawnPicture
  /** Id of the story of a briefing that it tells. */
  readonly tells?: string
}

/** Something to choose among others of its kind: those whose actions have one label are one menu. */
export interface Choice {
  readonly name: string
  readonly action: Action
}

/** For whom a message is drawn, and how. */
export interface Page extends Reader {
  /** The reader's own language runs from right to left. */
  readonly rightToLeft: boolean
  /** Signs the commands in buttons. */
  readonly secret: string
  /** Details may go into a thread. */
  readonly threads: boolean
  /** How a briefing is drawn, where it has to look as an earlier message of it; absent: as it fits best. */
  readonly form?: Form
  /** They hang on it. */
  readonly pictures?: readonly DrawnPicture[]
  /** What can be done next, at the end of the message. */
  readonly actions: readonly Action[]
}

/** Cards are components (`IS_COMPONENTS_V2`): a message that has them never has embeds again. */
export type Form = 'cards' | 'embeds'

export const formOf = (part: DiscordPart | undefined): Form =>
  ((part?.flags ?? 0) & MessageFlags.IsComponentsV2) === 0 ? 'embeds' : 'cards'

/** Bars at the side; each stands out on Discord's light and dark ground. */
export const COLOURS = {
  new: 0x2e_9e_5b,
  updated: 0xd0_8a_1d,
  told: 0x80_84_8e,
  quiet: 0x4e_50_58,
  notice: 0x58_65_f2,
  warning: 0xd0_8a_1d,
  error: 0xd8_3c_3e,
} as const

/** The body of one message as the REST API takes it, without nonce. `allowed_mentions` is `{ parse: [] }` always. */
export interface DiscordPart extends Pick<
  RESTPostAPIChannelMessageJSONBody,
  'content' | 'embeds' | 'components' | 'allowed_mentions' | 'message_reference'
> {
  /** `MessageFlags`, several in one. */
  readonly flags?: number
}

/** One of our messages as Discord shows it. */
export interface DiscordMessage {
  /** At least one, in order. */
  readonly main: readonly DiscordPart[]
  /** For each of them the ids of the stories of a briefing that stand in it. What the thread holds can be asked for: it is not what a story is told by. */
  readonly tells?: readonly (readonly string[])[]
  /** Details, for a thread that begins at the first part; null where there are none. */
  readonly thread: { readonly name: string; readonly parts: readonly DiscordPart[] } | null
  /** Where the channel is a forum: title of the post, and names of regions and topics, the most frequent first, to look for among its tags. */
  readonly forum: { readonly title: string; readonly tags: readonly string[] }
}

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
