import type { Action } from '../../../src/records/message.ts'
import type { Line } from '../text/line.ts'

/** A piece of a message that stays together where it fits. */
export interface Piece {
  readonly lines: readonly Line[]
  /** The bar at its side, where it has one of its own. */
  readonly colour?: number
  /** Something to press beside it. */
  readonly beside?: Action
  /** Things to press below it. */
  readonly below?: readonly Action[]
  /** What stands in the menus at the end of the message. */
  readonly choices?: readonly Choice[]
  /** Id of the story of a briefing that it tells. */
  readonly tells?: string
}

/** Something to choose among others of its kind: those whose actions have one label are one menu. */
export interface Choice {
  readonly name: string
  readonly action: Action
}
