import type { Tags } from '../records/article.ts'

/** Words of the text that named a place, and what became of them. */
export interface PlaceReason {
  /** As the text has them. */
  readonly words: string
  /** UTF-16 position in the title, a line break and the text together. */
  readonly start: number
  /** ISO 3166-1 alpha-2; null when a rule dropped the words. */
  readonly country: string | null
  /** What the words were taken as, or the rule that dropped them. */
  readonly reason: string
}

/** Words that stood for a listed name, or looked like a person's. */
interface NameReason {
  readonly words: string
  readonly name: string
}

/** The lexicon's votes for one topic. */
export interface TopicReason {
  readonly code: `medtop:${string}`
  readonly words: readonly string[]
}

/** The tags of a text with the words that gave each of them and the rules that dropped others. */
export interface Explanation {
  readonly tags: Tags
  readonly places: readonly PlaceReason[]
  readonly names: readonly NameReason[]
  readonly topics: readonly TopicReason[]
}
