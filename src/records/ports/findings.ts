import type { Tags } from '../article.ts'
import type { Finding, FindingKind } from '../finding.ts'

/** What articles say, kept with them by `keepRead`: a newer version of an article brings its own, and they go with their article. */
export interface Findings {
  /** The newest first; those of one article in its order. */
  findings(query: FindingQuery): Promise<readonly KeptFinding[]>
}

/** All that is given has to fit. Times are milliseconds since 1970. */
interface FindingQuery {
  readonly kinds: readonly FindingKind[]
  /** Ids of stories; those of merged ones lead to the one they forward to. */
  readonly stories?: readonly string[]
  /** Words of a name: all stand among those of one finding, whatever their case and accents. */
  readonly name?: string
  /** When what they tell of is: in `[from, to)`. */
  readonly from?: number
  readonly to?: number
  /** So many at most. */
  readonly most: number
}

/** A finding and the article that it stands in. */
export interface KeptFinding {
  readonly finding: Finding
  readonly article: {
    readonly id: string
    readonly sourceId: string
    readonly storyId: string
    readonly url: string | null
    readonly title: string
    /** When it was published as first stated, else seen. */
    readonly datedAt: number
    readonly tags: Tags
    /** Id of the article that it is a copy of. */
    readonly copyOf: string | null
    /** Its outlet took it down. */
    readonly isRemoved?: true
  }
}
