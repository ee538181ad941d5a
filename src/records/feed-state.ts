/**
 * What is remembered of a source between two reads: plain data, kept in the store. Times are milliseconds
 * since 1970.
 */
export interface FeedState {
  readonly etag: string | null
  readonly lastModified: string | null
  /** SHA-256 of the last body parsed. Saves work with servers that ignore validators. */
  readonly bodyHash: string | null
  readonly lastTriedAt: number | null
  readonly lastSuccessAt: number | null
  /** Publication time of the newest entry ever seen. */
  readonly newestEntryAt: number | null
  /** When an entry was last new to us: by this, feeds without dates are judged. */
  readonly lastNewAt: number | null
  readonly failuresInARow: number
  /** Why the last read failed; null after a success. */
  readonly lastFailure: Failure | null
  /** Failures of the last 30 days. */
  readonly failures: FailureLog
  /** Languages (ISO 639-1) of its newest articles, oldest first. */
  readonly writtenIn: readonly string[]
  /** Not to be read earlier. */
  readonly nextReadAt: number
  /** Feed URL of the source at the last read. When people change it, everything else is learnt again. */
  readonly readFrom: string | null
  /**
   * Target of permanent redirects, once the same one came several times in a row; the feed is then read
   * there.
   */
  readonly movedTo: string | null
  /** The server answered 410; not read again until a person says so. */
  readonly gone: boolean
  /** Target of the last permanent redirect, and how often it came in a row. */
  readonly redirect: { readonly to: string; readonly times: number } | null
  /** Typical time between two entries, in milliseconds. */
  readonly rhythmMs: number | null
  /** Number of entries in the feed, its `ttl` and its hours and days of rest, as last read. */
  readonly shown: number
  readonly ttlMinutes: number | null
  readonly skips: Skips | null
  /** Share of entries without a date in the last read, 0 to 1. */
  readonly undatedShare: number | null
  /**
   * Number of entries that were empty and left out, and whether the feed was too long to be read whole, as
   * last read.
   */
  readonly lost: number
  readonly truncated: boolean
  /** Hub that the feed names for push, as last read. */
  readonly hub: Hub | null
  /** Our subscription at that hub. */
  readonly push: Push | null
  /** Reads in a row in which parsing was stopped because it took too much time or memory. */
  readonly kills: number
}

/** State of a source that was never read. */
export const NEVER_READ: FeedState = {
  etag: null,
  lastModified: null,
  bodyHash: null,
  lastTriedAt: null,
  lastSuccessAt: null,
  newestEntryAt: null,
  lastNewAt: null,
  failuresInARow: 0,
  lastFailure: null,
  failures: [],
  writtenIn: [],
  nextReadAt: 0,
  readFrom: null,
  movedTo: null,
  gone: false,
  redirect: null,
  rhythmMs: null,
  shown: 0,
  ttlMinutes: null,
  skips: null,
  undatedShare: null,
  lost: 0,
  truncated: false,
  hub: null,
  push: null,
  kills: 0,
}

export const FAILURE_KINDS = [
  'unreachable', // DNS, refused, reset
  'timeout',
  'too-large',
  'not-found',
  'gone',
  'rate-limited',
  'server-error',
  'refused', // 401, 403
  'bot-protection', // a page that asks for proof of a browser
  'forbidden-address', // private range, other scheme
  'too-many-redirects',
  'not-a-feed',
  'unparseable',
  'parser-killed',
] as const

export type FailureKind = (typeof FAILURE_KINDS)[number]

/** Why a read failed: a kind for programs, and a sentence for people that says what to do. */
export interface Failure {
  readonly kind: FailureKind
  readonly text: string
  readonly at: number
}

/** Failures of a source on one day, by kind. */
interface FailuresOfDay {
  /** Days since 1970, UTC. */
  readonly day: number
  readonly times: Readonly<Partial<Record<FailureKind, number>>>
}

/** Failures of the last 30 days, oldest day first. */
export type FailureLog = readonly FailuresOfDay[]

/** When a publisher says that it publishes nothing, in UTC: hours 0 to 23, days 0 (Sunday) to 6. */
export interface Skips {
  readonly hours: readonly number[]
  readonly days: readonly number[]
}

/** The hub that a feed names for push (WebSub, https://www.w3.org/TR/websub/). */
export interface Hub {
  readonly hub: string
  /** Name under which the hub knows the feed. */
  readonly topic: string
}

/** Our subscription at a hub. Times are milliseconds since 1970. */
export interface Push extends Hub {
  /** Our callback URL for this feed alone; its last part cannot be guessed. */
  readonly callback: string
  /** Key of the signatures, known to the hub and us. Never show it. */
  readonly secret: string
  /** `asked`: the hub has not confirmed yet. */
  readonly status: 'asked' | 'active' | 'denied'
  readonly askedAt: number
  /** When to ask the hub again: to renew in time, or because it did not confirm. */
  readonly askAt: number
  /** Requests to the hub in a row without success. */
  readonly inVain: number
  /** Until when the hub delivers; null before it confirmed. */
  readonly leaseUntil: number | null
  /** Last delivery with a valid signature. */
  readonly deliveredAt: number | null
  /** Deliveries since then that were discarded because their signature was invalid. */
  readonly forged: number
  /** Reads in a row that found news the hub had not delivered. */
  readonly missed: number
}
