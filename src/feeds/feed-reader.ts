import { createHash } from 'node:crypto'
import { isBotProtection } from './bot-protection.ts'
import type { ParsedFeed } from './entry.ts'
import { createFeedParser, type FeedParserOptions } from './feed-parser.ts'
import { createFetcher, type Fetched, type FetchOptions } from './fetch-feed.ts'
import { createHostManners } from './host-manners.ts'
import {
  DEFAULT_PACE,
  nextReadAfterAnswer,
  nextReadAfterFailure,
  retryAt,
  rhythmOf,
  type Pace,
} from './next-read.ts'
import { NEVER_READ, type FailureKind, type FeedState, type ReadOutcome } from './read-outcome.ts'
import { KILLS_TO_PAUSE } from './source-health.ts'
import type { Source } from './source.ts'

export interface FeedReaderOptions extends FetchOptions {
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly now?: (() => number) | undefined
  /** From 0 to 1, to spread reads. Default `Math.random`. */
  readonly random?: (() => number) | undefined
  readonly pace?: Pace | undefined
  /** Reads at the same time over all hosts. Default 16; of one host it is 2. */
  readonly concurrency?: number | undefined
  readonly parser?: FeedParserOptions | undefined
}

/** Reads sources politely and safely. */
export interface FeedReader {
  /**
   * One read of one source. Never rejects: how it ended is the outcome, which carries the state to keep with what was read. Does not look at
   * `state.nextReadAt`: what is due decides the caller.
   */
  read(source: Pick<Source, 'feed' | 'language'>, state: FeedState): Promise<ReadOutcome>
  /** Breaks off what is under way and ends the threads. */
  close(): Promise<void>
}

/** So often in a row must the same permanent redirect come before it is believed: servers under repair redirect everything somewhere. */
const REDIRECTS_TO_BELIEVE = 3

const DAY = 86_400_000

