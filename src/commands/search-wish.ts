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
  readonly order: 'newest' | 'relevance'
  readonly limit: number
  readonly offset: number
}

export interface FoundArticle {
  readonly article: TaggedArticle & { readonly storyId: string }
  readonly snippet: string
}
