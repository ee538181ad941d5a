import type { Block, Group } from './block.ts'

/** A message as it is drawn, before it is packed into parts that Slack takes. */
export interface Draft {
  /** What a notification says, without markup. */
  readonly text: string
  readonly main: readonly Group[]
  readonly thread: readonly Reply[]
  /** Which story of a briefing a block belongs to, by id. */
  readonly storyOf?: ReadonlyMap<Block, string>
}

/** What belongs together in the thread: one message where one can hold it. */
export interface Reply {
  readonly text: string
  readonly groups: readonly Group[]
}
