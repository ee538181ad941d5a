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
