import type { TaggedArticle } from '../tagging/tags.ts'

/** A search as the store takes it. */
export interface SearchWish {
  /** Words are AND-ed, "quoted words" are phrases, -word excludes. */
  readonly words: string
  readonly countries?: readonly string[]
  readonly topics?: readonly string[]
  readonly sources?: readonly string[]
  readonly languages?: readonly string[]
  readonly since?: number
  readonly until?: number
  readonly order: 'newest' | 'relevance'
  readonly limit: number
  readonly offset: number
}

/** An article and its story. */
export interface PlacedArticle extends TaggedArticle {
  readonly storyId: string
  readonly copyOf: string | null
  readonly agency: string | null
}

export interface FoundArticle {
  readonly article: PlacedArticle
  readonly snippet: string
}
