import type { FailureKind } from './feed-state.ts'

/** Who owns an outlet: a label for the reader, never a score. */
export const OWNERSHIPS = ['state', 'public', 'private', 'independent'] as const
export type Ownership = (typeof OWNERSHIPS)[number]

/** A publication we read, as `config/sources.yaml` describes it. */
export interface Source {
  /** Slug, unique in the pack: `anadolu-en`. Never changes once used: the store keeps articles under it. */
  readonly id: string
  readonly name: string
  /** Address of the feed itself. */
  readonly feed: string
  readonly homepage: string
  /** ISO 3166-1 alpha-2 of the newsroom's home; `UN` and `EU` (reserved codes) for those bodies. */
  readonly country: string
  /** ISO 639-1 of what the feed is written in. */
  readonly language: string
  readonly ownership: Ownership
  /** Id of a region in `config/regions.yaml`: what the outlet mostly covers. */
  readonly region: string
  /** True for a news agency whose copy other outlets carry. */
  readonly agency?: boolean
  /** The source allows us to fetch the page behind a teaser. */
  readonly fullText?: boolean
}

/** A line that a source prints under its articles, and under how many that have nothing to do with each other. */
export interface PrintedLine {
  /** Hash of what the line has in common with others of its form. */
  readonly line: string
  /** Counted up to `UNRELATED_ARTICLES` of `articles/furniture.ts`. */
  readonly articles: number
  /** The words of each of them; none once the line is furniture. */
  readonly about: readonly (readonly string[])[]
  /** When it was printed last, in milliseconds since 1970. */
  readonly seenAt: number
}

export type HealthState = 'active' | 'failing' | 'silent' | 'moved' | 'gone' | 'paused' | 'unread'

/** What is worth telling of a source, as data: chats say it in the language of their reader. */
export type Finding =
  | { readonly kind: 'gone' | 'empty' | 'undated' }
  | { readonly kind: 'kills'; readonly times: number }
  /** Of its entries so many were empty and left out, or it was too long and so many were read. */
  | { readonly kind: 'lost' | 'truncated'; readonly entries: number }
  | { readonly kind: 'failing'; readonly failure: FailureKind; readonly times: number }
  /** `rhythmMs` is its usual time between two entries, where that is known. */
  | { readonly kind: 'silent'; readonly days: number; readonly rhythmMs?: number }
  /** ISO 639-1: what it writes in of late, and what it is said to write in. */
  | { readonly kind: 'language'; readonly writes: string; readonly said: string }
  | { readonly kind: 'moved'; readonly to: string }

/** How often a source failed in the last 30 days. */
export interface FailureCount {
  readonly kind: FailureKind
  readonly times: number
}
