import { createHmac, randomBytes } from 'node:crypto'
import type { PoliteFetcher } from '../../feeds/polite-fetcher.ts'
import type { HubSubscription, HubSubscriptions } from '../../records/ports/hub-subscriptions.ts'
import type { Document } from '../page-cache.ts'
import { type HubRequest, readHubRequest } from './read-hub-request.ts'

/** What the hub needs. */
export interface HubTools {
  readonly subscriptions: HubSubscriptions
  /** Fetches public addresses only, a few at a time for each host. */
  readonly fetcher: Pick<PoliteFetcher, 'get' | 'post'>
  /** Reports an error for which nobody waits. */
  readonly noteFault: (error: unknown) => void
}

/** What the hub knows about our feeds. */
interface HubFeeds {
  /** The hub's own address. */
  readonly address: string
  /**
   * Reads the feed at an address, as anybody with access gets it; null if it does not exist or must not be
   * distributed.
   */
  readonly read: (topic: string) => Promise<Document | null>
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/**
 * Most subscriptions in total, and for callbacks of one origin. Each is a request whenever its feed changes.
 */
const MOST_SUBSCRIPTIONS = { all: 2000, ofOrigin: 40 } as const
/** Most requests whose callbacks are verified at a time. Further ones must try again later. */
const MOST_PENDING_REQUESTS = 50
/** Most subscriptions handled in one round. */
const MOST_PER_ROUND = 500
/** How often a subscribed feed is checked, in milliseconds, so that news arrives within minutes. */
const POLL_MS = 120_000
/** Longest pause after failed deliveries, in milliseconds. The pause doubles each time. */
const LONGEST_PAUSE_MS = 12 * 3_600_000
/** Failed deliveries in a row, over a day and a half, after which a subscription ends. */
const MOST_IN_VAIN = 11

/**
 * The next check. All subscriptions are checked at the same instants, so that a feed is written once for
 * many.
 */
const nextPollAt = (at: number): number => (Math.floor(at / POLL_MS) + 1) * POLL_MS

/**
 * Creates a WebSub hub for our own feeds (https://www.w3.org/TR/websub/). Subscribers receive the whole feed
 * when it changes.
 */
export function createHub({ subscriptions, fetcher, noteFault }: HubTools, { address, read, now }: HubFeeds) {
  let asked = 0

  /** Asks the callback whether the request is intended (WebSub, section 5.3). */
  async function isMeant({ mode, topic, callback, leaseMs }: HubRequest): Promise<boolean> {
    const challenge = randomBytes(24).toString('base64url')
    const lease = mode === 'subscribe' ? { 'hub.lease_seconds': String(leaseMs / 1000) } : {}
    const fetched = await fetcher.get(
      withQuery(callback, { 'hub.mode': mode, 'hub.topic': topic, 'hub.challenge': challenge, ...lease }),
    )
    return fetched.status === 'ok' && fetched.bytes.toString() === challenge
  }

  async function settleRequest(request: HubRequest, sent: string): Promise<void> {
    if (!(await isMeant(request))) return
    const { topic, callback, secret, leaseMs } = request
    if (request.mode === 'unsubscribe') return subscriptions.endHubSubscription(request)
    const leaseUntil = now() + leaseMs
    const kept = { topic, callback, secret, leaseUntil, sent, inVain: 0, dueAt: nextPollAt(now()) }
    if (!(await subscriptions.keepHubSubscription(kept, MOST_SUBSCRIPTIONS)))
      await deny(kept, 'The hub tells as many already as it can.')
  }

  /** Tells the callback that it will receive nothing (WebSub, section 5.2); the response is ignored. */
  const deny = async ({ callback, topic }: Pick<HubSubscription, 'callback' | 'topic'>, reason: string) =>
    void (await fetcher.get(
      withQuery(callback, { 'hub.mode': 'denied', 'hub.topic': topic, 'hub.reason': reason }),
    ))

  async function notify(subscription: HubSubscription, document: Document | null): Promise<void> {
    const { topic, callback, secret, sent } = subscription
    if (document === null) {
      await subscriptions.endHubSubscription(subscription)
      return deny(subscription, 'There is no such feed any more.')
    }
    if (document.etag === sent) return
    const body = Buffer.from(document.body)
    const fetched = await fetcher.post(callback, body, {
      'content-type': document.type,
      link: `<${address}>; rel="hub", <${topic}>; rel="self"`,
      ...(secret !== null && {
        'x-hub-signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
      }),
    })
    if (fetched.status === 'ok')
      return subscriptions.settleHubSubscription({ ...subscription, sent: document.etag, inVain: 0 })
    const inVain = subscription.inVain + 1
    const isOver = fetched.status === 'failed' && fetched.kind === 'gone'
    if (isOver || inVain >= MOST_IN_VAIN) return subscriptions.endHubSubscription(subscription)
    const pause = Math.min(POLL_MS * 2 ** inVain, LONGEST_PAUSE_MS)
    const dueAt = Math.max(now() + pause, fetched.status === 'held' ? fetched.until : 0)
    return subscriptions.settleHubSubscription({ ...subscription, inVain, dueAt })
  }

  return {
    /** Answers a request at once; its callback is verified in the background. */
    async take(form: URLSearchParams): Promise<HubAnswer> {
      const request = readHubRequest(form)
      if (typeof request === 'string') return { status: 400, text: request }
      if (asked >= MOST_PENDING_REQUESTS)
        return { status: 503, text: 'Many ask just now: come again in a minute.' }
      asked += 1
      try {
        // Unsubscribing from a feed that no longer exists is allowed.
        const document = request.mode === 'subscribe' ? await read(request.topic) : null
        if (document === null && request.mode === 'subscribe')
          return { status: 404, text: 'There is no such feed here, or it is not for everybody.' }
        asked += 1
        void settleRequest(request, document?.etag ?? '')
          .catch(noteFault)
          .finally(() => {
            asked -= 1
          })
        return { status: 202, text: 'The callback is asked whether it means that.' }
      } finally {
        asked -= 1
      }
    },
    /** Sends changed feeds to their subscribers. Never rejects. */
    async distribute(): Promise<void> {
      try {
        const at = now()
        const due = await subscriptions.takeDueHubSubscriptions(at, nextPollAt(at), MOST_PER_ROUND)
        const notifying: Promise<void>[] = []
        for (const [topic, those] of Map.groupBy(due, (one) => one.topic)) {
          const document = await read(topic)
          notifying.push(...those.map((one) => notify(one, document).catch(noteFault)))
        }
        await Promise.all(notifying)
      } catch (error) {
        noteFault(error)
      }
    },
  }
}

export type Hub = ReturnType<typeof createHub>

interface HubAnswer {
  readonly status: 202 | 400 | 404 | 503
  /** For the person who reads the feed reader's log. */
  readonly text: string
}

/** Appends parameters to an address; its existing query is kept as written. */
function withQuery(address: string, more: Readonly<Record<string, string>>): string {
  return `${address}${address.includes('?') ? '&' : '?'}${new URLSearchParams(more).toString()}`
}
