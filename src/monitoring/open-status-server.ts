import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { Registry } from 'prom-client'
import { LISTENER_LIMITS, MAX_CONNECTIONS } from '../web/open-public-server.ts'

/** Result of a probe, with its reason. */
interface ProbeResult {
  readonly isWell: boolean
  readonly text: string
}

interface StatusServer {
  readonly port: number
  close(): Promise<void>
}

/**
 * Serves the endpoints of monitoring: `/healthz` (alive? if not, restart the process), `/readyz` (ready for
 * work?), `/metrics` (Prometheus). It has its own port, because the state of the bot is not for the public.
 * Rejects if the port is not available.
 */
export async function openStatusServer(options: {
  /** 0: any free port. */
  readonly port: number
  /** IP address of this machine to listen on. */
  readonly host: string
  readonly registry: Pick<Registry, 'contentType' | 'metrics'>
  readonly alive: () => ProbeResult
  readonly ready: () => Promise<ProbeResult>
}): Promise<StatusServer> {
  const { registry, alive, ready } = options
  const answers: Readonly<Record<string, (response: ServerResponse) => Promise<void>>> = {
    '/healthz': (response) => respond(response, alive()),
    '/readyz': async (response) => respond(response, await ready()),
    async '/metrics'(response) {
      // If gauges cannot be read, the scrape has no figures and Prometheus marks it as failed.
      const text = await registry.metrics()
      response.writeHead(200, { 'content-type': registry.contentType }).end(text)
    },
  }
  const server = createServer(LISTENER_LIMITS, (request, response) => {
    const answer = answers[(request.url ?? '').split('?', 1)[0] ?? '']
    if (answer === undefined || !(request.method === 'GET' || request.method === 'HEAD')) {
      response.writeHead(404).end()
      return
    }
    answer(response).catch(() => {
      if (!response.headersSent) response.writeHead(503)
      response.end()
    })
  })
  server.maxConnections = MAX_CONNECTIONS
  server.listen(options.port, options.host)
  await once(server, 'listening').catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(
      `Port ${options.port} at ${options.host} cannot be had (${reason}). Free it, or set another in DRAGOMAN_STATUS_PORT.`,
      { cause: error },
    )
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : options.port,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function respond(response: ServerResponse, { isWell, text }: ProbeResult): Promise<void> {
  response.writeHead(isWell ? 200 : 503, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`)
  return Promise.resolve()
}
