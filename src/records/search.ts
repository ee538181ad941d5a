import type { Expression } from './expression.ts'
import type { PlacedArticle } from './story.ts'

/** How else something that words name is told. */
export interface SubjectNames {
  /** A listed person or organisation as tags tell it: an article that is tagged so names it. */
  readonly name?: string
  /** A large city in other languages. */
  readonly spellings?: readonly string[]
}

/** A search over all articles. Times are milliseconds since 1970. */
export interface SearchQuery {
  /** What people typed: words are AND-ed, "quoted words" are phrases, -word excludes. May be empty when a filter is set. */
  readonly words: string
  /** Languages of whoever asks (ISO 639-1), in which the words may be. */
  readonly reads?: readonly string[]
  /** What runs of the words name. */
  readonly names?: readonly ({ readonly text: string } & SubjectNames)[]
  /** In place of the words, where operators stand among them. */
  readonly expression?: Expression
  /** ISO 3166-1 alpha-2. */
  readonly countries?: readonly string[]
  /** IPTC codes. */
  readonly topics?: readonly string[]
  /** Ids. */
  readonly sources?: readonly string[]
  /** ISO 639-1. */
  readonly languages?: readonly string[]
  /** What no article has that is found, in the forms of the lists above. */
  readonly withoutCountries?: readonly string[]
  readonly withoutTopics?: readonly string[]
  readonly withoutSources?: readonly string[]
  readonly since?: number
  readonly until?: number
  /** Only what was seen before: pages of one search join, although articles with earlier dates come in between. */
  readonly seenBefore?: number
  readonly order: 'newest' | 'relevance'
  readonly limit: number
  readonly offset: number
}

export interface FoundArticle {
  readonly article: PlacedArticle
  readonly snippet: string
  /** Says what was looked for in another language: found after all that say it as it was typed. */
  readonly translated: boolean
}

/** Some of what was found, best first; whether there is more. */
export interface SearchPage {
  readonly hits: readonly FoundArticle[]
  readonly more: boolean
}
