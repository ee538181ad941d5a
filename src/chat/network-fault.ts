/** Node's and undici's codes for a server that was never spoken to. */
const NEVER_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** The code of what went wrong with the network, of the error or of what caused it; empty where it has none. */
export function networkCodeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  const code = 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : networkCodeOf(error.cause)
}

/** Whether nobody answered the door: nothing can have been carried out. */
export const neverConnected = (error: unknown): boolean => NEVER_CONNECTED.has(networkCodeOf(error))

/**
 * Whether a status says that a gateway found nobody to take the request (502, RFC 9110 15.6.3) or turned it away (503). With other 5xx it may have been
 * carried out. Discord says so of itself (docs.discord.com, opcodes-and-status-codes#http).
 */
export const isTurnedAway = (status: number): boolean => status === 502 || status === 503
