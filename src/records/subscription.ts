/** A briefing that someone asked for: what, where, and when. `config/briefings.yaml` holds the first ones. */
export interface BriefingRequest {
  /** Slug; never changes once used: what was told is remembered under it. */
  readonly id: string
  /** Null where nobody gave it a name: it is told by what it is about, in the language of whoever reads it. */
  readonly title: string | null
  /** Name of the channel it goes to; `terminal` prints it. */
  readonly to: string
  /** Local times of day, `HH:MM`. */
  readonly at: readonly string[]
  readonly days: Days
  /** IANA zone that `at` and `days` are meant in. */
  readonly zone: string
  /** BCP 47 language of our own words in it. */
  readonly language: string
  /** Region ids. A story fits when it is about one of these regions or `countries`; without both, any place fits. */
  readonly regions?: readonly string[]
  /** ISO 3166-1 alpha-2; joined with `regions`. */
  readonly countries?: readonly string[]
  /** Topic ids; a story must have one of them. */
  readonly topics?: readonly string[]
  /** Source ids; a story must be told by one of them. */
  readonly sources?: readonly string[]
  /** Names as tagging gives them, or parts of them; a story must name one of them. */
  readonly people?: readonly string[]
  /** ISO 639-1; a story must be told in one of them. */
  readonly languages?: readonly string[]
  /** ISO 639-1, the one liked best first: in which languages stories are told, where an outlet has them in one; without it that of our own words and English. */
  readonly reads?: readonly string[]
  /** Keyword expression with AND, OR, NOT, "phrases" and brackets; a report of the story must match it. */
  readonly expression?: string
  /** Topic ids; a story must have none of them. */
  readonly withoutTopics?: readonly string[]
  /** ISO 3166-1 alpha-2; a story must be about none of them. */
  readonly withoutCountries?: readonly string[]
  /** Source ids; what they report does not count: a story must be told by another one. */
  readonly withoutSources?: readonly string[]
  /** A model may choose its sentences, where one is set up; otherwise our own rules do. */
  readonly model?: boolean
  /** Briefings come with a map of the countries in focus, where a platform can show one. */
  readonly pictures?: boolean
  /** Most stories in all. */
  readonly stories: number
  /** Most stories in one section. */
  readonly perSection: number
}

/** A standing wish of a person or a channel. `config/briefings.yaml` describes some; people make the others with `/news subscribe`. */
export interface Subscription extends BriefingRequest {
  /** `platform:workspace/user` of who made it and may change it; null for those of `config/briefings.yaml`. */
  readonly owner: string | null
  /** A briefing at local times (`at`, `days`); an hourly one; an alert as soon as a story passes its threshold; or one running story, each time it moves. */
  readonly kind: 'briefing' | 'hourly' | 'alert' | 'follow'
  /** Id of the story that is followed, in the running story that it is part of by now; absent for other kinds. */
  readonly story?: string
  /** Of an hourly one: every so many hours from midnight, 2 to 12; every hour where it is absent. */
  readonly hours?: number
  /**
   * Local times between which nothing is sent; may span midnight. What falls due then comes right after. Null: those of its place (`inItsPlace`), now and whenever they
   * change; `off`: none, whatever its place has.
   */
  readonly quiet: Quiet | 'off' | null
  readonly alert: AlertRule | null
  readonly state: 'active' | 'paused' | 'ended'
  /** It ends by itself then. Milliseconds since 1970. */
  readonly endsAt?: number
  /** It rests, and speaks again by itself from then on. Milliseconds since 1970. */
  readonly resumesAt?: number
  /** Milliseconds since 1970. */
  readonly createdAt: number
  /** When its times were last changed or it was last resumed: no slot from before is served. Milliseconds since 1970. */
  readonly changedAt?: number
}

/** Local times of day, `HH:MM`; `to` may be earlier than `from`: then it is the next morning. */
export interface Quiet {
  /** IANA zone they are meant in, where it is not that of the subscription: those of a person go by their own clock. */
  readonly zone?: string
  readonly from: string
  readonly to: string
}

/** When an alert goes out, and how often at most. */
export interface AlertRule {
  /** Independent reports that a story must have. */
  readonly outlets: number
  /** Alerts in any hour. */
  readonly perHour: number
  /** Hours in which the same story does not alert again. */
  readonly cooldownHours: number
}

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

/**
 * On which local days something goes out: every day, Monday to Friday, Saturday and Sunday, or any others in the order of the week, as
 * `weekly:mon` and `weekly:mon,thu`, or one day of the month (`monthly:1` to `monthly:31`, the last where it has fewer). `toDays` writes days of the week, so that equal
 * days are equal texts.
 */
export type Days = 'daily' | 'weekdays' | 'weekends' | `weekly:${string}` | `monthly:${number}`

/** What becomes of a new subscription. `taken`: another one has its id; `twin`: another one tells the same there. */
export type Addition =
  | { readonly status: 'kept' }
  | { readonly status: 'taken' }
  | { readonly status: 'channel-full' | 'owner-full' }
  | { readonly status: 'twin'; readonly twin: Subscription }
