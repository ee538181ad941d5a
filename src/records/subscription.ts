/** A briefing that somebody asked for: what, where and when. `config/briefings.yaml` holds the first ones. */
export interface BriefingRequest {
  /** Slug. Never changes once used, because what was told is remembered under it. */
  readonly id: string
  /** Null if nobody named it; it is then called by its subject, in the reader's language. */
  readonly title: string | null
  /** Name of the channel it goes to; `terminal` prints it. */
  readonly to: string
  /** Local times of day, `HH:MM`. */
  readonly at: readonly string[]
  readonly days: Days
  /** IANA zone of `at` and `days`. */
  readonly zone: string
  /** BCP 47 language of our own words in it. */
  readonly language: string
  /**
   * Region ids. A story fits if it is about one of these regions or one of `countries`. Without both, every
   * place fits.
   */
  readonly regions?: readonly string[]
  /** ISO 3166-1 alpha-2; combined with `regions` by OR. */
  readonly countries?: readonly string[]
  /** Topic ids; a story must have one of them. */
  readonly topics?: readonly string[]
  /** Source ids; a story must be told by one of them. */
  readonly sources?: readonly string[]
  /** Names as tags have them, or parts of names; a story must mention one of them. */
  readonly people?: readonly string[]
  /** ISO 639-1; a story must be told in one of them. */
  readonly languages?: readonly string[]
  /**
   * Languages in which stories are told if an outlet has them (ISO 639-1), preferred first. Default: that of
   * our own words, and English.
   */
  readonly reads?: readonly string[]
  /** Keyword expression with AND, OR, NOT, "phrases" and brackets. A report of the story must match it. */
  readonly expression?: string
  /** Topic ids; a story must have none of them. */
  readonly withoutTopics?: readonly string[]
  /** ISO 3166-1 alpha-2; a story must be about none of them. */
  readonly withoutCountries?: readonly string[]
  /** Source ids whose reports do not count: a story must be told by another source. */
  readonly withoutSources?: readonly string[]
  /** A model may pick its sentences, if one is configured; otherwise our own rules do. */
  readonly model?: boolean
  /** Briefings come with a map of the countries in focus, if the platform can show one. */
  readonly pictures?: boolean
  /** Maximum number of stories. */
  readonly stories: number
  /** Maximum number of stories in one section. */
  readonly perSection: number
}

/**
 * A standing request of a person or a channel. Some are in `config/briefings.yaml`; people make the others
 * with `/news subscribe`.
 */
export interface Subscription extends BriefingRequest {
  /**
   * `platform:workspace/user` of the person who made it and may change it; null for those of
   * `config/briefings.yaml`.
   */
  readonly owner: string | null
  /**
   * `briefing`: at local times (`at`, `days`). `hourly`. `alert`: as soon as a story passes its threshold.
   * `follow`: one running story, each time it moves.
   */
  readonly kind: 'briefing' | 'hourly' | 'alert' | 'follow'
  /** For `follow`: id of a story; its current running story is followed. */
  readonly story?: string
  /** For `hourly`: every so many hours from midnight, 2 to 12; every hour if absent. */
  readonly hours?: number
  /**
   * Local times between which nothing is sent; may span midnight. What becomes due then is sent right after.
   * Null: as set for its place (`withPlaceQuietHours`), now and after any change. `off`: none, whatever its
   * place has.
   */
  readonly quiet: Quiet | 'off' | null
  readonly alert: AlertRule | null
  readonly state: 'active' | 'paused' | 'ended'
  /** It ends by itself at this time, in milliseconds since 1970. */
  readonly endsAt?: number
  /** It is paused and resumes by itself at this time, in milliseconds since 1970. */
  readonly resumesAt?: number
  /** Milliseconds since 1970. */
  readonly createdAt: number
  /**
   * When its times were last changed or it was last resumed, in milliseconds since 1970. Slots before that
   * are not served.
   */
  readonly changedAt?: number
}

/** Local times of day, `HH:MM`. If `to` is earlier than `from`, it is on the next morning. */
export interface Quiet {
  /**
   * IANA zone of these times, if not that of the subscription: a person's quiet hours follow their own clock.
   */
  readonly zone?: string
  readonly from: string
  readonly to: string
}

/** When an alert is sent, and how often at most. */
export interface AlertRule {
  /** Independent reports that a story needs. */
  readonly outlets: number
  /** Maximum number of alerts in any hour. */
  readonly perHour: number
  /** Hours in which the same story does not alert again. */
  readonly cooldownHours: number
}

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

/**
 * Local days on which something is sent: every day, Monday to Friday, Saturday and Sunday, chosen weekdays in
 * the order of the week (`weekly:mon`, `weekly:mon,thu`), or one day of the month (`monthly:1` to
 * `monthly:31`; the last day in shorter months). `toDays` writes weekdays so that equal days are equal texts.
 */
export type Days = 'daily' | 'weekdays' | 'weekends' | `weekly:${string}` | `monthly:${number}`

/**
 * What became of a new subscription. `taken`: its id exists. `twin`: another one tells the same there.
 * `channel-full`, `owner-full`: the place or the owner has as many as allowed.
 */
export type Addition =
  | { readonly status: 'kept' }
  | { readonly status: 'taken' }
  | { readonly status: 'channel-full' | 'owner-full' }
  | { readonly status: 'twin'; readonly twin: Subscription }
