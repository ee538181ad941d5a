import type { types } from '@slack/bolt'

/** The blocks that messages are drawn with. */
export type Block = types.KnownBlock

/** Blocks that stay in one message where one can hold them: a story with its outlets and buttons. */
export type Group = readonly Block[]
