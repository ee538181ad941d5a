import type { types } from '@slack/bolt'
import { inGroups } from '../../../src/chat/in-groups.ts'
import type { Reader } from '../../../src/chat/wording/reader.ts'
import { MESSAGE_BLOCKS, MESSAGE_TEXT, TABLE_TEXT } from '../limits.ts'
import type { UploadedPicture } from '../post/upload-pictures.ts'
import { weigh } from '../text/rich.ts'

/** A drawn message before it is packed into parts that Slack accepts. */
export interface Drawing {
  /** Text of the notification, without markup. */
  readonly text: string
  readonly main: readonly Group[]
  /** Absent if the message needs no thread. */
  readonly thread?: readonly Reply[]
  /** For blocks that belong to a briefing's story: the story's id. */
  readonly storyOf?: ReadonlyMap<Block, string>
}

/** Groups that are kept together in the thread, in one message if possible. */
interface Reply {
  readonly text: string
  readonly groups: readonly Group[]
}

/** A block as our messages use it. */
export type Block = types.KnownBlock

/** Blocks kept in one message if possible, such as a story with its outlets and buttons. */
export type Group = readonly Block[]

/** For whom a message is drawn, and the key that signs its buttons. */
export interface DrawContext extends Reader {
  /** Whether the reader's language runs from right to left. */
  readonly rightToLeft: boolean
  readonly secret: string
  /**
   * Whether what follows goes into the message's thread. Otherwise it follows behind it, visible to one
   * person.
   */
  readonly hasThread: boolean
  /** Pictures shown with the message. */
  readonly pictures?: readonly UploadedPicture[]
}

/**
 * Packs groups into messages, in order, each within Slack's limits. A group is split, between its blocks,
 * only if one message cannot hold it. One table a message, as clients show that best.
 */
export function pack(groups: readonly Group[]): readonly (readonly Block[])[] {
  const pieces = groups.flatMap((group) => (fits(group) ? [group] : group.map((block) => [block])))
  return inGroups(pieces, (message) => fits(message.flat())).map((message) => message.flat())
}

/**
 * Describes what Slack would reject about a message: limits of the whole, and mrkdwn that mentions people.
 * Slack itself says only `invalid_blocks`. The contents of a block are cut to size where the block is drawn.
 */
export function problemsOf({ text, blocks }: { readonly text: string; readonly blocks: readonly Block[] }) {
  const tables = blocks.filter(({ type }) => type === 'table')
  const mrkdwn = blocks.flatMap((block) =>
    block.type === 'context'
      ? block.elements.flatMap((element) => (element.type === 'mrkdwn' ? [element.text] : []))
      : [],
  )
  const counts = [
    ['Message', blocks.length, 'blocks', MESSAGE_BLOCKS],
    ['Message', weigh(blocks), 'characters', MESSAGE_TEXT],
    ['Message', tables.length, 'tables', 1],
    ['Tables', weigh(tables), 'characters', TABLE_TEXT],
  ] as const
  return [
    ...(blocks.length === 0 ? ['Message: no blocks.'] : []),
    ...counts
      .filter(([, count, , most]) => count > most)
      .map(([where, count, what, most]) => `${where}: ${count} ${what}; ${most} are the most.`),
    ...[text, ...mrkdwn].filter((said) => /<[!@]/u.test(said)).map(() => 'A text would call people.'),
  ]
}

const fits = (blocks: readonly Block[]): boolean => problemsOf({ text: '', blocks }).length === 0

/**
 * Merges neighbouring replies that fit into one message: Slack accepts one message a second, and each can
 * fail on its own.
 */
export function mergeReplies(replies: readonly Reply[]): readonly Reply[] {
  return inGroups(replies, (those) => pack(below(those)).length === 1).map((those) => ({
    text: those.map(({ text }) => text).join(' · '),
    groups: below(those),
  }))
}

/** Places replies one below the other, separated by dividers. */
const below = (replies: readonly Reply[]): readonly Group[] =>
  replies.flatMap(({ groups: [first = [], ...others] }, index) => [
    index === 0 ? first : [{ type: 'divider' } as const, ...first],
    ...others,
  ])
