import type { PhraseKey } from '../words/catalogues.ts'
import type { BriefedOutlet, BriefedStory, Briefing, StoryCard } from './briefing.ts'
import type { Toll } from './finding.ts'
import type { FailureCount, SourceFinding, HealthState, Ownership, Source } from './source.ts'
import type { Quiet } from './subscription.ts'

/**
 * Everything Dragoman says is one of these documents. They carry meaning, not layout: each adapter renders
 * all of them in one exhaustive switch, so that a new kind is a compile error on every platform.
 */
export type Message = Document & {
  /** What the reader can do next, most useful first. Without buttons a platform shows commands or nothing. */
  readonly actions?: readonly Action[]
}

type Document =
  | { readonly kind: 'briefing'; readonly briefing: Briefing }
  | ({ readonly kind: 'story'; readonly story: StoryCard } & Reader)
  | ({ readonly kind: 'search'; readonly results: SearchResults } & Reader)
  | ({ readonly kind: 'sources'; readonly sources: readonly SourceHealth[] } & Reader)
  | ({
      readonly kind: 'subscription'
      readonly change: 'made' | 'changed' | 'paused' | 'resumed' | 'ended' | 'shown'
      readonly subscription: SubscriptionCard
      /** What the subscription tells now, right after it was made. */
      readonly first: Briefing | null
      /**
       * Why `first` is null: it was sent where the subscription speaks, or no story of the last day would
       * have alerted.
       */
      readonly instead?: 'sent-there' | 'nothing-yet'
      /** Another subscription that tells the same here at other times. */
      readonly beside?: SubscriptionCard
    } & Reader)
  | ({ readonly kind: 'subscriptions'; readonly subscriptions: readonly SubscriptionCard[] } & Reader)
  | ({ readonly kind: 'trial'; readonly trial: Trial } & Reader)
  | ({ readonly kind: 'trace'; readonly trace: Trace } & Reader)
  | ({ readonly kind: 'settings'; readonly settings: SettingsCard } & Reader)
  | {
      readonly kind: 'help'
      readonly commands: readonly CommandHelp[]
      /**
       * Groups of an index of all commands, so that a platform with buttons can show it. `command` lists the
       * commands of one group.
       */
      readonly groups?: readonly {
        readonly title: string
        readonly names: readonly string[]
        readonly command: string
      }[]
      readonly language: string
    }
  | {
      readonly kind: 'notice'
      readonly level: 'info' | 'warning' | 'error'
      readonly text: string
      /**
       * Channels that the notice is about: destinations, as `Asker.channel`, that the text contains in
       * exactly this form.
       */
      readonly channels?: readonly string[]
      /**
       * Something changed for everybody in the channel, and all of them should see it. Without this, only the
       * asker sees a notice.
       */
      readonly isForAll?: true
      readonly language: string
    }

/** For whom times and words are written. */
interface Reader {
  /** IANA. */
  readonly zone: string
  /** BCP 47. */
  readonly language: string
}

/** A subscription described in words. */
export interface SubscriptionCard {
  readonly id: string
  readonly title: string
  /** Subject: "Syria; conflict". */
  readonly filter: string
  /** Schedule: "Monday to Friday at 07:30 (Europe/Istanbul)", with quiet hours. */
  readonly when: string
  /** How its form differs from the usual: "long", "texts in German". */
  readonly form?: readonly string[]
  /** Where it speaks: here, in the asker's direct messages, or elsewhere. */
  readonly to: 'here' | 'direct' | 'elsewhere'
  /**
   * The other channel: as somebody just named it (`#desk`), else its destination, for which the platform
   * knows the name.
   */
  readonly channel?: string
  /** Destination where it speaks, as `Asker.channel`. Platforms that render channel names use it. */
  readonly destination: string
  readonly state: 'active' | 'paused' | 'ended'
  /** The options of `edit` it was made with, each value with a label for people; preset in the form. */
  readonly made?: Readonly<Record<string, readonly { readonly label: string; readonly value: string }[]>>
  /** It follows a story: it cannot be edited and ends by itself. */
  readonly isFollowed?: true
  /** IANA zone of its times. */
  readonly zone: string
  /**
   * Next time it speaks, in milliseconds since 1970; null if nothing is due or known (alerts).
   */
  readonly nextAt: number | null
  /** It is paused and resumes by itself at this time, in milliseconds since 1970. */
  readonly resumesAt?: number
  /**
   * Since when nothing is sent because messages did not arrive, in milliseconds since 1970. Absent if all is
   * well.
   */
  readonly unreachableSince?: number
  /** `resume` tries the destination again, and this reader may use it. Absent if the destination is well. */
  readonly resumable?: true
}

/** What a subscription would have sent in a period, without sending it. Times are milliseconds since 1970. */
export interface Trial {
  readonly subscription: SubscriptionCard
  readonly from: number
  readonly to: number
  readonly servings: readonly TriedServing[]
  /** Number of servings without a story. */
  readonly empty: number
  /** Number of servings with stories before those shown. */
  readonly earlier: number
  /**
   * Stories held back by the hourly cap of an alert: `late` ones came an hour or more later, `lost` ones
   * became too old and never came. Null for kinds without a cap.
   */
  readonly capped: { readonly late: number; readonly lost: number; readonly perHour: number } | null
  /**
   * How many stories of a day were considered, the strongest ones, if more moved than one answer may read;
   * otherwise null.
   */
  readonly lookedAt: number | null
}

