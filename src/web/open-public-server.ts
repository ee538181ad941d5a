import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'

/**
 * Listeners by path, such as `/hubs`; the empty path is the whole server. A listener receives every request
 * below its path.
 */
export type Routes = Readonly<Record<string, RequestListener>>

export interface PublicServer {
  /** The actual port, even if the system chose it. */
  readonly port: number
  close(): Promise<void>
}

/**
 * Opens an HTTP server that is reachable from outside: one for the hubs of feeds, another for the pages.
 * `publicUrl` is its address as its clients know it, behind any proxy; if that has a path, requests are
 * accepted with and without it. Rejects when the port is unavailable.
 */
export async function openPublicServer(options: {
  /** 0: any free port. */
  readonly port: number
  /** The IP address of this machine on which to listen. */
  readonly host: string
  readonly publicUrl: string
  /** The variable that sets the port, for the error message. */
  readonly variable?: string
  readonly routes: Routes
}): Promise<PublicServer> {
  const prefix = new URL(options.publicUrl).pathname.replace(/\/$/, '')
  const routes = Object.entries(options.routes)
  const server = createServer(LISTENER_LIMITS, (request, response) => {
    const path = pathOf(request.url ?? '', prefix)
    const [, listener] = routes.find(([route]) => path === route || path.startsWith(`${route}/`)) ?? []
    if (listener) listener(request, response)
    else response.writeHead(404, { connection: 'close' }).end()
  })
  server.maxConnections = MAX_CONNECTIONS
  server.listen(options.port, options.host)
  await once(server, 'listening').catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(
      `Port ${options.port} at ${options.host} cannot be had (${reason}). Free it, or set another in ` +
        `${options.variable ?? 'DRAGOMAN_PORT'}, or another address of this machine in DRAGOMAN_HOST.`,
      {
        cause: error,
      },
    )
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : options.port,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function pathOf(url: string, prefix: string): string {
  const path = url.split('?', 1)[0] ?? ''
  return prefix !== '' && path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path
}

/**
 * Options of `createServer` for every server reachable from outside. Legitimate clients need neither more
 * time nor larger headers; others would hold connections.
 */
export const LISTENER_LIMITS = {
  maxHeaderSize: 16_384,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 5_000,
} as const

/**
 * Concurrent connections. A proxy uses a few dozen; each holds some kilobytes, and a body while it arrives.
 */
export const MAX_CONNECTIONS = 200
