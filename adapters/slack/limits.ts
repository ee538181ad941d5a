/**
 * Slack's limits. Lengths are UTF-16 units. Unless a source is named, they come from the comments in
 * `@slack/types` 3.2 and https://docs.slack.dev/reference/block-kit.
 */

/** Blocks of one message. */
export const MESSAGE_BLOCKS = 50

/**
 * Text of all blocks of a message together. Slack returned `msg_blocks_too_long` at about 13,200 though each
 * block was legal (https://github.com/slackapi/bolt-js/issues/2509). Addresses are counted, because they
 * count in mrkdwn.
 */
export const MESSAGE_TEXT = 12_000

/** Fallback text (our choice). Beside blocks only a notification shows it, and nobody reads more there. */
export const FALLBACK = 1000

/** Any text object, and the text of a section. No limit is documented for rich text; the same is used. */
export const TEXT = 3000

export const HEADER_TEXT = 150
export const CONTEXT_ELEMENTS = 10
export const ACTIONS_ELEMENTS = 25

export const TABLE_ROWS = 100

/**
 * All cells of all tables of a message (https://docs.slack.dev/reference/block-kit/blocks/data-table-block).
 */
export const TABLE_TEXT = 10_000

export const BUTTON_TEXT = 75
export const BUTTON_VALUE = 2000

/** Text, value and description of an option. */
export const OPTION_TEXT = 75
export const SELECT_OPTIONS = 100

/** https://docs.slack.dev/reference/block-kit/block-elements/overflow-menu-element */
export const OVERFLOW_OPTIONS = 5

export const PLACEHOLDER = 150
export const CONFIRM_TITLE = 100
export const CONFIRM_TEXT = 300
export const CONFIRM_BUTTON = 30
export const MODAL_TITLE = 24
export const PRIVATE_METADATA = 3000

/** Stories told in the message itself, one or two screens; the others go into its thread. */
export const TOP_STORIES = 5

/**
 * Text of these stories, including addresses. The rest of `MESSAGE_TEXT` is for headings, headlines and
 * failed sources.
 */
export const TOP_TEXT = 8000

/** Longest address that becomes a link (our choice): a longer one would take too much room. */
export const LINK = 2000

/** Headlines for each region with which the message announces its thread. */
export const HEADLINES = 8

/**
 * Subscriptions in the Home tab, two blocks each: a person's own, and those of a channel
 * (`MOST_PER_CHANNEL`).
 */
export const HOME_OWN = 22
export const HOME_CHANNEL = 20

/** Sources in one answer: about two messages. */
export const MOST_SOURCES = 100

/**
 * Alternative text of a picture, in characters. https://docs.slack.dev/reference/block-kit/blocks/image-block
 */
export const ALT_TEXT = 2000
