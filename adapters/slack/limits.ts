/**
 * What Slack takes. Lengths are UTF-16 units. Where nothing else is named: the comments in `@slack/types` 3.2 and
 * https://docs.slack.dev/reference/block-kit.
 */

/** Blocks of one message. */
export const MESSAGE_BLOCKS = 50

/**
 * All text of one message's blocks together: `msg_blocks_too_long` came at about 13,200 though each block was legal
 * (https://github.com/slackapi/bolt-js/issues/2509). Addresses count here, because they do in mrkdwn.
 */
export const MESSAGE_TEXT = 12_000

/** Beside blocks it is only what a notification shows: more than this nobody reads there. */
export const FALLBACK = 1000

/** Any text object, and the text of a section. A rich text has no limit of its own in the documents: the same is kept. */
export const TEXT = 3000

export const HEADER_TEXT = 150
export const CONTEXT_ELEMENTS = 10
export const ACTIONS_ELEMENTS = 25

export const TABLE_ROWS = 100

/** All cells of all tables of one message (https://docs.slack.dev/reference/block-kit/blocks/data-table-block). */
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

/** Stories told in the message itself; the others are told in its thread. One screen or two. */
export const TOP_STORIES = 5

/** Text of these stories, addresses counted: what is left of `MESSAGE_TEXT` is for headings, headlines and sources that were down. */
export const TOP_TEXT = 8000

/** Longest address we make a link of: longer ones would eat the room of what is told. */
export const LINK = 2000

/** Headlines of one region that the message announces from its thread. */
export const HEADLINES = 8

/** Subscriptions in the Home tab, two blocks each: one's own, and those of a channel (`MOST_PER_CHANNEL`). */
export const HOME_OWN = 22
export const HOME_CHANNEL = 20

/** Sources in one answer: about two messages. */
export const MOST_SOURCES = 100

/** What is read out of a picture, in characters. https://docs.slack.dev/reference/block-kit/blocks/image-block */
export const ALT_TEXT = 2000
