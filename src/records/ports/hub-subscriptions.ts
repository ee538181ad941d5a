/**
 * A WebSub subscriber to one of our feeds, identified by feed and callback. Times are milliseconds since
 * 1970.
 */
export interface HubSubscription {
  /** URL of the feed, exactly as the subscriber requested it. */
  readonly topic: string
  /** URL to which changes are delivered. */
  readonly callback: string
  /** Key with which deliveries are signed; null if the subscriber gave none. */
  readonly secret: string | null
  readonly leaseUntil: number
  /** Entity tag of the feed as last delivered, or as it was when the subscription began. */
  readonly sent: string
  /** Failed deliveries since the last successful one. */
  readonly inVain: number
  /** When the feed is next checked for this subscriber. */
  readonly dueAt: number
}

/** The two fields that identify a `HubSubscription`. */
type HubSubscriptionKey = Pick<HubSubscription, 'topic' | 'callback'>

/** Store of our WebSub hub: who is told when our feeds change. */
export interface HubSubscriptions {
  /**
   * Adds a subscription, or updates lease and secret of an existing one. False, and nothing stored, if it is
   * new and `most.all` or `most.ofOrigin` is reached; the origin is that of the callback
   * (`https://host:port`).
   */
  keepHubSubscription(
    subscription: HubSubscription,
    most: { readonly all: number; readonly ofOrigin: number },
  ): Promise<boolean>
  /** Deletes a subscription, if there is one. */
  endHubSubscription(subscription: HubSubscriptionKey): Promise<void>
  /**
   * Takes up to `most` subscriptions due at `now` and sets their `dueAt` to `until`, so that only one of
   * several processes handles each. Deletes the subscriptions whose lease has ended by `now`.
   */
  takeDueHubSubscriptions(now: number, until: number, most: number): Promise<readonly HubSubscription[]>
  /** Stores the result of a delivery. Does nothing if the subscription has ended meanwhile. */
  settleHubSubscription(
    subscription: HubSubscriptionKey & Pick<HubSubscription, 'sent' | 'inVain' | 'dueAt'>,
  ): Promise<void>
}
