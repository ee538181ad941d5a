import { hash } from 'node:crypto'
import marks from './bot-protection.json' with { type: 'json' }
import { NEVER_READ, type Failure, type FeedState } from '../records/feed-state.ts'
import type { Source } from '../records/source.ts'
import type { ParsedFeed } from './entry.ts'
import { asciiHead } from './decode.ts'
import { createFeedParser, type FeedParser } from './feed-parser.ts'
import type { Fault } from './explain-fetch-error.ts'
import type { Fetched } from './fetch-feed.ts'
import { DEFAULT_PACE, retryAt, type SchedulingContext, type Pace } from './next-read.ts'
import { afterDelivery, afterFailure, afterNew, afterUnchanged } from './next-state.ts'
import {
  createPoliteFetcher,
  type HostResting,
  type PoliteFetcher,
  type PoliteFetcherOptions,
} from './polite-fetcher.ts'
import { KILLS_TO_PAUSE } from './source-health.ts'
import type { ThreadLimits } from '../thread/killable-threads.ts'
import type { Delivery } from './websub/create-push-callback.ts'

/**
 * How one read of one source ended. Every outcome carries the state to keep. Nothing that a feed does makes a
 * read throw.
 */
export type ReadOutcome =
  | { readonly status: 'new'; readonly feed: ParsedFeed; readonly state: FeedState }
  | { readonly status: 'unchanged'; readonly state: FeedState }
  | { readonly status: 'failed'; readonly failure: Failure; readonly state: FeedState }

export interface FeedReaderOptions extends PoliteFetcherOptions {
  /** Returns a number from 0 to 1 that spreads reads over time. Default `Math.random`. */
  readonly random?: (() => number) | undefined
  readonly pace?: Pace | undefined
  readonly parser?: ThreadLimits | undefined
}

type Readable = Pick<Source, 'feed' | 'language'>

export type FeedReader = ReturnType<typeof createFeedReader>

/**
 * Reads sources politely and safely. `fetcher` and `parser` may be shared with other readers; closing this one
 * closes them.
 */
