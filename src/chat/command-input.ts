import type { ReaderCorrection } from '../records/reader-rule.ts'
import type { Ownership } from '../records/source.ts'
import type { Quiet } from '../records/subscription.ts'
import type { Length } from '../subscriptions/limits.ts'
import type { Rhythm } from '../subscriptions/days.ts'
import type { NewsFilter } from '../subscriptions/news-filter.ts'

/** The options of a command, checked. What was not given is absent; a command reads the ones that it has. */
export interface CommandInput {
  /** What `what`, `region`, `country`, `topic`, `source`, `person`, `language` and `keywords` name together. */
  readonly filter: NewsFilter
  /** Who spoke: words of a name or an office. */
  readonly who?: string
  /** What to look for; never blank. */
  readonly words?: string
  /** Milliseconds since 1970. */
  readonly since?: number
  readonly until?: number
  readonly order?: 'newest' | 'relevance'
  readonly page?: number
  /** Milliseconds since 1970: the page is one of what was known then. */
  readonly asOf?: number
  readonly story?: string
  /** Number of a change to take back. */
  readonly change?: number
  readonly subscription?: string
  readonly when?: Rhythm
  /** Local times, `HH:MM`, in order of the day. */
  readonly at?: readonly string[]
  /** When it ends, or speaks again: milliseconds since 1970, to come. */
  readonly endsAt?: number
  /** IANA. */
  readonly zone?: string
  /** A channel is named as the platform or its people write it: `<#C123|desk>`, `#desk`. */
  readonly to?: 'here' | 'me' | { readonly channel: string }
  readonly quiet?: Quiet | 'off'
  readonly length?: Length
  /** BCP 47 language of our own words. */
  readonly speak?: string
  /** ISO 639-1: in which languages stories are told, the one liked best first. */
  readonly reads?: readonly string[]
  /** Whether a model may choose and shorten the sentences. */
  readonly model?: boolean
  /** Whether a map comes with each briefing. */
  readonly pictures?: boolean
  /** Independent outlets that an alert waits for. */
  readonly outlets?: number
  /** http(s). */
  readonly address?: string
  readonly ownership?: Ownership
  readonly title?: string
  /** What is wrong with a story, and of what: a country, a topic, a report, a story, a name. */
  readonly as?: ReaderCorrection['kind']
  readonly of?: string
  /** Id of a rule, and what becomes of it. */
  readonly rule?: string
  readonly step?: 'accept' | 'undo'
  /** Name of a command to explain. */
  readonly command?: string
  /** Which commands to list. */
  readonly group?: 'ask' | 'follow' | 'place' | 'sources'
  readonly all?: true
  /** `everything` was said to the one word that needs it. */
  readonly confirmed?: true
  /** The subscription that is meant is about this; `subscription` names it otherwise. */
  readonly about?: NewsFilter
  /** What the filter names is put beside what a subscription has, and does not replace it. */
  readonly adds?: true
  /** What a subscription shall not tell any more. */
  readonly without?: Pick<NewsFilter, 'topics' | 'countries' | 'sources'> & {
    readonly regions: readonly { readonly id: string; readonly countries: readonly string[] }[]
    readonly words: readonly string[]
  }
}
