import type { KnownVersion, SearchTerms, TaggedArticle } from '../article.ts'
import type { Finding } from '../finding.ts'
import type { FeedState } from '../feed-state.ts'
import type { KeptRead } from './source-states.ts'

/**
 * What processes that share a store do for one another. Only an engine that several processes may open has it (`src/storage/postgres`). Times are milliseconds since 1970.
 */
export interface SharedWork {
  /** Keeps one read whose articles wait for the editor, in one transaction with the state of its source. */
  keepUnplaced(read: UnplacedRead): Promise<void>
  /** Some of the reads that wait for the editor, by when they were read, then by source. */
  unplaced(limit: number): Promise<readonly WaitingRead[]>
  /** Newest version of each of these articles that waits for the editor; others are absent. */
  unplacedVersions(articleIds: readonly string[]): Promise<ReadonlyMap<string, KnownVersion>>
  /** Keeps the places of a read that waited, which waits no more: one transaction. False, and nothing kept, where the term is over or the read is kept already. */
  keepPlaced(placed: PlacedRead): Promise<boolean>
  /** States of these sources; those never read are absent. */
  feedStatesOf(sourceIds: readonly string[]): Promise<ReadonlyMap<string, FeedState>>

  /** Destinations for which something is due, as `claim` would give it, urgent ones first: alerts, running stories, and what speaks for these subscriptions of the settings. */
  dueDestinations(now: number, urgent: readonly string[]): Promise<readonly DueDestination[]>

  /** Until when a host asked to be left alone; null where it did not. */
  restOf(host: string): Promise<number | null>
  /** It asks for rest until then; a shorter rest does not end a longer one. */
  restHost(host: string, until: number): Promise<void>

  /** Takes an office that one process at a time may hold; null where another one holds it. */
  take(office: Office): Promise<Term | null>

  /** Tells the other processes that there is something to do. It may get lost: whoever is woken looks, and whoever is not looks a little later. */
  wake(what: Waking): Promise<void>
  /** Calls back when somebody wakes for this; a lost connection is opened again by itself. */
  onWake(what: Waking, woken: () => void): void
}

/** `editor` places, `schedule` finds which sources are due, `discord` holds the connection to Discord. */
export type Office = 'editor' | 'schedule' | 'discord'

type Waking = 'unplaced' | 'decided'

/** An office that this process holds, until it gives it back, ends, or is not heard of by the server for ten seconds. */
export interface Term {
  /** Counts up with each process that takes the office. */
  readonly number: number
  /** Why it is over, although this process did not give it back; null while it is not. Then another process may hold the office. */
  over(): Error | null
  giveBack(): Promise<void>
}

export interface UnplacedRead extends Pick<KeptRead, 'sourceId' | 'state' | 'printed'> {
  /** When it was read. */
  readonly at: number
  /** New articles and new versions, as far as the reader knew. */
  readonly articles: readonly WaitingArticle[]
}

interface WaitingArticle extends TaggedArticle {
  /** By which it is found; what stories compare follows from the text. */
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
  /** Of the read that waited. */
  readonly id: string
  /** Of the editor that placed it. */
  readonly term: number
  /** When: milliseconds since 1970. */
  readonly at: number
}

export interface DueDestination {
  readonly destination: string
  /** Something that cannot wait is among it. */
  readonly isUrgent: boolean
}
