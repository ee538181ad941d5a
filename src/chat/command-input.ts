import type { Ownership } from '../records/source.ts'
import type { Quiet } from '../records/subscription.ts'
import type { Length } from '../subscriptions/length.ts'
import type { Rhythm } from '../subscriptions/days.ts'
import type { NewsFilter } from '../subscriptions/news-filter.ts'

/** The options of a command, checked. What was not given is null or empty; a command reads the ones that it has. */
export interface CommandInput {
  /** What `what`, `region`, `country`, `topic`, `source`, `person`, `language` and `keywords` name together. */
  readonly filter: NewsFilter
  /** What to look for; never blank. */
  readonly words: string | null
  /** Milliseconds since 1970. */
  readonly since: number | null
  readonly until: number | null
  readonly order: 'newest' | 'relevance' | null
  readonly page: number | null
  /** Milliseconds since 1970: the page is one of what was known then. */
  readonly asOf: number | null
  readonly story: string | null
  readonly subscription: string | null
  readonly when: Rhythm | null
  /** Local times, `HH:MM`, in order of the day. */
  readonly at: readonly string[]
  /** IANA. */
  readonly zone: string | null
  /** A channel is named as the platform or its people write it: `<#C123|desk>`, `#desk`. */
  readonly to: 'here' | 'me' | { readonly channel: string } | null
  readonly quiet: Quiet | 'off' | null
  readonly length: Length | null
  /** BCP 47 language of our own words. */
  readonly speak: string | null
  /** Whether a model may choose and shorten the sentences. */
  readonly model: boolean | null
  /** Independent outlets that an alert waits for. */
  readonly outlets: number | null
  /** http(s). */
  readonly address: string | null
  readonly ownership: Ownership | null
  readonly title: string | null
  /** Name of a command to explain. */
  readonly command: string | null
  readonly all: boolean
  /** `everything` was said to the one word that needs it. */
  readonly confirmed: boolean
}
