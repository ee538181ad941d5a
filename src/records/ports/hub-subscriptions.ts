/** Somebody elsewhere who is told when one of our feeds changes (WebSub); each has one for a feed and a callback. Times are milliseconds since 1970. */
export interface HubSubscription {
  /** The address of the feed, word for word as it was asked for. */
  readonly topic: string
  /** Where what is new is sent. */
  readonly callback: string
  /** What our deliveries are signed with; null where none was asked for. */
  readonly secret: string | null
  readonly leaseUntil: number
  /** Entity tag of the feed as it was delivered last, or as it stood when the subscription began. */
  readonly sent: string
  /** Deliveries that failed since one arrived. */
  readonly inVain: number
  /** When the feed is to be looked at next for it. */
  readonly dueAt: number
}

/** Of whom a callback is known: `HubSubscription` is found by these two. */
type Named = Pick<HubSubscription, 'topic' | 'callback'>

/** Who is told of changes of our feeds: for our hub. */
export interface HubSubscriptions {
  /** Keeps a new one, or how long and with what key an old one goes on. False where there are so many already, or so many at the origin (`https://host:port`) of its callback. */
  keepHubSubscription(
    subscription: HubSubscription,
    most: { readonly all: number; readonly ofOrigin: number },
  ): Promise<boolean>
  endHubSubscription(subscription: Named): Promise<void>
  /** Those that are due by then, and puts them off until another time, so that of several processes one tells each. Forgets what ended by then. */
  takeDueHubSubscriptions(now: number, until: number, most: number): Promise<readonly HubSubscription[]>
  /** How it went; of one that ended meanwhile nothing is kept. */
  settleHubSubscription(
    subscription: Named & Pick<HubSubscription, 'sent' | 'inVain' | 'dueAt'>,
  ): Promise<void>
}
