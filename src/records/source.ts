import type { FailureKind } from './feed-state.ts'

/** Who owns an outlet: a label for readers, never a score. */
export const OWNERSHIPS = ['state', 'public', 'private', 'independent'] as const
export type Ownership = (typeof OWNERSHIPS)[number]

/** A publication that is read, as described in `config/sources.yaml`. */
export interface Source {
  /**
   * Slug, unique in the pack: `anadolu-en`. Never changes once used, because the store keeps articles under
   * it.
   */
  readonly id: string
  readonly name: string
  readonly feed: string
  readonly homepage: string
  /** ISO 3166-1 alpha-2 code of the newsroom's country; `UN` and `EU` (reserved codes) for those bodies. */
  readonly country: string
  /** ISO 639-1 code of the feed's language. */
  readonly language: string
  readonly ownership: Ownership
  /** Id of the region in `config/regions.yaml` that the outlet mostly covers. */
  readonly region: string
  /** A news agency whose copy other outlets carry. */
  readonly agency?: boolean
  /** The source allows fetching the page behind a teaser. */
  readonly fullText?: boolean
}

/**
 * A line that a source prints under its articles, with the number of unrelated articles it was seen under.
 */
export interface PrintedLine {
  /** Hash of the form that the line shares with similar lines. */
  readonly line: string
  /** Counted up to `UNRELATED_ARTICLES` of `articles/furniture.ts`. */
  readonly articles: number
  /** Words of each of these articles; empty once the line is known as page furniture. */
  readonly about: readonly (readonly string[])[]
  /** When it was last printed, in milliseconds since 1970. */
  readonly seenAt: number
}

export type HealthState = 'active' | 'failing' | 'silent' | 'moved' | 'gone' | 'paused' | 'unread'

/** What to say about the health of a source, as data; chats word it in the reader's language. */
export type SourceFinding =
  | { readonly kind: 'gone' | 'empty' | 'undated' }
  | { readonly kind: 'kills'; readonly times: number }
  /**
   * `lost`: number of entries that were empty and left out. `truncated`: the feed was too long, number of
   * entries read.
   */
  | { readonly kind: 'lost' | 'truncated'; readonly entries: number }
  | { readonly kind: 'failing'; readonly failure: FailureKind; readonly times: number }
  /** `rhythmMs` is the usual time between two of its entries, if known. */
  | { readonly kind: 'silent'; readonly days: number; readonly rhythmMs?: number }
  /** ISO 639-1: the language it has written in lately, and the configured one. */
  | { readonly kind: 'language'; readonly writes: string; readonly said: string }
  | { readonly kind: 'moved'; readonly to: string }
  /** Never asked so far: its host asked for a pause until then, in milliseconds since 1970. */
  | { readonly kind: 'resting'; readonly until: number }

/** How often a source failed in the last 30 days, for one kind of failure. */
export interface FailureCount {
  readonly kind: FailureKind
  readonly times: number
}
