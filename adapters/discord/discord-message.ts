import type { RESTPostAPIChannelMessageJSONBody } from 'discord.js'

/** The body of one message as the REST API takes it, without nonce. `allowed_mentions` is `{ parse: [] }` always. */
export type DiscordPart = Pick<
  RESTPostAPIChannelMessageJSONBody,
  'content' | 'embeds' | 'components' | 'flags' | 'allowed_mentions'
>

/** One of our messages as Discord shows it. */
export interface DiscordMessage {
  /** At least one, in order. */
  readonly main: readonly DiscordPart[]
  /** Details, for a thread that begins at the first part; null where there are none. */
  readonly thread: { readonly name: string; readonly parts: readonly DiscordPart[] } | null
  /** Where the channel is a forum: title of the post, and names of regions and topics, the most frequent first, to look for among its tags. */
  readonly forum: { readonly title: string; readonly tags: readonly string[] }
}
