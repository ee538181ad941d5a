import { randomBytes } from 'node:crypto'
import type { PoliteFetcher } from '../polite-fetcher.ts'
import type { FeedState, Push } from '../../records/feed-state.ts'
import { LEASE_SECONDS } from './create-push-callback.ts'
import type { PushBook } from './create-push-book.ts'

export interface PushTools {
  readonly book: PushBook
  readonly fetcher: Pick<PoliteFetcher, 'post'>
  /** Public address at which hubs reach us, without a trailing slash: `https://news.example/hubs`. */
  readonly callbackRoot: string
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/**
 * Brings our subscriptions in line with the hubs that feeds offer. Asks the hubs that are due, and
 * unsubscribes from those of feeds that offer another hub, none any more, or are no longer read. `states`
 * comes from the store; `isRead` tells the current sources. Returns the sources whose subscription changed.
 * Never rejects: a hub that cannot be reached is asked again after an hour, and then after twice as long each
 * time, up to a day.
 */
export async function tendPushes(
  states: ReadonlyMap<string, FeedState>,
  isRead: (sourceId: string) => boolean,
  tools: PushTools,
): Promise<string[]> {
  const changed: string[] = []
  await Promise.all(
    [...states].map(async ([sourceId, state]) => {
      const offered = isRead(sourceId) && !state.gone ? state.hub : null
      const push = tools.book.of(sourceId)
      const isStale =
        push !== null && (offered === null || !matchesOffer(push, offered, tools) || hasLostKey(push))
      const isSettled = push !== null && offered !== null && tools.now() < push.askedAt + MIN_STAY_MS
      if (push !== null && isStale && !isSettled) {
        tools.book.end(sourceId, push)
        changed.push(sourceId)
        await sendRequest('unsubscribe', push, tools)
      }
      const kept = tools.book.of(sourceId)
      if (offered === null || (kept !== null && kept.askAt > tools.now())) return
      const next = withRequest(kept ?? newPush(offered, tools), tools.now())
      // Stored before the hub is asked: some hubs call back before they answer.
      tools.book.set(sourceId, next)
      if (!changed.includes(sourceId)) changed.push(sourceId)
      await sendRequest('subscribe', next, tools)
    }),
  )
  return changed
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Keeps a feed that names another hub or topic in each answer from making us run from hub to hub. */
const MIN_STAY_MS = DAY

const matchesOffer = (
  push: Push,
  offered: NonNullable<FeedState['hub']>,
  { callbackRoot }: PushTools,
): boolean =>
  push.hub === offered.hub && push.topic === offered.topic && push.callback.startsWith(`${callbackRoot}/`)

/**
 * Whether the hub signs with another key than ours, so that one side has lost it. Only a new subscription
 * brings a new key.
 */
const hasLostKey = (push: Push): boolean => push.forged >= FORGED_TO_RENEW

const FORGED_TO_RENEW = 3

function newPush(offered: NonNullable<FeedState['hub']>, tools: PushTools): Push {
  return {
    ...offered,
    callback: `${tools.callbackRoot}/${randomBytes(24).toString('base64url')}`,
    secret: randomBytes(32).toString('base64url'),
    status: 'asked',
    askedAt: 0,
    askAt: 0,
    inVain: 0,
    leaseUntil: null,
    deliveredAt: null,
    forged: 0,
    missed: 0,
  }
}

/**
 * Counts the request as in vain until the hub calls back. A lease that is being renewed stays active
 * meanwhile.
 */
function withRequest(push: Push, now: number): Push {
  return {
    ...push,
    status: push.leaseUntil !== null && push.leaseUntil > now ? 'active' : 'asked',
    askedAt: now,
    askAt: now + Math.min(HOUR * 2 ** Math.min(push.inVain, 10), DAY),
    inVain: push.inVain + 1,
  }
}

/** The hub's answer does not matter: what counts is whether it calls back. */
async function sendRequest(mode: 'subscribe' | 'unsubscribe', push: Push, tools: PushTools): Promise<void> {
  const form = new URLSearchParams({
    'hub.mode': mode,
    'hub.topic': push.topic,
    'hub.callback': push.callback,
    ...(mode === 'subscribe' && { 'hub.secret': push.secret, 'hub.lease_seconds': String(LEASE_SECONDS) }),
  })
  await tools.fetcher.post(push.hub, form)
}
