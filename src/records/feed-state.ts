/** What we remember of a source between two reads; plain data that the store keeps for us. Times are milliseconds since 1970. */
export interface FeedState {
  readonly etag: string | null
  readonly lastModified: string | null
  /** SHA-256 of the last body we parsed: skips work when a server ignores validators. */
  readonly bodyHash: string | null
  readonly lastTriedAt: number | null
  readonly lastSuccessAt: number | null
  /** Publication time of the newest entry ever seen here. */
  readonly newestEntryAt: number | null
  /** When an entry was new to us for the last time: what feeds without dates are judged by. */
  readonly lastNewAt: number | null
  readonly failuresInARow: number
  /** Why the last read failed, or null after a success. */
  readonly lastFailure: Failure | null
  /** How often it failed of late. */
  readonly failures: FailureLog
  /** Languages (ISO 639-1) that its newest articles are in, the oldest first. */
  readonly writtenIn: readonly string[]
  /** Not to be read before. */
  readonly nextReadAt: number
  /** The feed address of the source at the last read: when people change it, everything is learnt anew. */
  readonly readFrom: string | null
  /** Where permanent redirects lead, once the same came several times in a row: read there instead. */
  readonly movedTo: string | null
  /** The server said 410: no more reading until a person says so. */
  readonly gone: boolean
  /** Where a permanent redirect led the last time, and how often in a row. */
  readonly redirect: { readonly to: string; readonly times: number } | null
  /** Typical time between two entries of this source, in milliseconds. */
  readonly rhythmMs: number | null
  /** How many entries the feed showed, its `ttl` and its hours and days of rest, as last read. */
  readonly shown: number
  readonly ttlMinutes: number | null
  readonly skips: Skips | null
  /** Share of entries without a date in the last read, 0 to 1. */
  readonly undatedShare: number | null
  /** How many entries of the feed had nothing in them and were left out, and whether it was too long to be read whole, as last read. */
  readonly lost: number
  readonly truncated: boolean
  /** Where the feed says that its news are pushed from, as last read. */
  readonly hub: Hub | null
  /** Our subscription there. */
  readonly push: Push | null
  /** Reads in a row in which the feed had to be stopped because it took too long or too much memory to parse. */
  readonly kills: number
}

/** The state of a source nobody has read yet. */
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

/** Why a read failed: a kind for programs and a sentence for people that says what to do. */
export interface Failure {
  readonly kind: FailureKind
  readonly text: string
  readonly at: number
}

/** How often a source could not be read on one day. */
interface FailuresOfDay {
  /** Days since 1970, UTC. */
  readonly day: number
  readonly times: Readonly<Partial<Record<FailureKind, number>>>
}

/** Failures of the last 30 days, the oldest day first. */
export type FailureLog = readonly FailuresOfDay[]

/** When a publisher says that it publishes nothing, in UTC: hours 0 to 23, days 0 (Sunday) to 6. */
export interface Skips {
  readonly hours: readonly number[]
  readonly days: readonly number[]
}

/** Where a feed says that its news are pushed from (WebSub, https://www.w3.org/TR/websub/). */
export interface Hub {
  readonly hub: string
  /** What the hub knows the feed by. */
  readonly topic: string
}

/** Our subscription at a hub, as the store keeps it. Times are milliseconds since 1970. */
export interface Push extends Hub {
  /** Our address for this feed alone; its last part cannot be guessed. */
  readonly callback: string
  /** Key of the signatures, known to the hub and us. Never to be shown. */
  readonly secret: string
  /** `asked`: the hub has not come back yet. */
  readonly status: 'asked' | 'active' | 'denied'
  readonly askedAt: number
  /** When the hub is asked again: to renew in time, or because it did not come back. */
  readonly askAt: number
  /** Asked in vain so often in a row. */
  readonly inVain: number
  /** Until when the hub delivers; null before it came back. */
  readonly leaseUntil: number | null
  /** When it last delivered something with a good signature. */
  readonly deliveredAt: number | null
  /** Deliveries since then that we threw away because their signature was bad. */
  readonly forged: number
  /** Reads in a row that found news the hub had not delivered. */
  readonly missed: number
}
