import type { KnownVersion, SearchTerms, TaggedArticle } from '../article.ts'
import type { Finding } from '../finding.ts'
import type { FeedState } from '../feed-state.ts'
import type { KeptRead, SettledHours } from './source-states.ts'

/**
 * How processes that share a store coordinate. Only engines that several processes can open implement it
 * (`src/storage/postgres`). Times are milliseconds since 1970.
 */
export interface SharedWork {
  /** Stores a read whose articles wait for the editor, in one transaction with the state of its source. */
  keepUnplaced(read: UnplacedRead): Promise<void>
  /** Up to `limit` of the reads that wait for the editor, ordered by time of the read, then by source. */
  unplaced(limit: number): Promise<readonly WaitingRead[]>
  /** The newest waiting version of each of these articles; articles without one are absent. */
  unplacedVersions(articleIds: readonly string[]): Promise<ReadonlyMap<string, KnownVersion>>
  /**
   * Stores the placements of a waiting read and removes it from the queue, in one transaction. False, and
   * nothing stored, if the editor's term is over or the read was placed already.
   */
  keepPlaced(placed: PlacedRead): Promise<boolean>
  /** `keepSettled` by the editor of this term. False, and nothing stored, if the term is over. */
  keepSettledIn(term: number, settled: SettledHours): Promise<boolean>
  /** States of these sources; those never read are absent. */
  feedStatesOf(sourceIds: readonly string[]): Promise<ReadonlyMap<string, FeedState>>

  /**
   * Destinations for which `claim` would find something due, urgent ones first. Urgent are alerts, followed
   * stories and the messages of the subscriptions in `urgent` (ids of configured ones).
   */
  dueDestinations(now: number, urgent: readonly string[]): Promise<readonly DueDestination[]>

  /** Until when a host asked not to be called; null if it did not. */
  restOf(host: string): Promise<number | null>
  /** Records that a host asked not to be called until `until`; a shorter rest does not end a longer one. */
  restHost(host: string, until: number): Promise<void>

  /** Acquires a role that one process holds at a time; null if another process holds it. */
  acquireRole(role: LeaderRole): Promise<LeaderTerm | null>

  /**
   * Tells the other processes that there is work. A call may be lost, so every process also looks by itself a
   * little later.
   */
  wake(what: Waking): Promise<void>
  /** Registers a callback for `wake`. A lost connection is reopened automatically. */
  onWake(what: Waking, woken: () => void): void
}

/**
 * `editor` places articles, `schedule` finds the sources that are due, `discord` holds the connection to
 * Discord.
 */
export type LeaderRole = 'editor' | 'schedule' | 'discord'

type Waking = 'unplaced' | 'decided'

/**
 * A role held by this process until it releases it, ends, or the server has not heard of it for ten
 * seconds.
 */
export interface LeaderTerm {
  /** Counts up each time the role is acquired. */
  readonly number: number
  /**
   * Why the term ended although this process did not give it back; null while it lasts. After its end another
   * process may hold the role.
   */
  over(): Error | null
  release(): Promise<void>
}

export interface UnplacedRead extends Pick<KeptRead, 'sourceId' | 'state' | 'printed'> {
  /** When the source was read. */
  readonly at: number
  /** New articles and new versions, as far as the reading process knew. */
  readonly articles: readonly WaitingArticle[]
}

interface WaitingArticle extends TaggedArticle {
  /** Search terms. What stories compare is computed from the text again. */
  readonly terms: { readonly search: SearchTerms }
  readonly findings: readonly Finding[]
}

export interface WaitingRead {
  readonly id: string
  readonly sourceId: string
  readonly at: number
  readonly articles: readonly WaitingArticle[]
}

export interface PlacedRead extends Pick<KeptRead, 'sourceId' | 'articles'> {
  /** Id of the waiting read. */
  readonly id: string
  /** Term of the editor that placed it. */
  readonly term: number
  /** When it was placed, in milliseconds since 1970. */
  readonly at: number
}

export interface DueDestination {
  readonly destination: string
  /** Something urgent is due for it. */
  readonly isUrgent: boolean
}
