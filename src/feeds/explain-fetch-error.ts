import type { Failure, FailureKind } from '../records/feed-state.ts'

/** How long a server is waited for, in milliseconds. */
interface FetchLimits {
  readonly connectMs: number
  /** For the head of the answer, and between two pieces of its body. */
  readonly silenceMs: number
  /** Of the whole fetch with its redirects. */
  readonly timeoutMs: number
}

type Explained = Pick<Failure, 'kind' | 'text'>

/** What an error of undici, Node or ours means for a source, in words for people. */
export function explainFetchError(error: unknown, limits: FetchLimits): Explained {
  const code = codeOf(error)
  const detail = error instanceof Error ? error.message : String(error)
  const [kind, text] = explain(code, detail, limits)
  return { kind, text }
}

function explain(
  code: string,
  detail: string,
  { connectMs, silenceMs, timeoutMs }: FetchLimits,
): [FailureKind, string] {
  switch (code) {
    case 'forbidden-address':
    case 'too-large':
      return [code, detail]
    case 'UND_ERR_HEADERS_OVERFLOW':
      return ['too-large', 'The server sends more headers than anybody needs.']
    case 'UND_ERR_CONNECT_TIMEOUT':
    case 'ETIMEDOUT':
      return ['timeout', `No connection within ${connectMs / 1000} s.`]
    case 'UND_ERR_HEADERS_TIMEOUT':
      return ['timeout', `No answer within ${silenceMs / 1000} s.`]
    case 'UND_ERR_BODY_TIMEOUT':
      return ['timeout', `The answer broke off for ${silenceMs / 1000} s.`]
    case 'TimeoutError':
    case 'UND_ERR_ABORTED':
      return ['timeout', `No whole answer within ${timeoutMs / 1000} s.`]
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return ['unreachable', 'The name of the server cannot be found. Check the address and the network.']
    case 'ECONNREFUSED':
      return ['unreachable', 'The server takes no connections.']
  }
  if (/^CERT_|^ERR_TLS_|CERTIFICATE|SELF_SIGNED/.test(code))
    return ['unreachable', `The certificate of the server is not valid (${code}).`]
  if (/^(?:Z_|ERR_|ZSTD)/.test(code)) return ['unparseable', `The answer cannot be unpacked (${detail}).`]
  return ['unreachable', `The connection broke (${code || detail}).`]
}

/** What a status that brings no feed means for a source. */
export function explainStatus(status: number): Explained {
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

/** The most telling code: several tries to connect are bundled in one error, and causes are nested. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  if (!(error instanceof Error)) return ''
  if (error.name === 'TimeoutError') return error.name
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.cause === undefined ? '' : codeOf(error.cause)
}
