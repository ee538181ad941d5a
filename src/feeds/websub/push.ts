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
