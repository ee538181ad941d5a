import type { Failure } from '../records/feed-state.ts'

/** How one round of reading went. */
export interface RoundReport {
  readonly read: number
  readonly unchanged: number
  readonly newArticles: number
  readonly newVersions: number
  readonly failures: readonly { readonly sourceId: string; readonly failure: Failure }[]
  /** Sources that were read because a clock ahead of this one had read them before. */
  readonly ahead: readonly string[]
}

/** A report that is being written. */
export type Tally = {
  -readonly [Key in keyof RoundReport]: RoundReport[Key] extends readonly (infer Item)[] ? Item[] : number
}

export const newTally = (): Tally => ({
  read: 0,
  unchanged: 0,
  newArticles: 0,
  newVersions: 0,
  failures: [],
  ahead: [],
})
