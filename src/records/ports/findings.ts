import type { Tags } from '../article.ts'
import type { Finding, FindingKind } from '../finding.ts'

/**
 * What articles say, stored with them by `keepRead`. A newer version of an article replaces its findings;
 * deleting an article deletes them.
 */
export interface Findings {
  /** Newest first by `Finding.at`; those of the same time in the order of their article. */
  findings(query: FindingQuery): Promise<readonly KeptFinding[]>
}

/** Fields narrow one another. Times are milliseconds since 1970. */
interface FindingQuery {
  readonly kinds: readonly FindingKind[]
  /** Story ids; the id of a merged story stands for the story it forwards to. */
  readonly stories?: readonly string[]
  /** Words of a name. One finding must have all of them; case and accents do not matter. */
  readonly name?: string
  /** Range of `Finding.at`, or of the article's date where a finding has none: `[from, to)`. */
  readonly from?: number
  readonly to?: number
  /** Upper bound of results. */
  readonly most: number
}

/** A finding and the article it is from. */
export interface KeptFinding {
  readonly finding: Finding
  readonly article: {
    readonly id: string
    readonly sourceId: string
    readonly storyId: string
    readonly url: string | null
    readonly title: string
    /** When it was published, as first stated and never after it was seen; otherwise when it was seen. */
    readonly datedAt: number
    readonly tags: Tags
    /** Id of the article that this one copies; null for a report of its own. */
    readonly copyOf: string | null
    /** The outlet took the article down. */
    readonly isRemoved?: true
  }
}
