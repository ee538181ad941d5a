/** Of a message. Characters. https://docs.discord.com/developers/resources/message#create-message-jsonform-params */
export const CONTENT = 2000

/** https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
export const EMBEDS = 10
/** Characters. */
export const EMBED_TITLE = 256
export const EMBED_DESCRIPTION = 4096
export const EMBED_FIELDS = 25
export const FIELD_NAME = 256
export const FIELD_VALUE = 1024
export const FOOTER = 2048
export const AUTHOR = 256
/** Characters over all embeds of a message. */
export const EMBEDS_TEXT = 6000
export const LARGEST_COLOUR = 0xff_ff_ff

/** Components of a message with `IS_COMPONENTS_V2`, nested ones too. https://docs.discord.com/developers/components/reference */
export const COMPONENTS = 40
/** Characters over all of them. */
export const COMPONENTS_TEXT = 4000
export const SECTION_TEXTS = 3
export const GALLERY_ITEMS = 10

/** Action rows of a message without that flag. */
export const ROWS = 5
export const ROW_BUTTONS = 5
export const OPTIONS = 25
/** Characters. */
export const CUSTOM_ID = 100
export const BUTTON_LABEL = 80
export const BUTTON_URL = 512
export const OPTION_TEXT = 100
export const PLACEHOLDER = 150

/** Characters. https://docs.discord.com/developers/resources/channel#channel-object-channel-structure */
export const THREAD_NAME = 100

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal */
export const MODAL_TITLE = 45
export const MODAL_COMPONENTS = 5
export const LABEL = 45
export const LABEL_DESCRIPTION = 100
export const TEXT_INPUT = 4000
export const INPUT_PLACEHOLDER = 100

/** Longest address that becomes a link: a longer one would take the room of a story. Characters; ours. */
export const LINK = 1000

/** Longest text that may be the face of a link. Characters; ours. */
export const LINK_FACE = 300

/** Sources of one answer: some messages full of them, not a channel; ours. */
export const MOST_SOURCES = 60

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object */
export const COMMAND_OPTIONS = 25
/** Values to choose from, and values offered while somebody types. */
export const COMMAND_CHOICES = 25
/** Characters. */
export const COMMAND_DESCRIPTION = 100
export const CHOICE_TEXT = 100
/** Characters of names, descriptions and values of one command with its options, the longest localisation of each. */
export const COMMAND_TEXT = 8000
