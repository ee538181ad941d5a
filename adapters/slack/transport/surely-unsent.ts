/** The server was never spoken to. */
const NEVER_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** Node's words for a connection that broke while its two ends agreed on keys. */
const BEFORE_TLS = /before secure TLS connection was established/u

/** Whether a request that failed in `fetch` was never handed to a connection; any other may have arrived. */
export function isSurelyUnsent(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { cause } = error
  if (!(cause instanceof Error)) return false
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
  return NEVER_CONNECTED.has(code) || BEFORE_TLS.test(cause.message) || wroteNothing(cause)
}

/** What undici says of a connection that broke (`SocketError.socket`). */
function wroteNothing(cause: object): boolean {
  if (!('socket' in cause)) return false
  const { socket } = cause
  return (
    typeof socket === 'object' && socket !== null && 'bytesWritten' in socket && socket.bytesWritten === 0
  )
}