export function createFeedReader(
  options: FeedReaderOptions,
  fetcher: PoliteFetcher = createPoliteFetcher(options),
  parser: FeedParser = createFeedParser(options.parser),
) {
  const { now = Date.now, random = Math.random, pace = DEFAULT_PACE } = options
  const schedulingNow = (): SchedulingContext => ({ now: now(), pace, random: random() })

  /**
   * Reads one source once. Never rejects: the outcome tells how it ended and carries the state to keep. It
   * ignores `state.nextReadAt`; the caller decides what is due.
   */
  async function read(source: Readable, kept: FeedState): Promise<ReadOutcome> {
    const known = kept.readFrom === null || kept.readFrom === source.feed ? kept : NEVER_READ
    const state = { ...known, readFrom: source.feed }
    if (state.gone)
      return fail(state, { kind: 'gone', text: 'The server said the feed is gone for good (410).' })
    const fetched = await fetcher.get(state.movedTo ?? source.feed, state)
    if (fetched.status === 'held') return skippedForRest(state, fetched)
    if (fetched.status === 'failed') return fetchFailed(state, fetched)
    const bodyHash = fetched.status === 'ok' ? hashOf(fetched.bytes) : state.bodyHash
    if (fetched.status === 'not-modified' || bodyHash === state.bodyHash || bodyHash === null)
      return { status: 'unchanged', state: afterUnchanged(state, fetched, schedulingNow()) }
    const answer = await parser.parse(fetched.bytes, {
      headers: {
        'content-type': fetched.headers['content-type'],
        'content-location': fetched.headers['content-location'],
      },
      url: fetched.url,
      language: source.language,
    })
    if (answer.status === 'parsed') {
      const { feed } = answer
      return { status: 'new', feed, state: afterNew(state, fetched, { bodyHash, feed }, schedulingNow()) }
    }
    return answer.status === 'not-a-feed' && isBotProtection(fetched.headers, fetched.bytes)
      ? fail(state, BOT_PROTECTION)
      : notParsed(state, answer)
  }

  /**
   * Reads a delivery from a hub, in the same threads and with the same limits. Never rejects. It does not
   * change when the source is polled next, except as noted below.
   */
  async function readDelivery(source: Readable, state: FeedState, delivery: Delivery): Promise<ReadOutcome> {
    // Some hubs only announce that there is news, so the feed is polled now.
    if (delivery.bytes.length === 0) return { status: 'unchanged', state: { ...state, nextReadAt: now() } }
    // A source paused for stopping the parser must not get around the pause.
    if (state.kills >= KILLS_TO_PAUSE) return { status: 'unchanged', state }
    const answer = await parser.parse(delivery.bytes, {
      headers: { 'content-type': delivery.contentType },
      url: state.movedTo ?? source.feed,
      language: source.language,
    })
    if (answer.status === 'parsed')
      return { status: 'new', feed: answer.feed, state: afterDelivery(state, answer.feed, now()) }
    const outcome = notParsed(state, answer)
    // A bad delivery says nothing about the feed itself, which is polled as before, unless it stopped the
    // parser too often.
    const { kills, failures, nextReadAt } = outcome.state
    const isPaused = kills >= KILLS_TO_PAUSE
    return { ...outcome, state: { ...state, kills, failures, ...(isPaused && { nextReadAt }) } }
  }

  function notParsed(state: FeedState, answer: NotParsed): ReadOutcome {
    if (answer.status === 'killed')
      return fail({ ...state, kills: state.kills + 1 }, { kind: 'parser-killed', text: answer.text })
    return answer.status === 'unparseable'
      ? fail(state, { kind: 'unparseable', text: `The feed cannot be read: ${answer.text}` })
      : fail(state, { kind: 'not-a-feed', text: answer.text })
  }

  function fetchFailed(state: FeedState, fetched: Extract<Fetched, { status: 'failed' }>): ReadOutcome {
    const notBefore = retryAt(fetched.headers['retry-after'], now())
    const isBlocked = fetched.bytes !== undefined && isBotProtection(fetched.headers, fetched.bytes)
    return fail(state, isBlocked ? BOT_PROTECTION : fetched, notBefore)
  }

  const fail = (state: FeedState, fault: Fault, notBefore: number | null = null): ReadOutcome => ({
    status: 'failed',
    ...afterFailure(state, fault, notBefore, schedulingNow()),
  })

  /**
   * The outcome for a source that was not asked because its host wants a rest. It does not count as a failure
   * of the source.
   */
  function skippedForRest(state: FeedState, { host, until }: HostResting): ReadOutcome {
    const failure = { kind: 'rate-limited', text: `${host} asked us to wait.`, at: now() } as const
    return { status: 'failed', failure, state: { ...state, lastFailure: failure, nextReadAt: until } }
  }

  return {
    read,
    readDelivery,
    /** Aborts requests under way and ends the threads. */
    close: async (): Promise<void> => {
      await Promise.all([fetcher.close(), parser.close()])
    },
  }
}

type NotParsed = Exclude<Awaited<ReturnType<FeedParser['parse']>>, { status: 'parsed' }>

const BOT_PROTECTION = {
  kind: 'bot-protection',
  text:
    'The site asks for a proof that a browser is reading (bot protection). ' +
    'Ask the publisher to let feed readers through, or remove the source.',
} as const

const hashOf = (bytes: Uint8Array): string => hash('sha256', bytes, 'base64url')

/**
 * Whether an answer is a challenge page that asks a browser to prove itself instead of what we asked for.
 * `marks` are strings found on the challenge pages of Cloudflare, DDoS-Guard, Imperva, DataDome, HUMAN, AWS
 * WAF and Qrator.
 */
function isBotProtection(headers: Readonly<Record<string, string | undefined>>, bytes: Uint8Array): boolean {
  if (headers['cf-mitigated'] === 'challenge') return true
  const head = asciiHead(bytes, HEAD_LENGTH)
  return /<html|<script|<!doctype html/i.test(head) && marks.some((mark) => head.includes(mark))
}

/** How many bytes are searched: the marks stand in the head of the page or in its first script. */
const HEAD_LENGTH = 20_000
