import type { Delivery } from '../../../src/records/delivery.ts'
import type { DrillWish } from '../drill-plan.ts'
import type { LoggedCall, ShownMessage } from '../platform/platform-log.ts'
import type { DecisionNote } from './decision-note.ts'

/** A process that was killed. */
export interface Kill {
  /** Number of the process, from 1. */
  readonly life: number
  /** Real milliseconds since 1970. */
  readonly at: number
}

/** A trouble, from a time of the bot's clock until the next one begins. */
export interface Trouble {
  readonly from: number
  /** As the table names it. */
  readonly name: string
}

/**
 * Everything by which the life of one store is judged: what the platforms saw and showed, what was decided
 * according to the store, and what the drill itself did.
 */
export interface Evidence {
  readonly subscriptions: readonly DrillWish[]
  /** Destinations that disappeared. */
  readonly doomed: ReadonlySet<string>
  readonly troubles: readonly Trouble[]
  readonly kills: readonly Kill[]
  readonly log: readonly LoggedCall[]
  readonly shown: readonly ShownMessage[]
  readonly notes: readonly DecisionNote[]
  readonly deliveries: readonly Delivery[]
  /** The story that each merged story leads to. */
  readonly leads: ReadonlyMap<string, string>
  /** Destinations that are paused according to the store. */
  readonly paused: ReadonlySet<string>
  /** Addresses of articles in feed answers that were sent completely, and of those in the store. */
  readonly served: ReadonlySet<string>
  readonly stored: ReadonlySet<string>
  /** Times of the clock at which a process had decided everything due. */
  readonly decidedAt: readonly number[]
  /** The clock at the beginning, and the time until which slots count. */
  readonly from: number
  readonly until: number
  /** Complaints of processes, and what did not finish. */
  readonly complaints: readonly string[]
}
