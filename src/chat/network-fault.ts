/** Error codes of Node and undici for a server that was never reached. */
const NEVER_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** Returns the network error code of an error or of its cause; empty where there is none. */
export function networkCodeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  const code = 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : networkCodeOf(error.cause)
}

/** Returns whether no connection was made, so that nothing can have been carried out. */
export const neverConnected = (error: unknown): boolean => NEVER_CONNECTED.has(networkCodeOf(error))

/**
 * Returns whether a status says that a gateway found no server for the request (502, RFC 9110 15.6.3) or
 * turned it away (503). With any other 5xx the request may have been carried out. Discord documents this for
 * its own API (docs.discord.com, opcodes-and-status-codes#http).
 */
export const isTurnedAway = (status: number): boolean => status === 502 || status === 503
