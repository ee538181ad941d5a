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
  /** For each of them the ids of the stories of a briefing that stand in it. What the thread holds can be asked for: it is not what a story is told by. */
  readonly tells?: readonly (readonly string[])[]
  /** Details, for a thread that begins at the first part; null where there are none. */
  readonly thread: { readonly name: string; readonly parts: readonly DiscordPart[] } | null
  /** Where the channel is a forum: title of the post, and names of regions and topics, the most frequent first, to look for among its tags. */
  readonly forum: { readonly title: string; readonly tags: readonly string[] }
}
