import type { Expression } from './expression.ts'
import type { PlacedArticle } from './story.ts'

/** Other forms of a name that occurs in a query. */
export interface SubjectNames {
  /** The person or organisation as tags name it. Articles with that tag match. */
  readonly name?: string
  /** Names of a large city in other languages. */
  readonly spellings?: readonly string[]
}

/** A search over all articles. Times are milliseconds since 1970. */
export interface SearchQuery {
  /**
   * What people typed: words are AND-ed, "quoted words" are phrases, -word excludes. May be empty if a filter
   * is set.
   */
  readonly words: string
  /** Languages that the asker reads (ISO 639-1); the words may be in any of them. */
  readonly reads?: readonly string[]
  /** Names that occur in the words. */
  readonly names?: readonly ({ readonly text: string } & SubjectNames)[]
  /** Replaces the words if they contain operators. */
  readonly expression?: Expression
  /** ISO 3166-1 alpha-2. */
  readonly countries?: readonly string[]
  /** IPTC codes. */
  readonly topics?: readonly string[]
  /** Ids. */
  readonly sources?: readonly string[]
  /** ISO 639-1. */
  readonly languages?: readonly string[]
  /** Excluded values, in the form of the lists above. */
  readonly withoutCountries?: readonly string[]
  readonly withoutTopics?: readonly string[]
  readonly withoutSources?: readonly string[]
  readonly since?: number
  readonly until?: number
  /**
   * Only articles seen before this time. Keeps the pages of one search consistent while articles with earlier
   * dates arrive.
   */
  readonly seenBefore?: number
  readonly order: 'newest' | 'relevance'
  readonly limit: number
  readonly offset: number
}

export interface FoundArticle {
  readonly article: PlacedArticle
  readonly snippet: string
  /** Contains the words in another language than they were typed in. Such articles follow all others. */
  readonly translated: boolean
}

/** One page of results, best first, and whether there are more. */
export interface SearchPage {
  readonly hits: readonly FoundArticle[]
  readonly more: boolean
}
