import type { PhraseKey } from '../words/catalogues.ts'
import type { BriefedOutlet, BriefedStory, Briefing, StoryCard } from './briefing.ts'
import type { Toll } from './finding.ts'
import type { FailureCount, Finding, HealthState, Ownership, Source } from './source.ts'
import type { Quiet } from './subscription.ts'

/**
 * Everything Dragoman says is one of these documents. They carry meaning, not layout: each adapter draws all of
 * them in one exhaustive switch, so a new kind is a compile error on every platform.
 */
export type Message = Document & {
  /** What can be done next, the most useful first; a platform without buttons shows the commands or nothing. */
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
      /** What it tells now, right after it was made. */
      readonly first: Briefing | null
      /** Where nothing stands here: it was sent to where the subscription speaks, or no story of the last day would have alerted. */
      readonly instead?: 'sent-there' | 'nothing-yet'
      /** Another one that tells the same here, at other times. */
      readonly beside?: SubscriptionCard
    } & Reader)
  | ({ readonly kind: 'subscriptions'; readonly subscriptions: readonly SubscriptionCard[] } & Reader)
  | ({ readonly kind: 'trial'; readonly trial: Trial } & Reader)
  | ({ readonly kind: 'trace'; readonly trace: Trace } & Reader)
  | ({ readonly kind: 'settings'; readonly settings: SettingsCard } & Reader)
  | {
      readonly kind: 'help'
      readonly commands: readonly CommandHelp[]
      /** Where all are listed: what they are for, so that a platform with buttons may show an index. `command` lists those of one group. */
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
      /** It is about these channels, which stand in the text as here: destinations, as `Asker.channel`. */
      readonly channels?: readonly string[]
      /** Something changed for everybody in the channel, who are to see it; without it a notice is its asker's alone. */
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

/** A subscription in words. */
export interface SubscriptionCard {
  readonly id: string
  readonly title: string
  /** What it tells of: "Syria; conflict". */
  readonly filter: string
  /** When it speaks: "Monday to Friday at 07:30 (Europe/Istanbul)", with quiet hours. */
  readonly when: string
  /** What is not as usual in how it is written: "long", "texts in German". */
  readonly form?: readonly string[]
  /** Whether it speaks here, in direct messages of the asker, or elsewhere. */
  readonly to: 'here' | 'direct' | 'elsewhere'
  /** The channel elsewhere: as somebody just named it (`#desk`), else its destination, of which a platform knows the name. */
  readonly channel?: string
  /** The destination where it speaks, as `Asker.channel`: platforms that draw the names of channels draw this one's. */
  readonly destination: string
  readonly state: 'active' | 'paused' | 'ended'
  /** What it was made of, by the options of `edit`, each value with its name for people: a form begins with it. */
  readonly made?: Readonly<Record<string, readonly { readonly label: string; readonly value: string }[]>>
  /** A story is followed: there is nothing to edit, and it ends by itself. */
  readonly isFollowed?: true
  /** IANA zone that its times are meant in. */
  readonly zone: string
  /** Milliseconds since 1970; null where nothing is due or nobody can know, as for alerts. */
  readonly nextAt: number | null
  /** It rests, and speaks again by itself then. Milliseconds since 1970. */
  readonly resumesAt?: number
  /** Nothing is sent any more, because messages did not arrive since then, in milliseconds since 1970; absent where all is well. */
  readonly unreachableSince?: number
  /** `resume` tries the place again, and whoever reads this may give it; absent where the place is well. */
  readonly resumable?: true
}

/** What a subscription would have sent in a stretch of time, without sending it. Times are milliseconds since 1970. */
export interface Trial {
  readonly subscription: SubscriptionCard
  readonly from: number
  readonly to: number
  readonly servings: readonly TriedServing[]
  /** Servings without any story. */
  readonly empty: number
  /** Servings with stories from before those that are shown. */
  readonly earlier: number
  /** Stories that the cap of an alert held back: those that came an hour or more later, and those that grew old and never came. Null for what has no cap. */
  readonly capped: { readonly late: number; readonly lost: number; readonly perHour: number } | null
  /** How many stories of a day were looked at, the strongest, where more had moved than one answer may read; null where all were. */
  readonly lookedAt: number | null
}

export interface TriedServing {
  readonly at: number
  readonly stories: readonly Pick<BriefedStory, 'id' | 'handle' | 'headline' | 'language'>[]
  readonly leftOut: number
}

/** Why an article was told here, or was not. */
export interface Trace {
  readonly title: string
  /** ISO 639-1 of the title. */
  readonly titleLanguage: string
  readonly url: string
  /** In the order in which the news passes: read, tagged, placed; label and what happened, in words. */
  readonly steps: readonly { readonly label: string; readonly text: string }[]
  /** Where a story was asked about: how its reports came together, oldest first, and how many others there are. */
  readonly members?: { readonly reports: readonly TracedReport[]; readonly more: number }
  /** For each subscription of this channel, in words. */
  readonly verdicts: readonly Verdict[]
  /** For each that the asker has elsewhere. */
  readonly elsewhere: readonly Verdict[]
}

/** How a report came into its story, in words. */
interface TracedReport {
  /** Its outlet and when it was reported. */
  readonly label: string
  readonly url: string | null
  readonly text: string
}

/** What one subscription made of an article. */
interface Verdict {
  readonly subscription: string
  readonly status: 'told' | 'waiting' | 'not-told'
  readonly text: string
}

/** What was set for a channel or a person; null is: as the platform tells. */
interface SettingsCard {
  readonly of: 'channel' | 'person'
  readonly zone: string | null
  readonly speaks: string | null
  /** ISO 639-1: in which languages stories are told, the one liked best first. */
  readonly reads: readonly string[] | null
  readonly quiet: Quiet | null
  /** Set just now. */
  readonly changed: boolean
}

export interface SearchResults {
  /** What was asked, as we understood it. */
  readonly query: string
  readonly hits: readonly SearchHit[]
  /** What the hits are, where they are no articles that were looked for: statements, each under its speaker, figures of a story, its sides, events to come, or what made days out of the usual. */
  readonly about?: 'said' | 'figures' | 'compare' | 'upcoming' | 'trends'
  /** More exist than are shown. */
  readonly more: boolean
  /** What to know of it or to do next, in words, in place of what is usual. */
  readonly note?: string
  /** Where days were looked at: what they were like, and which countries they were about, the most reported first. */
  readonly trend?: {
    readonly days: readonly TrendFigure[]
    readonly countries: readonly { readonly code: string; readonly reports: number }[]
  }
  /** Where the sides of a story were looked at: how many of its outlets are owned by whom, for a chart. */
  readonly owners?: readonly { readonly ownership: Ownership; readonly count: number }[]
  /** Where figures of a story were looked at: those that went on, for a chart. */
  readonly tolls?: readonly TollFigures[]
}

/** What outlets counted of one kind of toll, oldest first. */
export interface TollFigures {
  readonly what: Toll
  readonly points: readonly TollPoint[]
}

export interface TollPoint {
  /** When it was told, in milliseconds since 1970. */
  readonly at: number
  /** The same, but where a range was told. */
  readonly low: number
  readonly high: number
}

/** Reports of a day, from how many to how many are usual on it (null where nobody knows yet), and how it stands. */
export interface TrendFigure {
  /** ISO 8601. */
  readonly day: string
  readonly reports: number
  readonly low: number | null
  readonly high: number | null
  /** `sources`: as many or few only because of sources that brought nothing, or are new. */
  readonly state: 'usual' | 'burst' | 'silence' | 'sources' | 'unknown'
}

export interface SearchHit extends Omit<BriefedOutlet, 'sourceId' | 'name' | 'carries'> {
  readonly articleId: string
  readonly storyId: string | null
  /** What people call its story by (`StoryHead.handle`). */
  readonly handle?: string
  /** A piece of the text round the words found. */
  readonly snippet: string
  /** Found by what the words are in its language. */
  readonly translated: boolean
  readonly sourceName: string
  /** The place where it was asked follows the running story of it. */
  readonly followed?: true
  /** Other outlets that tell its story, copies of it among them. */
  readonly moreOutlets: number
}

/** How a source fares, for people. */
export interface SourceHealth extends Pick<Source, 'name' | 'country' | 'language' | 'ownership'> {
  readonly sourceId: string
  readonly state: HealthState
  readonly lastSuccessAt: number | null
  readonly newestEntryAt: number | null
  readonly articles: number
  /** What of it was let go because it is more than is kept of one source or article; null where nothing was of late. */
  readonly letGo: { readonly articles: number; readonly versions: number } | null
  /** What is wrong, or null. */
  readonly finding: Finding | null
  /** The same in English, with details. */
  readonly remark: string | null
  /** Of the last 30 days, the most frequent kind first. */
  readonly failures: readonly FailureCount[]
  /** Usual time between two of its articles in milliseconds; null where too few are dated. */
  readonly rhythmMs: number | null
  /** A hub delivers its news. */
  readonly pushed: boolean
}

export interface CommandHelp {
  readonly words: string
  readonly summary: string
  readonly examples: readonly string[]
  /** Explained one by one where only this command is asked about. */
  readonly options?: readonly { readonly name: string; readonly help: string }[]
}

/** Something to press: a command already filled in. Adapters sign it (`encodeButton`) and put its label in the reader's language. */
export interface Action {
  readonly label: ActionLabel
  /** Shown in place of the label: the name of what it is about. */
  readonly name?: string
  /** What it does, as somebody would type it behind `/news`. */
  readonly command: string
}

/** Labels that ask for no values. */
type ActionLabel = Extract<PhraseKey, `action.${string}`>
