/** Discord's limits that no renderer comes near or needs. In characters unless stated otherwise. */

/** https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
export const EMBED_TITLE = 256
export const EMBED_FIELDS = 25
export const FIELD_NAME = 256
export const FIELD_VALUE = 1024
export const FOOTER = 2048
export const AUTHOR = 256
export const LARGEST_COLOUR = 0xff_ff_ff

/** https://docs.discord.com/developers/components/reference */
export const SECTION_TEXTS = 3
export const GALLERY_ITEMS = 10
export const ROWS = 5
export const CUSTOM_ID = 100
export const BUTTON_URL = 512
export const PLACEHOLDER = 150

/**
 * https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal
 */
export const MODAL_TITLE = 45
export const MODAL_COMPONENTS = 5
export const LABEL = 45
export const LABEL_DESCRIPTION = 100
export const TEXT_INPUT = 4000
export const INPUT_PLACEHOLDER = 100

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object */
export const COMMAND_OPTIONS = 25
/** Names, descriptions and values of one command with its options, the longest localisation of each. */
export const COMMAND_TEXT = 8000
