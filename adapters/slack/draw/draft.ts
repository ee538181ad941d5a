import type { types } from '@slack/bolt'
import { inGroups } from '../../../src/chat/in-groups.ts'
import type { Reader } from '../../../src/chat/wording/reader.ts'
import { MESSAGE_BLOCKS, MESSAGE_TEXT, TABLE_TEXT } from '../limits.ts'
import type { UploadedPicture } from '../post/upload-pictures.ts'
import { weigh } from '../text/rich.ts'

/** A message as it is drawn, before it is packed into parts that Slack takes. */
export interface Draft {
  /** What a notification says, without markup. */
  readonly text: string
  readonly main: readonly Group[]
  /** None where nothing follows. */
  readonly thread?: readonly Reply[]
  /** Which story of a briefing a block belongs to, by id. */
  readonly storyOf?: ReadonlyMap<Block, string>
}

/** What belongs together in the thread: one message where one can hold it. */
interface Reply {
  readonly text: string
  readonly groups: readonly Group[]
}

/** The blocks that messages are drawn with. */
export type Block = types.KnownBlock

/** Blocks that stay in one message where one can hold them: a story with its outlets and buttons. */
export type Group = readonly Block[]

/** For whom a message is drawn, and what signs its buttons. */
export interface Page extends Reader {
  /** The reader's own language runs from right to left. */
  readonly rightToLeft: boolean
  readonly secret: string
  /** What follows the message stands in its thread; else behind it, as what one person alone sees. */
  readonly hasThread: boolean
  /** Shown with it. */
  readonly pictures?: readonly UploadedPicture[]
}

/**
 * Groups of blocks as messages, in order, each within Slack's limits. A group stays whole where one message can hold it; only a
 * larger one is parted, between blocks. One table a message, as clients show it best.
 */
export function pack(groups: readonly Group[]): readonly (readonly Block[])[] {
  const pieces = groups.flatMap((group) => (fits(group) ? [group] : group.map((block) => [block])))
  return inGroups(pieces, (message) => fits(message.flat())).map((message) => message.flat())
}

/**
 * What of a message Slack would not take, in words, as it says `invalid_blocks` and no more: limits of the whole, and mrkdwn that calls people. What a block holds is
 * cut where the block is drawn.
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

/** Neighbours as one reply where one message can hold them: Slack takes one a second, and each is one more that can fail half way. */
export function mergeReplies(replies: readonly Reply[]): readonly Reply[] {
  return inGroups(replies, (those) => pack(below(those)).length === 1).map((those) => ({
    text: those.map(({ text }) => text).join(' · '),
    groups: below(those),
  }))
}

/** One below the other, a rule between them. */
const below = (replies: readonly Reply[]): readonly Group[] =>
  replies.flatMap(({ groups: [first = [], ...others] }, index) => [
    index === 0 ? first : [{ type: 'divider' } as const, ...first],
    ...others,
  ])
