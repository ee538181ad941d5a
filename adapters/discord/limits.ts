/**
 * Content of a message, in characters.
 * https://docs.discord.com/developers/resources/message#create-message-jsonform-params
 */
export const CONTENT = 2000

/** Embeds of a message. https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
export const EMBEDS = 10
/** Description of one embed, in characters. */
export const EMBED_DESCRIPTION = 4096
/** All embeds of a message together, in characters. */
export const EMBEDS_TEXT = 6000

/**
 * Components of a message with `IS_COMPONENTS_V2`, including nested ones.
 * https://docs.discord.com/developers/components/reference
 */
export const COMPONENTS = 40
/** All text of those components together, in characters. */
export const COMPONENTS_TEXT = 4000

/**
 * Room kept free in the first message for the line that mentions a role, in characters. A snowflake has at
 * most 20 digits.
 */
export const MENTION = 32

/** Buttons in an action row of a message without `IS_COMPONENTS_V2`. */
export const ROW_BUTTONS = 5
export const OPTIONS = 25
/** Label of a button, in characters. */
export const BUTTON_LABEL = 80
export const OPTION_TEXT = 100

/**
 * Name of a thread, in characters.
 * https://docs.discord.com/developers/resources/channel#channel-object-channel-structure
 */
export const THREAD_NAME = 100

/**
 * Longest address that becomes a link, in characters (our choice): a longer one would take the room of a
 * story.
 */
export const LINK = 1000

/** Longest text of a link, in characters (our choice). */
export const LINK_FACE = 300

/** Most sources in one answer (our choice): several full messages, without flooding a channel. */
export const MOST_SOURCES = 60

/**
 * Description of a command, in characters.
 * https://docs.discord.com/developers/interactions/application-commands#application-command-object
 */
export const COMMAND_DESCRIPTION = 100
/**
 * Names, descriptions and values of a whole command, counting the longest localisation of each, in
 * characters.
 */
export const COMMAND_TEXT = 8000
/** Most choices of an option, whether fixed or suggested while somebody types. */
export const COMMAND_CHOICES = 25
/** Text of a choice, in characters. */
export const CHOICE_TEXT = 100

/** What a notification shows of a message, in characters (our choice): about four lines on a phone. */
export const NOTIFICATION = 180

/**
 * Description of an attachment, which screen readers speak, in characters.
 * https://docs.discord.com/developers/resources/message#attachment-object
 */
export const ATTACHMENT_DESCRIPTION = 1024

/**
 * Name of a scheduled event, in characters.
 * https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-object
 */
export const EVENT_NAME = 100
export const EVENT_DESCRIPTION = 1000
export const EVENT_PLACE = 100
/** Scheduled and active events of one server. */
export const SERVER_EVENTS = 100
