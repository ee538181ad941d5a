import { randomBytes } from 'node:crypto'
import type { PoliteFetcher } from '../polite-fetcher.ts'
import type { FeedState, Push } from '../../records/feed-state.ts'
import { LEASE_SECONDS } from './create-push-callback.ts'
import type { PushBook } from './create-push-book.ts'

export interface PushTools {
  readonly book: PushBook
  readonly fetcher: Pick<PoliteFetcher, 'post'>
  /** What hubs reach us at, without a slash at its end: `https://news.example/hubs`. */
  readonly callbackRoot: string
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/**
 * Brings our subscriptions in line with what feeds offer: asks hubs that are due, leaves those of feeds that offer another one, offer none any more or are not
 * read any more. `states` is what the store kept, `isRead` tells the sources of now. Returns the sources whose subscription changed. Never rejects: a hub that
 * cannot be reached is asked again an hour later, and twice as late each time, up to a day.
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
        push !== null && (offered === null || !isFor(push, offered, tools) || isMisunderstood(push))
      const isSettled = push !== null && offered !== null && tools.now() < push.askedAt + MIN_STAY_MS
      if (push !== null && isStale && !isSettled) {
        tools.book.end(sourceId, push)
        changed.push(sourceId)
        await ask('unsubscribe', push, tools)
      }
      const kept = tools.book.of(sourceId)
      if (offered === null || (kept !== null && kept.askAt > tools.now())) return
      const next = asked(kept ?? newPush(offered, tools), tools.now())
      // Before the hub is asked: some come back before they answer.
      tools.book.set(sourceId, next)
      if (!changed.includes(sourceId)) changed.push(sourceId)
      await ask('subscribe', next, tools)
    }),
  )
  return changed
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A feed that names another hub or topic in each answer does not make us run from hub to hub. */
const MIN_STAY_MS = DAY

const isFor = (push: Push, offered: NonNullable<FeedState['hub']>, { callbackRoot }: PushTools): boolean =>
  push.hub === offered.hub && push.topic === offered.topic && push.callback.startsWith(`${callbackRoot}/`)

/** The hub signs with another key than ours, so one of us has lost it: only a new subscription brings a new one. */
const isMisunderstood = (push: Push): boolean => push.forged >= FORGED_TO_RENEW

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

/** Counts as in vain until the hub comes back. A lease that is renewed goes on meanwhile. */
function asked(push: Push, now: number): Push {
  return {
    ...push,
    status: push.leaseUntil !== null && push.leaseUntil > now ? 'active' : 'asked',
    askedAt: now,
    askAt: now + Math.min(HOUR * 2 ** Math.min(push.inVain, 10), DAY),
    inVain: push.inVain + 1,
  }
}

/** How the hub answers does not matter: what counts is whether it comes back. */
async function ask(mode: 'subscribe' | 'unsubscribe', push: Push, tools: PushTools): Promise<void> {
  const form = new URLSearchParams({
    'hub.mode': mode,
    'hub.topic': push.topic,
    'hub.callback': push.callback,
    ...(mode === 'subscribe' && { 'hub.secret': push.secret, 'hub.lease_seconds': String(LEASE_SECONDS) }),
  })
  await tools.fetcher.post(push.hub, form)
}
