import type { Failure, FailureKind } from '../records/feed-state.ts'

/** How long we wait for a server, in milliseconds. */
interface FetchLimits {
  readonly connectMs: number
  /** Until the headers arrive, and between two chunks of the body. */
  readonly silenceMs: number
  /** For the whole fetch including redirects. */
  readonly timeoutMs: number
}

/** Why a fetch failed: a kind for programs and a sentence for people. */
export type Fault = Pick<Failure, 'kind' | 'text'>

/** Translates an error of undici, Node or our own into a fault of the source. */
export function explainFetchError(error: unknown, limits: FetchLimits): Fault {
  const code = codeOf(error)
  const detail = error instanceof Error ? error.message : String(error)
  if (code === 'forbidden-address' || code === 'too-large') return { kind: code, text: detail }
  const known = KNOWN[code]
  if (known !== undefined) return { kind: known[0], text: known[1](limits) }
  if (/^CERT_|^ERR_TLS_|CERTIFICATE|SELF_SIGNED/.test(code))
    return { kind: 'unreachable', text: `The certificate of the server is not valid (${code}).` }
  if (/^(?:Z_|ERR_|ZSTD)/.test(code))
    return { kind: 'unparseable', text: `The answer cannot be unpacked (${detail}).` }
  return { kind: 'unreachable', text: `The connection broke (${code || detail}).` }
}

type Told = readonly [kind: FailureKind, text: (limits: FetchLimits) => string]

const NO_CONNECTION: Told = ['timeout', ({ connectMs }) => `No connection within ${connectMs / 1000} s.`]
const NOT_WHOLE: Told = ['timeout', ({ timeoutMs }) => `No whole answer within ${timeoutMs / 1000} s.`]
const NO_NAME: Told = [
  'unreachable',
  () => 'The name of the server cannot be found. Check the address and the network.',
]

const KNOWN: Readonly<Record<string, Told>> = {
  UND_ERR_HEADERS_OVERFLOW: ['too-large', () => 'The server sends more headers than anybody needs.'],
  UND_ERR_CONNECT_TIMEOUT: NO_CONNECTION,
  ETIMEDOUT: NO_CONNECTION,
  UND_ERR_HEADERS_TIMEOUT: ['timeout', ({ silenceMs }) => `No answer within ${silenceMs / 1000} s.`],
  UND_ERR_BODY_TIMEOUT: ['timeout', ({ silenceMs }) => `The answer broke off for ${silenceMs / 1000} s.`],
  TimeoutError: NOT_WHOLE,
  UND_ERR_ABORTED: NOT_WHOLE,
  ENOTFOUND: NO_NAME,
  EAI_AGAIN: NO_NAME,
  ECONNREFUSED: ['unreachable', () => 'The server takes no connections.'],
}

/** Translates an HTTP status without a feed into a fault of the source. */
export function explainStatus(status: number): Fault {
  if (status === 410) return { kind: 'gone', text: 'The server says the feed is gone for good (410).' }
  if (status === 404)
    return {
      kind: 'not-found',
      text: 'The server does not know this address (404). Look for the new one on the homepage.',
    }
  if (status === 429) return { kind: 'rate-limited', text: 'The server asks us to come less often (429).' }
  if ([401, 402, 403, 451].includes(status))
    return { kind: 'refused', text: `The server refuses to give us the feed (${status}).` }
  if (status >= 500)
    return { kind: 'server-error', text: `The server has a fault (${status}). It usually passes.` }
  return { kind: 'not-found', text: `The server answered ${status}, which is no feed.` }
}

/**
 * Returns the most telling error code. Several attempts to connect come bundled in one error, and causes are
 * nested.
 */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  if (!(error instanceof Error)) return ''
  if (error.name === 'TimeoutError') return error.name
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.cause === undefined ? '' : codeOf(error.cause)
}