export interface TriedServing {
  readonly at: number
  readonly stories: readonly Pick<BriefedStory, 'id' | 'handle' | 'headline' | 'language'>[]
  readonly leftOut: number
}

/** Why an article was told here or was not. */
export interface Trace {
  readonly title: string
  /** ISO 639-1 code of the title's language. */
  readonly titleLanguage: string
  readonly url: string
  /** Steps in processing order (read, tagged, placed), each with a label and what happened, in words. */
  readonly steps: readonly { readonly label: string; readonly text: string }[]
  /** For a story: how its reports came together, oldest first, and how many more there are. */
  readonly members?: { readonly reports: readonly TracedReport[]; readonly more: number }
  /** For each subscription of this channel. */
  readonly verdicts: readonly Verdict[]
  /** For each subscription that the asker has elsewhere. */
  readonly elsewhere: readonly Verdict[]
}

/** How a report came into its story, in words. */
interface TracedReport {
  /** Its outlet and when it reported. */
  readonly label: string
  readonly url: string | null
  readonly text: string
}

/** What one subscription did with an article. */
interface Verdict {
  readonly subscription: string
  readonly status: 'told' | 'waiting' | 'not-told'
  readonly text: string
}

/** Settings of a channel or a person. Null: as the platform says. */
interface SettingsCard {
  readonly of: 'channel' | 'person'
  readonly zone: string | null
  readonly speaks: string | null
  /** Languages in which stories are told (ISO 639-1), preferred first. */
  readonly reads: readonly string[] | null
  readonly quiet: Quiet | null
  /** They were set just now. */
  readonly changed: boolean
}

export interface SearchResults {
  /** The query as we understood it. */
  readonly query: string
  readonly hits: readonly SearchHit[]
  /**
   * What the hits are, if not articles found by a search: statements (each under its speaker), figures of a
   * story, its sides, coming events, or what made days unusual.
   */
  readonly about?: 'said' | 'figures' | 'compare' | 'upcoming' | 'trends'
  /** There are more hits than these. */
  readonly more: boolean
  /** Something to know or to do next, in words, instead of the usual hint. */
  readonly note?: string
  /** For days: their figures and the countries they were about, most reported first. */
  readonly trend?: {
    readonly days: readonly TrendFigure[]
    readonly countries: readonly { readonly code: string; readonly reports: number }[]
  }
  /** For the sides of a story: number of its outlets by ownership, for a chart. */
  readonly owners?: readonly { readonly ownership: Ownership; readonly count: number }[]
  /** For figures of a story: those that went on, for a chart. */
  readonly tolls?: readonly TollFigures[]
}

/** What outlets counted for one kind of toll, oldest first. */
export interface TollFigures {
  readonly what: Toll
  readonly points: readonly TollPoint[]
}

export interface TollPoint {
  /** When it was told, in milliseconds since 1970. */
  readonly at: number
  /** `low` and `high` are equal unless a range was told. */
  readonly low: number
  readonly high: number
}

/** Reports of a day, the usual range for that day (null if not known yet), and how the day compares. */
export interface TrendFigure {
  /** ISO 8601. */
  readonly day: string
  readonly reports: number
  readonly low: number | null
  readonly high: number | null
  /** `sources`: unusual only because sources brought nothing or are new. */
  readonly state: 'usual' | 'burst' | 'silence' | 'sources' | 'unknown'
}

export interface SearchHit extends Omit<BriefedOutlet, 'sourceId' | 'name' | 'carries'> {
  readonly articleId: string
  readonly storyId: string | null
  /** Short name of its story (`StoryHead.handle`). */
  readonly handle?: string
  /** A piece of the text around the words found. */
  readonly snippet: string
  /** Found through a translation of the words into its language. */
  readonly translated: boolean
  readonly sourceName: string
  /** The place where the search was made follows its running story. */
  readonly followed?: true
  /** Number of other outlets that tell its story, those with copies included. */
  readonly moreOutlets: number
}

/** The state of a source, for people. */
export interface SourceHealth extends Pick<Source, 'name' | 'country' | 'language' | 'ownership'> {
  readonly sourceId: string
  readonly state: HealthState
  readonly lastSuccessAt: number | null
  readonly newestEntryAt: number | null
  readonly articles: number
  /**
   * How much of it was let go because of the bounds per source and per article; null if nothing was recently.
   */
  readonly letGo: { readonly articles: number; readonly versions: number } | null
  /** What is wrong, or null. */
  readonly finding: SourceFinding | null
  /** The same in English, with details. */
  readonly remark: string | null
  /** Failures of the last 30 days, most frequent kind first. */
  readonly failures: readonly FailureCount[]
  /** Usual time between two of its articles in milliseconds; null if too few are dated. */
  readonly rhythmMs: number | null
  /** A hub pushes its news. */
  readonly pushed: boolean
}

export interface CommandHelp {
  readonly words: string
  readonly summary: string
  readonly examples: readonly string[]
  /** Shown one by one if only this command is asked about. */
  readonly options?: readonly { readonly name: string; readonly help: string }[]
}

/** A button: a complete command. Adapters sign it (`encodeButton`) and translate its label. */
export interface Action {
  readonly label: ActionLabel
  /** Name of what it is about, shown instead of the label. */
  readonly name?: string
  /** What it runs, as typed after `/news`. */
  readonly command: string
}

/** Labels without placeholders. */
type ActionLabel = Extract<PhraseKey, `action.${string}`>
