import type { Briefing } from '../briefings/briefing.ts'
import type { StoryCard } from '../briefings/story-card.ts'
import type { Finding, HealthState } from '../feeds/source-health.ts'
import type { Ownership } from '../feeds/source.ts'

/**
 * Everything Dragoman says is one of these documents. They carry meaning, not layout: each adapter draws all of
 * them in one exhaustive switch, so a new kind is a compile error on every platform.
 */
export type Message =
  | { readonly kind: 'briefing'; readonly briefing: Briefing }
  | { readonly kind: 'story'; readonly story: StoryCard; readonly zone: string; readonly language: string }
  | {
      readonly kind: 'search'
      readonly results: SearchResults
      readonly zone: string
      readonly language: string
    }
  | {
      readonly kind: 'sources'
      readonly sources: readonly SourceHealth[]
      readonly zone: string
      readonly language: string
    }
  | { readonly kind: 'help'; readonly commands: readonly CommandHelp[]; readonly language: string }
  | {
      readonly kind: 'notice'
      readonly level: 'info' | 'warning' | 'error'
      readonly text: string
      readonly language: string
    }

export interface SearchResults {
  /** What was asked, as we understood it. */
  readonly query: string
  readonly hits: readonly SearchHit[]
  /** More exist than are shown. */
  readonly more: boolean
}

export interface SearchHit {
  readonly articleId: string
  readonly storyId: string | null
  readonly title: string
  /** A piece of the text round the words found. */
  readonly snippet: string
  readonly language: string
  readonly sourceName: string
  readonly country: string
  readonly ownership: Ownership
  readonly url: string | null
  readonly publishedAt: number | null
}

export type { HealthState } from '../feeds/source-health.ts'

/** How a source fares, for people. */
export interface SourceHealth {
  readonly sourceId: string
  readonly name: string
  readonly country: string
  readonly language: string
  readonly ownership: Ownership
  readonly state: HealthState
  readonly lastSuccessAt: number | null
  readonly newestEntryAt: number | null
  readonly articles: number
  /** What is wrong, or null. */
  readonly finding: Finding | null
  /** The same in English, with details. */
  readonly remark: string | null
}

export interface CommandHelp {
  readonly words: string
  readonly summary: string
  readonly examples: readonly string[]
}
