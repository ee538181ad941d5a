/**
 * Options of `createServer` for whatever the world may reach. Nobody who talks to us needs longer, or has more to say
 * in headers; who does holds a connection.
 */
export const LISTENER_LIMITS = {
  maxHeaderSize: 16_384,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 5_000,
} as const

/**
 * At the same time. A proxy before us asks over a few dozen; each holds some kilobytes, and a body while it comes in.
 */
export const MAX_CONNECTIONS = 200
