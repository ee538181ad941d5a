import type { Delivery } from '../../../src/records/delivery.ts'
import type { DrillWish } from '../drill-plan.ts'
import type { LoggedCall, ShownMessage } from '../platform/platform-log.ts'
import type { DecisionNote } from './decision-note.ts'

/** A process that was killed. */
export interface Kill {
  /** Which process it was, from 1. */
  readonly life: number
  /** Real milliseconds since 1970. */
  readonly at: number
}

/** What was done to the bot from an instant of its clock on, until the next begins. */
export interface Trouble {
  readonly from: number
  /** As the table names it. */
  readonly name: string
}

/** All that one store's life is judged by: what the platforms saw and showed, what the store says was decided, and what the drill itself did. */
export interface Evidence {
  readonly subscriptions: readonly DrillWish[]
  /** Destinations that went away. */
  readonly doomed: ReadonlySet<string>
  readonly troubles: readonly Trouble[]
  readonly kills: readonly Kill[]
  readonly log: readonly LoggedCall[]
  readonly shown: readonly ShownMessage[]
  readonly notes: readonly DecisionNote[]
  readonly deliveries: readonly Delivery[]
  /** Where stories lead that were merged into others. */
  readonly leads: ReadonlyMap<string, string>
  /** Destinations that the store says get no further call. */
  readonly paused: ReadonlySet<string>
  /** Addresses of articles that feeds showed in whole answers, and of those that the store has. */
  readonly served: ReadonlySet<string>
  readonly stored: ReadonlySet<string>
  /** When a process had decided what was due, by the clock. */
  readonly decidedAt: readonly number[]
  /** The clock at the beginning, and up to when slots count. */
  readonly from: number
  readonly until: number
  /** What processes complained about, and what did not come to an end. */
  readonly complaints: readonly string[]
}
