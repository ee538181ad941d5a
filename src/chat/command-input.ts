import type { ReaderCorrection } from '../records/reader-rule.ts'
import type { Ownership } from '../records/source.ts'
import type { Quiet, Weekday } from '../records/subscription.ts'
import type { Length } from '../subscriptions/limits.ts'
import type { Rhythm } from '../subscriptions/days.ts'
import type { NewsFilter } from '../subscriptions/news-filter.ts'

/**
 * The checked options of a command. An option that was not given is absent. Each command reads the ones that
 * it has.
 */
export interface CommandInput {
  /**
   * What `what`, `region`, `country`, `topic`, `source`, `person`, `language` and `keywords` select together.
   */
  readonly filter: NewsFilter
  /** The speaker: words of a name or an office. */
  readonly who?: string
  /** What to look for; never blank. */
  readonly words?: string
  /** Milliseconds since 1970. */
  readonly since?: number
  readonly until?: number
  readonly order?: 'newest' | 'relevance'
  readonly page?: number
  /** Milliseconds since 1970: the page shows what was known then. */
  readonly asOf?: number
  readonly story?: string
  /** Number of a change to undo. */
  readonly change?: number
  readonly subscription?: string
  readonly when?: Rhythm
  /** Days of the week that a subscription shall no longer go out on; never empty. */
  readonly notOn?: readonly Weekday[]
  /** Local times, `HH:MM`, sorted. */
  readonly at?: readonly string[]
  /** When a new subscription begins: ms since 1970, in the future. */
  readonly startsAt?: number
  /** When a subscription ends or resumes: ms since 1970, in the future. */
  readonly endsAt?: number
  /** IANA zone. */
  readonly zone?: string
  /** A channel is written as the platform or its people write it: `<#C123|desk>`, `#desk`. */
  readonly to?: 'here' | 'me' | { readonly channel: string }
  readonly quiet?: Quiet | 'off'
  readonly length?: Length
  /** BCP 47 language of our own texts. */
  readonly speak?: string
  /** Languages (ISO 639-1) in which stories may be told, the preferred one first. */
  readonly reads?: readonly string[]
  /** Whether a model may choose and shorten the sentences. */
  readonly model?: boolean
  /** Whether a map comes with each briefing. */
  readonly pictures?: boolean
  /** How many independent outlets an alert waits for. */
  readonly outlets?: number
  /** An http(s) address. */
  readonly address?: string
  readonly ownership?: Ownership
  readonly title?: string
  /**
   * What kind of mistake a story has. `of` is what the mistake is about: a country, topic, report, story or
   * name.
   */
  readonly as?: ReaderCorrection['kind']
  readonly of?: string
  /** Id of a correction rule. `step` is what to do with it. */
  readonly rule?: string
  readonly step?: 'accept' | 'undo'
  /** Name of a command to explain. */
  readonly command?: string
  readonly group?: 'ask' | 'follow' | 'place' | 'sources'
  readonly all?: true
  /** The asker said `everything` to the one command that requires it. */
  readonly confirmed?: true
  /** What the intended subscription is about; otherwise `subscription` names it. */
  readonly about?: NewsFilter
  /** `filter` is added to what a subscription has instead of replacing it. */
  readonly adds?: true
  /** What a subscription shall no longer tell. */
  readonly without?: Pick<NewsFilter, 'topics' | 'countries' | 'sources'> & {
    readonly regions: readonly { readonly id: string; readonly countries: readonly string[] }[]
    readonly words: readonly string[]
  }
}
