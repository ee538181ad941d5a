/** Of a message. Characters. https://docs.discord.com/developers/resources/message#create-message-jsonform-params */
export const CONTENT = 2000

/** https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
export const EMBEDS = 10
/** Characters. */
export const EMBED_DESCRIPTION = 4096
/** Characters over all embeds of a message. */
export const EMBEDS_TEXT = 6000

/** Components of a message with `IS_COMPONENTS_V2`, nested ones too. https://docs.discord.com/developers/components/reference */
export const COMPONENTS = 40
/** Characters over all of them. */
export const COMPONENTS_TEXT = 4000

/** What calls a role, a line of its own: left free in the first message. Characters; a snowflake has twenty at most. */
export const MENTION = 32

/** Action rows of a message without that flag. */
export const ROW_BUTTONS = 5
export const OPTIONS = 25
/** Characters. */
export const BUTTON_LABEL = 80
export const OPTION_TEXT = 100

/** Characters. https://docs.discord.com/developers/resources/channel#channel-object-channel-structure */
export const THREAD_NAME = 100

/** Longest address that becomes a link: a longer one would take the room of a story. Characters; ours. */
export const LINK = 1000

/** Longest text that may be the face of a link. Characters; ours. */
export const LINK_FACE = 300

/** Sources of one answer: some messages full of them, not a channel; ours. */
export const MOST_SOURCES = 60

/** Characters. https://docs.discord.com/developers/interactions/application-commands#application-command-object */
export const COMMAND_DESCRIPTION = 100
/** Names, descriptions and values of a whole command, of each the longest localisation. Characters. */
export const COMMAND_TEXT = 8000
/** Values to choose from, and values offered while somebody types. */
export const COMMAND_CHOICES = 25
/** Characters. */
export const CHOICE_TEXT = 100

/** What a notification shows of a message, about four lines of a phone. Characters; ours. */
export const NOTIFICATION = 180

/** What is read out of a picture, in characters. https://docs.discord.com/developers/resources/message#attachment-object */
export const ATTACHMENT_DESCRIPTION = 1024

/** Characters. https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-object */
export const EVENT_NAME = 100
export const EVENT_DESCRIPTION = 1000
export const EVENT_PLACE = 100
/** Events of a server that are to come or go on. */
export const SERVER_EVENTS = 100
