import { Agent, request, type Dispatcher } from 'undici'
import { createAddressGuard, type Resolve } from './address-guard.ts'
import { explainFetchError, explainStatus } from './explain-fetch-error.ts'
import type { FailureKind, FeedState } from '../records/feed-state.ts'
import { collect, unpackBody } from './unpack-body.ts'

export interface FetchOptions {
  /** Names the program and where to complain: `Dragoman/1.0 (+https://…)`. */
  readonly userAgent: string
  /** Addresses or CIDR ranges that may be requested although they are private. */
  readonly allowAddresses?: readonly string[] | undefined
  /** Looks up host names. Default: the system resolver. */
  readonly resolve?: Resolve | undefined
  /** Time limit of one fetch including its redirects, in milliseconds. Default 30 s. */
  readonly timeoutMs?: number | undefined
  /** Largest body in bytes, both packed and unpacked. Default 10 MB. */
  readonly maxBytes?: number | undefined
}

/** Header names are in lower case; repeated headers are joined by a comma. */
type Headers = Readonly<Record<string, string | undefined>>

/** How a fetch ended. `movedTo` is the final address if every redirect was permanent, else null. */
export type Fetched =
  | {
      readonly status: 'ok'
      readonly bytes: Buffer
      readonly headers: Headers
      readonly url: string
      readonly movedTo: string | null
    }
  | { readonly status: 'not-modified'; readonly headers: Headers; readonly movedTo: string | null }
  | {
      readonly status: 'failed'
      readonly kind: FailureKind
      readonly text: string
      readonly headers: Headers
      readonly bytes?: Buffer
      /** Absent if the server sent no answer that we accepted. */
      readonly httpStatus?: number
    }

export type Fetcher = ReturnType<typeof createFetcher>

/** Two connections to a host are what a courteous reader uses. */
const CONNECTIONS_PER_HOST = 2
const MAX_REDIRECTS = 5
const CONNECT_TIMEOUT_MS = 10_000
const SILENCE_TIMEOUT_MS = 15_000
const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5'

/**
 * Our HTTP client, which never rejects. It sends conditional requests to public addresses only, limits time
 * and size, and checks each redirect. Throws at once if a range in `allowAddresses` is malformed.
 */
export function createFetcher(options: FetchOptions) {
  const { userAgent, timeoutMs = 30_000, maxBytes = 10_000_000 } = options
  const limits = {
    timeoutMs,
    connectMs: Math.min(CONNECT_TIMEOUT_MS, timeoutMs),
    silenceMs: Math.min(SILENCE_TIMEOUT_MS, timeoutMs),
  }
  const guard = createAddressGuard(options.allowAddresses, options.resolve)
  const agent = new Agent({
    connections: CONNECTIONS_PER_HOST,
    connect: { lookup: guard.lookup, timeout: limits.connectMs },
    headersTimeout: limits.silenceMs,
    bodyTimeout: limits.silenceMs,
  })

  async function follow(address: string, given: Headers, sent: string | Uint8Array | null): Promise<Fetched> {
    const question = {
      method: sent === null ? 'GET' : 'POST',
      body: sent,
      dispatcher: agent,
      signal: AbortSignal.timeout(timeoutMs),
    }
    const headers = {
      'user-agent': userAgent,
      accept: ACCEPT,
      'accept-encoding': 'gzip, br, deflate',
      ...given,
    }

    const start = URL.parse(address)
    if (!start)
      return failed('forbidden-address', 'The address is no URL. Correct it in config/sources.yaml.')
    const visited = new Set<string>()
    let url = start
    let isPermanent = true
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      const objection = guard.objection(url)
      if (objection) return failed('forbidden-address', objection)
      if (visited.has(url.href))
        return failed('too-many-redirects', `Redirects go in a circle at ${url.origin}.`)
      visited.add(url.href)

      const authorization = url.origin === start.origin ? credentialsOf(start) : null
      const response = await request(withoutCredentials(url), {
        ...question,
        headers: { ...headers, ...(authorization !== null && { authorization }) },
      })
      const redirects = sent === null ? REDIRECTS : KEEPING_REDIRECTS
      const location = redirects.has(response.statusCode) ? headersOf(response)['location'] : undefined
      if (location === undefined) return await arrive(response, url, hop > 0 && isPermanent ? url.href : null)
      await response.body.dump()
      const next = URL.parse(location, url)
      if (!next)
        return failed('not-found', `Redirected to something that is no address: ${location.slice(0, 100)}`)
      isPermanent &&= PERMANENT.has(response.statusCode)
      url = next
    }
    return failed('too-many-redirects', `More than ${MAX_REDIRECTS} redirects.`)
  }

  async function arrive(
    response: Dispatcher.ResponseData,
    url: URL,
    movedTo: string | null,
  ): Promise<Fetched> {
    const { statusCode, body } = response
    const headers = headersOf(response)
    if (statusCode === 304) {
      await body.dump()
      return { status: 'not-modified', headers, movedTo }
    }
    const packed = await collect(body, maxBytes)
    if (packed === null)
      return failed('too-large', `The feed is larger than ${Math.round(maxBytes / 1e6)} MB.`, headers)
    const bytes = await unpackBody(packed, headers['content-encoding'], maxBytes)
    if (statusCode >= 200 && statusCode < 300) return { status: 'ok', bytes, headers, url: url.href, movedTo }
    return { status: 'failed', headers, bytes, httpStatus: statusCode, ...explainStatus(statusCode) }
  }

  async function fetch(
    url: string,
    headers: Headers,
    sent: string | Uint8Array | null = null,
  ): Promise<Fetched> {
    try {
      return await follow(url, headers, sent)
    } catch (error) {
      return { status: 'failed', headers: {}, ...explainFetchError(error, limits) }
    }
  }

  return {
    /** Sends a GET with the validators of the copy we have, verbatim. */
    get: (
      url: string,
      { etag, lastModified }: Pick<FeedState, 'etag' | 'lastModified'> = { etag: null, lastModified: null },
    ): Promise<Fetched> =>
      fetch(url, {
        ...(etag !== null && { 'if-none-match': etag }),
        ...(lastModified !== null && { 'if-modified-since': lastModified }),
      }),
    /**
     * Posts a form, or a body of the type given in `headers`. Follows only redirects that keep the body (307,
     * 308).
     */
    post: (url: string, sent: URLSearchParams | Uint8Array, headers: Headers = FORM): Promise<Fetched> =>
      fetch(url, headers, sent instanceof Uint8Array ? sent : sent.toString()),
    close: (): Promise<void> => agent.destroy(),
  }
}

const FORM: Headers = { 'content-type': 'application/x-www-form-urlencoded' }

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
/** The other redirects would turn a POST into a GET without its body (RFC 9110, 15.4). */
const KEEPING_REDIRECTS: ReadonlySet<number> = new Set([307, 308])
const PERMANENT: ReadonlySet<number> = new Set([301, 308])

const failed = (kind: FailureKind, text: string, headers: Headers = {}): Fetched => ({
  status: 'failed',
  kind,
  text,
  headers,
})

function withoutCredentials(url: URL): URL {
  const bare = new URL(url)
  bare.username = ''
  bare.password = ''
  return bare
}

/**
 * Returns a `Basic` header for the user name and password in the configured URL, or null. It is sent to that
 * URL's origin only.
 */
function credentialsOf({ username, password }: URL): string | null {
  if (username === '' && password === '') return null
  const plain = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return `Basic ${Buffer.from(plain).toString('base64')}`
}

const headersOf = ({ headers }: Dispatcher.ResponseData): Headers =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  )
