import { MessageFlags, type RESTPostAPIChannelMessageJSONBody } from 'discord.js'
import type { Reader } from '../../../src/chat/wording/reader.ts'
import type { DrawnPicture } from '../../../src/pictures/open-pictures.ts'
import type { Action } from '../../../src/records/message.ts'
import type { MarkedLine } from '../text/write.ts'

/** A piece of a message that is kept together if it fits. */
export interface Piece {
  readonly lines: readonly MarkedLine[]
  /** Colour of the bar at its side, if it has its own. */
  readonly colour?: number
  /** A button beside it. */
  readonly beside?: Action
  /** Buttons below it. */
  readonly below?: readonly Action[]
  /** Its entries in the menus at the end of the message. */
  readonly choices?: readonly Choice[]
  /** Shown above its lines. */
  readonly picture?: DrawnPicture
  /** Id of the briefing's story in this piece. */
  readonly tells?: string
}

/** An entry of a menu. Entries whose actions have the same label share one menu. */
export interface Choice {
  readonly name: string
  readonly action: Action
}

/** For whom a message is drawn, and how. */
export interface DrawContext extends Reader {
  /** Whether the reader's language runs from right to left. */
  readonly rightToLeft: boolean
  /** Key that signs the commands in buttons. */
  readonly secret: string
  /** Whether details may go into a thread. */
  readonly threads: boolean
  /** Form of an earlier message that a briefing must match; if absent, the form that fits best. */
  readonly form?: Form
  /** Pictures attached to the message. */
  readonly pictures?: readonly DrawnPicture[]
  /** Buttons at the end of the message. */
  readonly actions: readonly Action[]
}

/** `cards` are components (`IS_COMPONENTS_V2`). A message that has them can never have embeds again. */
export type Form = 'cards' | 'embeds'

export const formOf = (part: DiscordPart | undefined): Form =>
  ((part?.flags ?? 0) & MessageFlags.IsComponentsV2) === 0 ? 'embeds' : 'cards'

/** Colours of the bars. Each stands out on Discord's light and dark backgrounds. */
export const COLOURS = {
  new: 0x2e_9e_5b,
  updated: 0xd0_8a_1d,
  told: 0x80_84_8e,
  quiet: 0x4e_50_58,
  notice: 0x58_65_f2,
  warning: 0xd0_8a_1d,
  error: 0xd8_3c_3e,
} as const

/**
 * The body of one message for the REST API, without its nonce. `allowed_mentions` is `{ parse: [] }` when
 * drawn.
 */
export interface DiscordPart extends Pick<
  RESTPostAPIChannelMessageJSONBody,
  'content' | 'embeds' | 'components' | 'allowed_mentions' | 'message_reference'
> {
  /** `MessageFlags`, combined bitwise. */
  readonly flags?: number
}

/** One of our messages as Discord shows it. */
export interface DiscordMessage {
  /** At least one part, in order. */
  readonly main: readonly DiscordPart[]
  /**
   * For each part of `main`, the ids of the briefing's stories in it. The thread is not counted, because its
   * details can be asked for again.
   */
  readonly tells?: readonly (readonly string[])[]
  /** Details for a thread that starts from the first part; null if there are none. */
  readonly thread: { readonly name: string; readonly parts: readonly DiscordPart[] } | null
  /**
   * For a forum channel: the title of the post, and names of regions and topics (most frequent first) to
   * match with the forum's tags.
   */
  readonly forum: { readonly title: string; readonly tags: readonly string[] }
}

/**
 * No text can mention anybody. https://docs.discord.com/developers/resources/message#allowed-mentions-object
 */
const NOBODY: NonNullable<DiscordPart['allowed_mentions']> = { parse: [] }

/** A message of content and embeds. Empty fields are left out. */
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