export function createFeedReader(options: FeedReaderOptions): FeedReader {
  const { now = Date.now, random = Math.random, pace = DEFAULT_PACE, concurrency = 16 } = options
  const fetcher = createFetcher(options)
  const parser = createFeedParser(options.parser)
  const manners = createHostManners({ perHost: 2, overall: concurrency })

  async function read(source: Pick<Source, 'feed' | 'language'>, kept: FeedState): Promise<ReadOutcome> {
    const known = kept.readFrom === null || kept.readFrom === source.feed ? kept : NEVER_READ
    const state = { ...known, readFrom: source.feed }
    if (state.gone)
      return fail(state, { kind: 'gone', text: 'The server said the feed is gone for good (410).' })
    const address = state.movedTo ?? source.feed
    const host = hostOf(address)
    const heldUntil = manners.heldUntil(host, now())
    if (heldUntil !== null) return heldBack(state, host, heldUntil)
    const fetched = await manners.inTurn(host, () => fetcher.get(address, state))
    return digest(source, state, host, fetched)
  }

  async function digest(
    source: Pick<Source, 'language'>,
    state: FeedState,
    host: string,
    fetched: Fetched,
  ): Promise<ReadOutcome> {
    if (fetched.status === 'failed') return fetchFailed(state, host, fetched)
    if (fetched.status === 'not-modified') return unchanged(state, fetched)
    const bodyHash = createHash('sha256').update(fetched.bytes).digest('base64url')
    if (bodyHash === state.bodyHash) return unchanged(state, fetched)
    const answer = await parser.parse(fetched.bytes, {
      headers: {
        'content-type': fetched.headers['content-type'],
        'content-location': fetched.headers['content-location'],
      },
      url: fetched.url,
      language: source.language,
    })
    if (answer.status === 'parsed') return isNew(state, fetched, bodyHash, answer.feed)
    if (answer.status === 'killed')
      return fail({ ...state, kills: state.kills + 1 }, { kind: 'parser-killed', text: answer.text })
    if (answer.status === 'unparseable')
      return fail(state, { kind: 'unparseable', text: `The feed cannot be read: ${answer.text}` })
    return isBotProtection(fetched.headers, fetched.bytes)
      ? fail(state, BOT_PROTECTION)
      : fail(state, { kind: 'not-a-feed', text: answer.text })
  }

  function isNew(
    state: FeedState,
    fetched: Extract<Fetched, { status: 'ok' }>,
    bodyHash: string,
    feed: ParsedFeed,
  ): ReadOutcome {
    const dates = feed.entries.map(({ publishedAt, updatedAt }) => publishedAt ?? updatedAt)
    const dated = dates.filter((date) => date !== null && date <= now())
    const learnt: FeedState = {
      ...answered(state, fetched),
      bodyHash,
      newestEntryAt: dated.reduce<number | null>(
        (newest, date) => Math.max(newest ?? 0, date ?? 0),
        state.newestEntryAt,
      ),
      rhythmMs: rhythmOf(feed, now()),
      shown: feed.entries.length,
      ttlMinutes: feed.ttlMinutes,
      skips: feed.skips,
      undatedShare: dates.length === 0 ? null : dates.filter((date) => date === null).length / dates.length,
    }
    return { status: 'new', feed, state: { ...learnt, nextReadAt: nextRead(learnt, fetched) } }
  }

  function unchanged(state: FeedState, fetched: Exclude<Fetched, { status: 'failed' }>): ReadOutcome {
    const learnt = answered(state, fetched)
    return { status: 'unchanged', state: { ...learnt, nextReadAt: nextRead(learnt, fetched) } }
  }

  /** What every good answer teaches. A 304 may leave validators out, which means that they stay. */
  function answered(state: FeedState, fetched: Exclude<Fetched, { status: 'failed' }>): FeedState {
    const isFresh = fetched.status === 'ok'
    const redirect =
      fetched.movedTo === null
        ? null
        : {
            to: fetched.movedTo,
            times: fetched.movedTo === state.redirect?.to ? state.redirect.times + 1 : 1,
          }
    return {
      ...state,
      etag: fetched.headers['etag'] ?? (isFresh ? null : state.etag),
      lastModified: fetched.headers['last-modified'] ?? (isFresh ? null : state.lastModified),
      lastTriedAt: now(),
      lastSuccessAt: now(),
      failuresInARow: 0,
      lastFailure: null,
      kills: 0,
      redirect,
      movedTo: redirect && redirect.times >= REDIRECTS_TO_BELIEVE ? redirect.to : state.movedTo,
    }
  }

  const nextRead = (state: FeedState, fetched: Exclude<Fetched, { status: 'failed' }>): number =>
    nextReadAfterAnswer({
      now: now(),
      pace,
      rhythmMs: state.rhythmMs,
      shown: state.shown,
      ttlMinutes: state.ttlMinutes,
      skips: state.skips,
      cacheControl: fetched.headers['cache-control'],
      random: random(),
    })

  function fetchFailed(
    state: FeedState,
    host: string,
    fetched: Extract<Fetched, { status: 'failed' }>,
  ): ReadOutcome {
    const notBefore = retryAt(fetched.headers['retry-after'], now())
    if (notBefore !== null) manners.hold(host, notBefore)
    const isBlocked = fetched.bytes !== undefined && isBotProtection(fetched.headers, fetched.bytes)
    return fail(state, isBlocked ? BOT_PROTECTION : fetched, notBefore)
  }

  function fail(
    state: FeedState,
    what: { readonly kind: FailureKind; readonly text: string },
    notBefore: number | null = null,
  ): ReadOutcome {
    const failure = { kind: what.kind, text: what.text, at: now() }
    const failuresInARow = state.failuresInARow + 1
    const isKiller = state.kills >= KILLS_TO_PAUSE
    // A move that was believed may have been a mistake: then the address that people wrote counts again.
    const wasAstray = state.movedTo !== null && LASTING.has(what.kind)
    return {
      status: 'failed',
      failure,
      state: {
        ...state,
        lastTriedAt: now(),
        lastFailure: failure,
        failuresInARow,
        gone: what.kind === 'gone' && !wasAstray,
        movedTo: wasAstray ? null : state.movedTo,
        redirect: null,
        nextReadAt: isKiller
          ? now() + DAY
          : nextReadAfterFailure({
              now: now(),
              pace,
              kind: wasAstray ? 'server-error' : what.kind,
              failuresInARow,
              notBefore,
              random: random(),
            }),
      },
    }
  }

  /** Not a failure of this source: it was not asked, because its host wants rest. */
  function heldBack(state: FeedState, host: string, until: number): ReadOutcome {
    const failure = { kind: 'rate-limited', text: `${host} asked us to wait.`, at: now() } as const
    return { status: 'failed', failure, state: { ...state, lastFailure: failure, nextReadAt: until } }
  }

  return {
    read,
    close: async () => {
      await Promise.all([fetcher.close(), parser.close()])
    },
  }
}

/** Failures that speak against the address, not only against the hour. */
const LASTING: ReadonlySet<FailureKind> = new Set([
  'gone',
  'not-found',
  'refused',
  'not-a-feed',
  'forbidden-address',
  'too-many-redirects',
  'unreachable',
])

const BOT_PROTECTION = {
  kind: 'refused',
  text: 'The site asks for a proof that a browser is reading (bot protection). Ask the publisher to let feed readers through, or remove the source.',
} as const

const hostOf = (address: string): string => URL.parse(address)?.host ?? ''
