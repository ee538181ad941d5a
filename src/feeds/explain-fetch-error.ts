import type { FailureKind } from '../records/feed-state.ts'

/** How long a server is waited for, in milliseconds. */
interface FetchLimits {
  readonly connectMs: number
  /** For the head of the answer, and between two pieces of its body. */
  readonly silenceMs: number
  /** Of the whole fetch with its redirects. */
  readonly timeoutMs: number
}

/** What an error of undici, Node or ours means for a source, in words for people. */
export function explainFetchError(
  error: unknown,
  limits: FetchLimits,
): { readonly kind: FailureKind; readonly text: string } {
  const code = codeOf(error)
  const detail = error instanceof Error ? error.message : String(error)
  if (code === 'forbidden-address') return { kind: 'forbidden-address', text: detail }
  if (code === 'too-large') return { kind: 'too-large', text: detail }
  if (code === 'UND_ERR_HEADERS_OVERFLOW')
    return { kind: 'too-large', text: 'The server sends more headers than anybody needs.' }
  const late = lateness(code, limits)
  if (late !== null) return { kind: 'timeout', text: late }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return {
      kind: 'unreachable',
      text: 'The name of the server cannot be found. Check the address and the network.',
    }
  if (code === 'ECONNREFUSED') return { kind: 'unreachable', text: 'The server takes no connections.' }
  if (
    code.startsWith('CERT_') ||
    code.startsWith('ERR_TLS_') ||
    code.includes('CERTIFICATE') ||
    code.includes('SELF_SIGNED')
  )
    return { kind: 'unreachable', text: `The certificate of the server is not valid (${code}).` }
  if (code.startsWith('Z_') || code.startsWith('ERR_') || code.startsWith('ZSTD'))
    return { kind: 'unparseable', text: `The answer cannot be unpacked (${detail}).` }
  return { kind: 'unreachable', text: `The connection broke (${code || detail}).` }
}

function lateness(code: string, { connectMs, silenceMs, timeoutMs }: FetchLimits): string | null {
  switch (code) {
    case 'UND_ERR_CONNECT_TIMEOUT':
    case 'ETIMEDOUT':
      return `No connection within ${connectMs / 1000} s.`
    case 'UND_ERR_HEADERS_TIMEOUT':
      return `No answer within ${silenceMs / 1000} s.`
    case 'UND_ERR_BODY_TIMEOUT':
      return `The answer broke off for ${silenceMs / 1000} s.`
    case 'TimeoutError':
    case 'UND_ERR_ABORTED':
      return `No whole answer within ${timeoutMs / 1000} s.`
    default:
      return null
  }
}

/** The most telling code: several tries to connect are bundled in one error, and causes are nested. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  if (!(error instanceof Error)) return ''
  if (error.name === 'TimeoutError') return error.name
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.cause === undefined ? '' : codeOf(error.cause)
}
