import { createHmac, randomBytes } from 'node:crypto'
import type { PoliteFetcher } from '../../feeds/polite-fetcher.ts'
import type { HubSubscription, HubSubscriptions } from '../../records/ports/hub-subscriptions.ts'
import type { Document } from '../page-cache.ts'
import { type HubRequest, readHubRequest } from './read-hub-request.ts'

/** With what the hub works. */
export interface HubTools {
  readonly subscriptions: HubSubscriptions
  /** To public addresses only, a few at a time to each. */
  readonly fetcher: Pick<PoliteFetcher, 'get' | 'post'>
  /** Something that went wrong where nobody waits for an answer. */
  readonly noteFault: (error: unknown) => void
}

/** What the hub knows of the feeds that it tells of. */
interface HubFeeds {
  /** The hub's own address. */
  readonly address: string
  /** The feed at an address, as whoever may read there would get it; null where there is none, or nobody may be told of it. */
  readonly read: (topic: string) => Promise<Document | null>
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** Subscriptions in all, and of callbacks at one origin: each is a request whenever its feed changes. */
const MOST = { all: 2000, ofOrigin: 40 } as const
/** Requests whose callback is being asked: more are told to come again. */
const MOST_ASKED = 50
/** Subscriptions that one round looks after. */
const MOST_OF_ROUND = 500
/** How often a feed is looked at for those who are told of it: what is new is with them within minutes. */
const LOOK_MS = 120_000
/** After a delivery that failed, twice as long each time. */
const LONGEST_PAUSE_MS = 12 * 3_600_000
/** Deliveries in a row that may fail, over a day and a half. */
const MOST_IN_VAIN = 11

/** At the same instants for all, so that a feed is written once for many. */
const nextLook = (at: number): number => (Math.floor(at / LOOK_MS) + 1) * LOOK_MS

/** A WebSub hub for our own feeds (https://www.w3.org/TR/websub/): whoever subscribes is sent the whole feed when it changed. */
export function createHub({ subscriptions, fetcher, noteFault }: HubTools, { address, read, now }: HubFeeds) {
  let asked = 0

  /** Whether whoever answers at the callback wants this (WebSub, section 5.3). */
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
    const kept = { topic, callback, secret, leaseUntil, sent, inVain: 0, dueAt: nextLook(now()) }
    if (!(await subscriptions.keepHubSubscription(kept, MOST)))
      await deny(kept, 'The hub tells as many already as it can.')
  }

  /** Tells that nothing will come (WebSub, section 5.2); whether that is heard matters to nobody else. */
  const deny = async ({ callback, topic }: Pick<HubSubscription, 'callback' | 'topic'>, reason: string) =>
    void (await fetcher.get(
      withQuery(callback, { 'hub.mode': 'denied', 'hub.topic': topic, 'hub.reason': reason }),
    ))

  async function tell(subscription: HubSubscription, document: Document | null): Promise<void> {
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
    const pause = Math.min(LOOK_MS * 2 ** inVain, LONGEST_PAUSE_MS)
    const dueAt = Math.max(now() + pause, fetched.status === 'held' ? fetched.until : 0)
    return subscriptions.settleHubSubscription({ ...subscription, inVain, dueAt })
  }

  return {
    /** Answers a request at once; its callback is asked meanwhile. */
    async take(form: URLSearchParams): Promise<HubAnswer> {
      const request = readHubRequest(form)
      if (typeof request === 'string') return { status: 400, text: request }
      if (asked >= MOST_ASKED) return { status: 503, text: 'Many ask just now: come again in a minute.' }
      asked += 1
      try {
        // Who leaves a feed that is gone may do so.
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
    /** Sends feeds that changed to those who are told of them. Never rejects. */
    async distribute(): Promise<void> {
      try {
        const at = now()
        const due = await subscriptions.takeDueHubSubscriptions(at, nextLook(at), MOST_OF_ROUND)
        const telling: Promise<void>[] = []
        for (const [topic, those] of Map.groupBy(due, (one) => one.topic)) {
          const document = await read(topic)
          telling.push(...those.map((one) => tell(one, document).catch(noteFault)))
        }
        await Promise.all(telling)
      } catch (error) {
        noteFault(error)
      }
    },
  }
}

export type Hub = ReturnType<typeof createHub>

interface HubAnswer {
  readonly status: 202 | 400 | 404 | 503
  /** For whoever reads the log of a reader. */
  readonly text: string
}

/** An address of others with more in its query; what stood there stays as it was written. */
function withQuery(address: string, more: Readonly<Record<string, string>>): string {
  return `${address}${address.includes('?') ? '&' : '?'}${new URLSearchParams(more).toString()}`
}
