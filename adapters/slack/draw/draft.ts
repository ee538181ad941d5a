import type { Group } from '../block.ts'

/** A message as it is drawn, before it is packed into parts that Slack takes. */
export interface Draft {
  /** What a notification says, without markup. */
  readonly text: string
  readonly main: readonly Group[]
  /** Each becomes one or more replies in the thread. */
  readonly thread: readonly { readonly text: string; readonly groups: readonly Group[] }[]
}
